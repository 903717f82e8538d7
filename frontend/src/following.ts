/** An island's link: follows its stream, keeps the clock right, and knows how good the link is. */

import { clock } from "./clock";
import { Follower, SESSION_ENDED, socketAddress } from "./follow";
import type { Frame } from "./frames";
import { onceUnlocked, tellLocked } from "./lock";
import { CALM, Link, type Worth } from "./link";
import { tellOfSharing } from "./sharing-changes";
import { everySecond } from "./ticks";

interface Listener {
  readonly frame: (frame: Frame) => void;
  /** The state of the link is to be drawn again. */
  readonly tick: () => void;
  readonly end: (code: number) => void;
}

export class Following {
  readonly link = new Link(Date.now());
  #follower: Follower;
  #life = new AbortController();
  #shown: Worth = "live";
  #stopTicks: () => void;

  constructor(private readonly island: HTMLElement, cursor: string, private readonly listener: Listener) {
    this.#follower = new Follower(socketAddress(island.getAttribute("src") ?? ""), cursor, {
      frame: (frame) => { clock.hear(frame.at); this.listener.frame(frame); tellOfSharing(frame); },
      beat: ({ beat }) => { clock.hear(beat); },
      link: (up, wait) => { this.#turn(up, wait); },
      end: (code) => { this.#end(code); },
      locked: tellLocked,
    });
    if (island.hasAttribute("src")) this.#follower.open();
    else this.link.still();
    this.#stopTicks = everySecond(() => { this.#tick(); });
    const { signal } = this.#life;
    addEventListener("online", () => { this.#follower.hurry(); }, { signal });
    onceUnlocked(() => { this.#follower.hurry(); }, signal);
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.#follower.hurry(); }, { signal });
  }

  stop(): void {
    this.#life.abort();
    this.#stopTicks();
    this.#follower.close();
  }

  #turn(up: boolean, wait: number): void {
    if (up) this.link.up(Date.now());
    else this.link.down(Date.now(), wait);
    this.#tick();
  }

  /** While all is well there is nothing to draw; otherwise the banner counts. */
  #tick(): void {
    const worth = this.link.worth(Date.now());
    if (!CALM.has(worth) || !CALM.has(this.#shown)) this.listener.tick();
    this.#shown = worth;
  }

  #end(code: number): void {
    this.stop();
    this.listener.end(code);
    if (code !== SESSION_ENDED) return;
    const here = encodeURIComponent(location.pathname);
    location.assign(`${this.island.dataset["signInUrl"] ?? "/sign-in/"}?next=${here}`);
  }
}
