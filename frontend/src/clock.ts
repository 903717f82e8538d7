/**
 * The server's clock, as near as this browser can know it.
 *
 * A tablet's own clock may be minutes off, and people compare ages across the
 * room; so every age and countdown is told by the server's time.
 */

const KEPT = 8;

export class Clock {
  #gaps: number[] = [];

  /** Learn from a stamp that the server wrote just before this moment. */
  hear(at: string): void {
    const stamp = Date.parse(at);
    if (Number.isNaN(stamp)) return;
    this.#gaps = [...this.#gaps, stamp - Date.now()].slice(-KEPT);
  }

  /** The stamp that travelled fastest is nearest to the truth. */
  get gap(): number {
    return this.#gaps.length ? Math.max(...this.#gaps) : 0;
  }

  now(): number {
    return Date.now() + this.gap;
  }
}

/** One clock for everything on a page. */
export const clock = new Clock();
