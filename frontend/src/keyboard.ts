/** The board by arrow keys: one card has the focus, and keeps it when it moves. */

import { beside, isArrow, type Arrow } from "./arrows";
import type { Acting } from "./acting";
import type { Lane } from "./lanes";
import type { LiveBoard } from "./live-board";

export class Keyboard {
  #focused: string | null = null;

  constructor(private readonly board: LiveBoard, private readonly acting: Acting) {}

  start(signal: AbortSignal): void {
    this.board.addEventListener("keydown", this.#key, { signal });
    this.board.addEventListener("focusin", (event) => {
      this.#focused = (event.target as HTMLElement).dataset["unit"] ?? null;
    }, { signal });
  }

  /** The one card that Tab reaches; arrows go on from there. */
  entry = (lanes: readonly Lane[]): string | null => {
    const shown = lanes.flatMap((lane) => lane.units.map(([key]) => key));
    return this.#focused && shown.includes(this.#focused) ? this.#focused : shown[0] ?? null;
  };

  /** A card that changed its lane was drawn anew; whoever was on it stays on it. */
  drawn(): void {
    if (this.#focused && document.activeElement === document.body) this.#focus(this.#focused);
  }

  #key = (event: KeyboardEvent): void => {
    const key = (event.target as HTMLElement).dataset["unit"];
    if (event.key === "Escape" && !this.acting.menu) this.acting.pick(null);
    if (isArrow(event.key) && this.acting.picked) this.#aim(event, event.key);
    else if (key && isArrow(event.key)) { event.preventDefault(); this.#focus(beside(this.board.lanes, key, event.key)); }
    else if (key && event.key === "m") this.acting.open(key);
  };

  /** With a card picked, arrows walk over the lanes that would take it. */
  #aim(event: KeyboardEvent, arrow: Arrow): void {
    event.preventDefault();
    const places = [...this.board.querySelectorAll<HTMLElement>("[data-take]")];
    const step = arrow === "ArrowLeft" || arrow === "ArrowUp" ? -1 : 1;
    const at = places.indexOf(document.activeElement as HTMLElement);
    places.at(at < 0 && step > 0 ? 0 : (at + step) % places.length)?.focus();
  }

  #focus(key: string | null): void {
    if (key) this.board.querySelector<HTMLElement>(`[data-unit="${CSS.escape(key)}"]`)?.focus();
  }
}
