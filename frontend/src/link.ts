/** What the link between this screen and Muster is worth at this moment. */

const LATE_MS = 18_000;
const RED_MS = 30_000;
const GRAY_MS = 5 * 60_000;

export type Worth = "live" | "late" | "amber" | "red" | "gray" | "still";

/** Nothing is wrong: it is heard of, or is of one moment and hears nothing on purpose. */
export const CALM: ReadonlySet<Worth> = new Set(["live", "still"]);

/** Up or down, and when something was last heard, by this browser's own clock. */
export class Link {
  #up = true;
  #heard: number;
  #retryAt = 0;
  #still = false;

  constructor(now: number) {
    this.#heard = now;
  }

  get heard(): number {
    return this.#heard;
  }

  /** What is shown is of one moment, and follows nothing. */
  still(): void {
    this.#still = true;
  }

  up(now: number): void {
    this.#up = true;
    this.#heard = now;
  }

  down(now: number, wait: number): void {
    this.#up = false;
    this.#retryAt = now + wait;
  }

  /** Seconds until the next try; 0 while trying. */
  retry(now: number): number {
    return Math.max(0, Math.ceil((this.#retryAt - now) / 1000));
  }

  /** A beat comes every 15 s; a screen that waits longer says so before it is sure. */
  worth(now: number): Worth {
    if (this.#still) return "still";
    const silent = now - this.#heard;
    if (silent > GRAY_MS) return "gray";
    if (silent > RED_MS) return "red";
    if (!this.#up) return "amber";
    return silent > LATE_MS ? "late" : "live";
  }
}
