import { clock } from "./clock";
import { left } from "./countdown";
import { everySecond } from "./ticks";
import { filled } from "./words";

const SOON = 60;

/**
 * <count-down to="2026-11-21T14:05:00Z" soon="60" before="in %(time)s">, or around a <time>.
 *
 * Counts down to a moment and marks itself `data-press`: calm, soon, late.
 */
export class CountDown extends HTMLElement {
  static observedAttributes = ["to"];
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
    const due = Date.parse(this.getAttribute("to") ?? this.#place.getAttribute("datetime") ?? "");
    if (Number.isNaN(due)) return;
    const { words: time, press } = left(due, clock.now(), Number(this.getAttribute("soon") ?? SOON));
    const words = press === "late" ? time : this.#placed(time);
    if (this.#place.textContent !== words) this.#place.textContent = words;
    this.dataset["press"] = press;
  };

  /** What comes before the time, or a whole sentence with `%(time)s` in its place. */
  #placed(time: string): string {
    const before = this.getAttribute("before") ?? "";
    return before.includes("%(time)s") ? filled(before, { time }) : `${before}${time}`;
  }
}
