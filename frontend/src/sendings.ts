/** Acts on their way: what a card says while its move is not yet true. */

import { HANDS, post, type Outcome } from "./posts";
import type { Row } from "./kinds";
import { gettext } from "./words";

export interface Sending {
  readonly words: string;
  readonly lane: string;
  readonly version: number;
  readonly refused: boolean;
}

const REFUSAL_STAYS_MS = 8000;

/** The truth arrives by frame: a card stays "sending" until its row has changed. */
export class Sendings {
  #under = new Map<string, Sending>();

  constructor(private readonly changed: () => void) {}

  of(key: string): Sending | undefined {
    return this.#under.get(key);
  }

  async send(key: string, lane: string, version: number, url: string, body: unknown): Promise<Outcome> {
    this.#say(key, lane, version, gettext("sending…"));
    const again = (): void => { this.#say(key, lane, version, gettext("no answer, sending again…")); };
    const outcome = await post(url, body, { ...HANDS, again });
    if (!this.#under.has(key)) return outcome;
    if (outcome.done) this.#say(key, lane, version, gettext("sent, waiting for the board…"));
    else this.#refuse(key, lane, version, outcome.words);
    return outcome;
  }

  /** Rows came: what they settle is no longer under way. */
  settle(rows: Readonly<Record<string, Row | null>>): void {
    for (const [key, row] of Object.entries(rows)) {
      const sending = this.#under.get(key);
      if (sending && (!row || row.version > sending.version)) this.#under.delete(key);
    }
  }

  clear(): void {
    this.#under.clear();
  }

  #refuse(key: string, lane: string, version: number, words: string): void {
    const refusal = { words, lane, version, refused: true };
    this.#under.set(key, refusal);
    this.changed();
    setTimeout(() => {
      if (this.#under.get(key) === refusal) this.#under.delete(key);
      this.changed();
    }, REFUSAL_STAYS_MS);
  }

  #say(key: string, lane: string, version: number, words: string): void {
    this.#under.set(key, { words, lane, version, refused: false });
    this.changed();
  }
}
