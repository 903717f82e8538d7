/** Lifting a card with a mouse or a finger, carrying it over lanes, and letting go. */

const HOLD_MS = 350;
const SLOP = 8;

export interface Carry {
  /** The card under the pointer, if there is one that may be lifted. */
  readonly card: (event: PointerEvent) => string | null;
  readonly lane: (x: number, y: number) => string | null;
  readonly lifted: (card: string, event: PointerEvent) => void;
  readonly moved: (x: number, y: number, lane: string | null) => void;
  readonly dropped: (card: string, lane: string | null) => void;
}

type Place = Pick<EventTarget, "addEventListener">;

/** A finger must hold for a moment, for otherwise it scrolls; a mouse need only move. */
export class Lift {
  #card: string | null = null;
  #carried = false;
  #start: PointerEvent | null = null;
  #hold: ReturnType<typeof setTimeout> | undefined;

  constructor(place: Place, private readonly carry: Carry, signal: AbortSignal) {
    const on = (kind: string, listener: (event: PointerEvent) => void): void => {
      place.addEventListener(kind, listener as EventListener, { signal });
    };
    on("pointerdown", this.#down);
    on("pointermove", this.#move);
    on("pointerup", this.#up);
    on("pointercancel", () => { this.cancel(); });
    const still = (event: Event): void => { if (this.#carried) event.preventDefault(); };
    place.addEventListener("touchmove", still, { signal, passive: false });
    place.addEventListener("contextmenu", still, { signal });
    place.addEventListener("dragstart", still, { signal });
    place.addEventListener("click", this.#swallow, { signal, capture: true });
  }

  cancel(): void {
    clearTimeout(this.#hold);
    const card = this.#carried ? this.#card : null;
    this.#card = this.#start = null;
    this.#carried = false;
    if (card) this.carry.dropped(card, null);
  }

  #down = (event: PointerEvent): void => {
    this.#swallowNext = false;
    if (event.button !== 0 || !event.isPrimary) return;
    this.#card = this.carry.card(event);
    if (!this.#card) return;
    this.#start = event;
    if (event.pointerType !== "mouse") this.#hold = setTimeout(() => { this.#raise(); }, HOLD_MS);
  };

  #move = (event: PointerEvent): void => {
    if (!this.#start) return;
    const far = Math.hypot(event.clientX - this.#start.clientX, event.clientY - this.#start.clientY) >= SLOP;
    if (!this.#carried && far) {
      if (event.pointerType !== "mouse") { this.cancel(); return; }
      this.#raise();
    }
    if (this.#carried) {
      this.carry.moved(event.clientX, event.clientY, this.carry.lane(event.clientX, event.clientY));
    }
  };

  #up = (event: PointerEvent): void => {
    clearTimeout(this.#hold);
    const card = this.#carried ? this.#card : null;
    const lane = card ? this.carry.lane(event.clientX, event.clientY) : null;
    this.#card = this.#start = null;
    this.#carried = false;
    if (!card) return;
    this.#swallowNext = true;
    this.carry.dropped(card, lane);
  };

  #raise(): void {
    if (!this.#card || !this.#start) return;
    this.#carried = true;
    this.carry.lifted(this.#card, this.#start);
  }

  /** The click that a browser makes of a drop was never meant as one. */
  #swallowNext = false;
  #swallow = (event: Event): void => {
    if (!this.#swallowNext) return;
    this.#swallowNext = false;
    event.stopPropagation();
    event.preventDefault();
  };
}
