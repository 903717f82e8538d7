import { total } from "./ages";
import { clock } from "./clock";
import { everySecond } from "./ticks";

/** <total-timer since="…" until="…">: how long it has run, counting up until it ends. */
export class TotalTimer extends HTMLElement {
  #stop: (() => void) | undefined;

  connectedCallback(): void {
    this.#stop = everySecond(this.#tell);
    this.#tell();
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }

  #tell = (): void => {
    const until = this.getAttribute("until");
    const end = until ? Date.parse(until) : clock.now();
    const words = total((end - Date.parse(this.getAttribute("since") ?? "")) / 1000);
    if (this.textContent !== words) this.textContent = words;
  };
}
