import { clock } from "./clock";
import { everySecond } from "./ticks";
import { clockTime } from "./zones";

/** <zone-clock></zone-clock>: what time it is where the incident is, so that nobody need reckon. */
export class ZoneClock extends HTMLElement {
  #stop: (() => void) | undefined;

  connectedCallback(): void {
    this.#stop = everySecond(this.#tell);
    this.#tell();
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }

  #tell = (): void => {
    const words = clockTime(clock.now());
    if (this.textContent !== words) this.textContent = words;
  };
}
