/** Following one stream over a socket, from a cursor, for as long as the page lives. */

import { heard, type Beat, type Frame } from "./frames";

export const SESSION_ENDED = 4401;
export const ACCESS_ENDED = 4403;
export const GONE = 4404;
export const LOCKED = 4423;
const FINAL = new Set([SESSION_ENDED, ACCESS_ENDED, GONE]);

const LONGEST_WAIT_MS = 30_000;
const FIRST_WAIT_MS = 500;
const SILENCE_MS = 40_000;

export interface Ears {
  readonly frame: (frame: Frame) => void;
  readonly beat: (beat: Beat) => void;
  /** The link came up, or went down until the next try in `wait` milliseconds. */
  readonly link: (up: boolean, wait: number) => void;
  readonly end: (code: number) => void;
  /** The device is locked: tries are in vain until it is not. */
  readonly locked: () => void;
}

export interface World {
  readonly Socket: typeof WebSocket;
  readonly random: () => number;
}

/** Keeps one socket open, says where it left off, and tries again until told that it is over. */
export class Follower {
  #attempt = 0;
  #socket: WebSocket | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #cursor: string;

  constructor(
    private readonly url: string,
    cursor: string,
    private readonly ears: Ears,
    private readonly world: World = { Socket: WebSocket, random: Math.random },
  ) {
    this.#cursor = cursor;
  }

  open(): void {
    const socket = new this.world.Socket(this.url);
    this.#socket = socket;
    this.#listen();
    socket.onopen = () => { socket.send(JSON.stringify(this.#cursor ? { cursor: this.#cursor } : {})); };
    socket.onmessage = (message: MessageEvent<string>) => { if (socket === this.#socket) this.#hear(message.data); };
    socket.onclose = ({ code }) => { if (socket === this.#socket) this.#lost(code); };
  }

  /** Try at once, as when the network says that it is back. */
  hurry(): void {
    if (this.#retry === undefined) return;
    clearTimeout(this.#retry);
    this.#retry = undefined;
    this.open();
  }

  close(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  }

  #hear(text: string): void {
    this.#listen();
    const said = heard(text);
    this.#attempt = 0;
    this.ears.link(true, 0);
    if (!said) return;
    if ("beat" in said) { this.ears.beat(said); return; }
    this.#cursor = said.cursor;
    this.ears.frame(said);
  }

  /** A half-open link makes no sound: too long a silence is taken for its end. */
  #listen(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      const socket = this.#socket;
      this.#lost(0);
      socket?.close();
    }, SILENCE_MS);
  }

  #lost(code: number): void {
    clearTimeout(this.#silence);
    this.#socket = undefined;
    if (FINAL.has(code)) { this.ears.end(code); return; }
    if (code === LOCKED) this.ears.locked();
    const wait = this.#wait();
    this.ears.link(false, wait);
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      this.open();
    }, wait);
  }

  /** Doubling waits with full jitter, so that a restarted server is not met by a crowd. */
  #wait(): number {
    const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#attempt);
    this.#attempt += 1;
    return this.world.random() * ceiling;
  }
}

/** A page's path as the address of its socket. */
export function socketAddress(path: string): string {
  const address = new URL(path, location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  return address.href;
}
