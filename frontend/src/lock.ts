/**
 * The device's lock, as a page sees it (CJIS AC-11): tells the server that somebody is there, and
 * covers the page once nobody was for too long. The server decides, whatever a page thinks.
 */

import { Cover } from "./cover";
import { csrfToken } from "./keys";
import { everySecond } from "./ticks";

interface Said {
  readonly locked: boolean;
  readonly seconds: number | null;
  readonly waiting?: number;
}

const REPORT_MS = 60_000;
const LONGEST_MS = 30 * 60_000;
const LISTEN_MS = 15_000;
const TOUCHES = ["pointerdown", "keydown", "wheel", "touchmove"] as const;
const LOCKED = "muster:locked";
const UNLOCKED = "muster:unlocked";

/** An answer said that the device is locked. */
export function tellLocked(): void {
  document.dispatchEvent(new Event(LOCKED));
}

export function onceUnlocked(act: () => void, signal: AbortSignal): void {
  document.addEventListener(UNLOCKED, act, { signal });
}

export function watchLock(): void {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="lock"]');
  const dialog = document.querySelector<HTMLDialogElement>("#cover");
  if (meta && dialog) new Lock(dialog, meta.content, meta.dataset["unlock"] ?? "").watch();
}

class Lock {
  #cover: Cover;
  #locksAt = Date.now() + LONGEST_MS;
  #reported = 0;
  #asked = 0;
  #byHand = "";
  #tabs = new BroadcastChannel("muster-lock");

  constructor(dialog: HTMLDialogElement, private readonly state: string, unlock: string) {
    this.#cover = new Cover(dialog, unlock, () => { void this.#ask(true); });
  }

  watch(): void {
    for (const kind of TOUCHES) addEventListener(kind, this.#touched, { capture: true, passive: true });
    document.addEventListener(LOCKED, () => { this.#cover.put(); void this.#ask(); });
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.#tick(); });
    this.#tabs.onmessage = () => { void this.#ask(); };
    document.addEventListener("submit", (event) => {
      if (!(event.target as Element).matches("[data-lock-now]")) return;
      event.preventDefault();
      void this.#lock((event.target as HTMLFormElement).action);
    });
    everySecond(() => { this.#tick(); });
  }

  /** By hand: covered at once, and until the server has heard it, whatever becomes of the link. */
  async #lock(address: string): Promise<void> {
    this.#byHand = address;
    this.#cover.put(false);
    await this.#ask(true);
  }

  async #heardOf(address: string): Promise<boolean> {
    const headers = { "X-CSRFToken": csrfToken(), "HX-Request": "true" };
    const answer = await fetch(address, { method: "POST", headers }).catch(() => null);
    return answer?.ok ?? false;
  }

  /** Only what a hand does counts: a script's events are not trusted, and what a page asks for by itself is no sign of anybody. */
  #touched = (event: Event): void => {
    if (!event.isTrusted || this.#cover.there || Date.now() > this.#locksAt) return;
    if (Date.now() - this.#reported < REPORT_MS) return;
    this.#reported = Date.now();
    void this.#hear({ method: "POST", headers: { "X-CSRFToken": csrfToken() }, keepalive: true }, true);
  };

  #tick(): void {
    const due = Date.now() - this.#asked > LISTEN_MS;
    if (this.#cover.there && due) void this.#ask();
    else if (!this.#cover.there && Date.now() > this.#locksAt) tellLocked();
  }

  async #ask(tell = false): Promise<void> {
    this.#asked = Date.now();
    if (this.#byHand && !(await this.#heardOf(this.#byHand))) return;
    this.#byHand = "";
    await this.#hear({}, tell);
  }

  /** What one tab knows, the others of this browser ask for. */
  async #hear(how: RequestInit, tell: boolean): Promise<void> {
    const said = await this.#said(how);
    if (!said) return;
    this.#locksAt = Date.now() + (said.seconds === null ? LONGEST_MS : said.seconds * 1000);
    if (said.locked) this.#cover.put();
    else if (this.#cover.there) {
      this.#cover.take();
      document.dispatchEvent(new Event(UNLOCKED));
    }
    if (said.waiting !== undefined) this.#cover.tell(said.waiting);
    if (tell) this.#tabs.postMessage("ask");
  }

  async #said(how: RequestInit): Promise<Said | null> {
    try {
      const answer = await fetch(this.state, { credentials: "same-origin", cache: "no-store", redirect: "manual", ...how });
      if (answer.type === "opaqueredirect" && this.#cover.there) location.reload(); // signed out meanwhile
      return answer.ok ? ((await answer.json()) as Said) : null;
    } catch {
      return null;
    }
  }
}
