import { clock } from "./clock";
import { left } from "./countdown";
import { Ticking } from "./ticking";
import { filled } from "./words";

const SOON = 60;

/**
 * <count-down to="2026-11-21T14:05:00Z" soon="60" before="in %(time)s">, or around a <time>.
 *
 * Counts down to a moment and marks itself `data-press`: calm, soon, late.
 */
export class CountDown extends Ticking {
  static observedAttributes = ["to"];

  protected said(): string | undefined {
    const due = this.moment("to");
    if (Number.isNaN(due)) return undefined;
    const { words: time, press } = left(due, clock.now(), Number(this.getAttribute("soon") ?? SOON));
    this.dataset["press"] = press;
    return press === "late" ? time : this.#placed(time);
  }

  /** What comes before the time, or a whole sentence with `%(time)s` in its place. */
  #placed(time: string): string {
    const before = this.getAttribute("before") ?? "";
    return before.includes("%(time)s") ? filled(before, { time }) : `${before}${time}`;
  }
}
