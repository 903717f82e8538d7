import { everySecond } from "./ticks";

/** An element that says something else each second, in itself or in the <time> that it holds. */
export abstract class Ticking extends HTMLElement {
  #stop: (() => void) | undefined;
  protected place: Element = this;

  /** What it says now; nothing where it cannot tell. */
  protected abstract said(): string | undefined;

  connectedCallback(): void {
    this.place = this.querySelector("time") ?? this;
    this.#stop = everySecond(this.tell);
    this.tell();
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.tell();
  }

  /** Writes only what is different, so that a board may hold a thousand. */
  protected tell = (): void => {
    const words = this.said();
    if (words !== undefined && this.place.textContent !== words) this.place.textContent = words;
  };

  /** The moment that an attribute names, or the <time>; in milliseconds, NaN where neither does. */
  protected moment(attribute: string): number {
    return Date.parse(this.getAttribute(attribute) ?? this.place.getAttribute("datetime") ?? "");
  }
}
