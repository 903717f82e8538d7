import { age, ago, wear } from "./ages";
import { clock } from "./clock";
import { Ticking } from "./ticking";
import { dateAndTime } from "./zones";

/**
 * <time-ago at="2026-11-21T14:05:00Z" aging="1200" old="2400">, or around a <time>.
 *
 * Tells the age of a moment and marks itself `data-wear` when it grows old.
 */
export class TimeAgo extends Ticking {
  static observedAttributes = ["at"];

  protected said(): string | undefined {
    const at = this.moment("at");
    if (Number.isNaN(at)) return undefined;
    const seconds = (clock.now() - at) / 1000;
    this.dataset["wear"] = wear(seconds, this.#limit("aging"), this.#limit("old"));
    if (!this.title) this.title = dateAndTime(at);
    return this.getAttribute("words") === "short" ? age(seconds) : ago(seconds);
  }

  #limit(name: string): number {
    return Number(this.getAttribute(name) ?? Infinity);
  }
}
