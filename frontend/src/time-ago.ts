import { age, ago, wear } from "./ages";
import { clock } from "./clock";
import { everySecond } from "./ticks";
import { dateAndTime } from "./zones";

/**
 * <time-ago at="2026-11-21T14:05:00Z" aging="1200" old="2400">, or around a <time>.
 *
 * Tells the age of a moment and marks itself `data-wear` when it grows old; it
 * writes only when its words change, so that a board may hold a thousand.
 */
export class TimeAgo extends HTMLElement {
  static observedAttributes = ["at"];
  #stop: (() => void) | undefined;
  #place: Element = this;

  connectedCallback(): void {
    this.#place = this.querySelector("time") ?? this;
    this.#stop = everySecond(this.#tell);
    this.#tell();
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#tell();
  }

  #tell = (): void => {
    const at = Date.parse(this.getAttribute("at") ?? this.#place.getAttribute("datetime") ?? "");
    if (Number.isNaN(at)) return;
    const seconds = (clock.now() - at) / 1000;
    const words = this.getAttribute("words") === "short" ? age(seconds) : ago(seconds);
    if (this.#place.textContent !== words) this.#place.textContent = words;
    this.dataset["wear"] = wear(seconds, this.#limit("aging"), this.#limit("old"));
    if (!this.title) this.title = dateAndTime(at);
  };

  #limit(name: string): number {
    return Number(this.getAttribute(name) ?? Infinity);
  }
}
