/** Fetches the page anew when something changed, and takes over its one fragment. */

import htmx from "htmx.org";
import { tellLocked } from "./lock";
import { morph } from "./morph";
import { Pace } from "./pace";

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
const PATIENCE_MS = 10_000;

export class Refreshing {
  /** Something changed that could not be fetched yet. */
  behind = false;
  #pace = new Pace(() => { void this.#run(); });
  #life = new AbortController();
  #running = false;
  #askedSince = 0;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  /** Told with the newer page, once what is shown is as new. */
  constructor(private readonly fragment: Element, private readonly taken: (page: Document) => void) {
    const { signal } = this.#life;
    fragment.addEventListener("pointerdown", () => { this.#pace.hold(); }, { signal });
    for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, () => { this.#pace.release(); }, { signal });
  }

  ask(): void {
    if (this.#running) this.#askedSince += 1;
    else this.#pace.ask();
  }

  stop(): void {
    this.#life.abort();
    this.#pace.stop();
    clearTimeout(this.#retry);
  }

  async #run(): Promise<void> {
    clearTimeout(this.#retry);
    this.#running = true;
    const before = this.#askedSince;
    const done = await this.#fetched();
    this.#running = false;
    if (this.#life.signal.aborted) return;
    this.behind = !done;
    if (!done) this.#retry = setTimeout(() => { this.ask(); }, this.#wait());
    else if (this.#askedSince > before) this.#pace.ask();
  }

  /** A redirect is not the page: the session may be over, and the socket will say so. */
  async #fetched(): Promise<boolean> {
    try {
      const signal = AbortSignal.any([this.#life.signal, AbortSignal.timeout(PATIENCE_MS)]);
      const answer = await fetch(location.href, { redirect: "manual", credentials: "same-origin", cache: "no-store", signal });
      if (answer.status === 423) tellLocked();
      if (!answer.ok) return false;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const newer = page.querySelector("[data-fragment]");
      if (!newer) return false;
      morph(this.fragment, newer);
      htmx.process(this.fragment);
      this.#failures = 0;
      this.taken(page);
      return true;
    } catch {
      return false;
    }
  }

  #wait(): number {
    this.#failures += 1;
    return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#failures) * (0.5 + Math.random() / 2);
  }
}
