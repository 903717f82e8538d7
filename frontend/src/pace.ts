/** Draws in batches, five a second at most, and never under a finger. */

const EVERY_MS = 200;
const LONGEST_HOLD_MS = 4000;

export class Pace {
  #last = -Infinity;
  #due: ReturnType<typeof setTimeout> | undefined;
  #heldSince: number | undefined;

  constructor(private readonly draw: () => void) {}

  /** Something changed: draw soon, together with what else changes until then. */
  ask(): void {
    this.#due ??= setTimeout(() => { this.#run(); }, Math.max(0, this.#last + EVERY_MS - Date.now()));
  }

  /** A pointer is down: what lies under it stays there, but not for ever. */
  hold(): void {
    this.#heldSince = Date.now();
  }

  release(): void {
    this.#heldSince = undefined;
    if (this.#due !== undefined) this.#again(0);
  }

  stop(): void {
    clearTimeout(this.#due);
    this.#due = undefined;
  }

  #run(): void {
    const held = this.#heldSince !== undefined && Date.now() - this.#heldSince < LONGEST_HOLD_MS;
    if (held) { this.#again(EVERY_MS); return; }
    this.#due = undefined;
    this.#last = Date.now();
    this.draw();
  }

  #again(wait: number): void {
    clearTimeout(this.#due);
    this.#due = setTimeout(() => { this.#run(); }, wait);
  }
}
