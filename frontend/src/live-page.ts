import { html, nothing, render } from "lit";
import { ended } from "./draw/board";
import { icon, type Drawn } from "./draw/parts";
import { stale } from "./draw/stale";
import { Following } from "./following";
import type { Frame } from "./frames";
import { Refreshing } from "./refreshing";
import { Watching } from "./watching";
import { gettext } from "./words";

interface Sent extends Event {
  readonly detail: { successful: boolean; requestConfig: { verb: string } };
}

/**
 * <live-page src="/live/…/" data-cursor="…" data-watch="id id …"> around a page's one fragment.
 *
 * Follows a stream, and when a row comes that the page is about, takes over what is new of
 * it. The server alone says what the page shows; without a script it is a page like any other.
 */
export class LivePage extends HTMLElement {
  #life = new AbortController();
  #following: Following | undefined;
  #refreshing: Refreshing | undefined;
  #watching = new Watching("");
  #banner = document.createElement("div");
  #news = document.createElement("p");

  connectedCallback(): void {
    const fragment = this.querySelector("[data-fragment]");
    if (!fragment) throw new Error("<live-page> needs a fragment");
    this.#life = new AbortController();
    this.#watching = new Watching(this.dataset["watch"] ?? "");
    this.#banner.className = "banners";
    this.#news.className = "sr-only";
    this.#news.setAttribute("role", "status");
    this.prepend(this.#banner, this.#news);
    this.#refreshing = new Refreshing(fragment, this.#taken);
    this.#following = new Following(this, this.dataset["cursor"] ?? "", {
      frame: this.#apply,
      tick: this.#draw,
      end: this.#end,
    });
    document.body.addEventListener("htmx:afterRequest", this.#sent, { signal: this.#life.signal });
  }

  disconnectedCallback(): void {
    this.#life.abort();
    this.#following?.stop();
    this.#refreshing?.stop();
  }

  #apply = (frame: Frame): void => {
    if (frame.reset || this.#watching.concerned(frame.rows)) this.#refreshing?.ask();
  };

  /** What was done in a dialog of this page shows even where the link is down. */
  #sent = (event: Event): void => {
    const { successful, requestConfig } = (event as Sent).detail;
    if (successful && requestConfig.verb !== "get") this.#refreshing?.ask();
  };

  #taken = (page: Document): void => {
    this.#watching = new Watching(page.querySelector<HTMLElement>("live-page")?.dataset["watch"] ?? "");
    const said = this.querySelector("[data-news] [data-said]")?.textContent.trim() ?? "";
    if (this.#news.textContent !== said) this.#news.textContent = said;
    this.#draw();
  };

  #draw = (): void => {
    const link = this.#following?.link;
    if (link) render(html`${stale(link)}${this.#behind()}`, this.#banner);
  };

  #behind(): Drawn {
    if (!this.#refreshing?.behind) return nothing;
    return html`<div class="banner" data-tone="alert" role="status">${icon("clock")}
      <strong>${gettext("Something changed and could not be fetched.")}</strong> ${gettext("Trying again.")}</div>`;
  }

  #end = (code: number): void => {
    this.#refreshing?.stop();
    this.replaceChildren();
    render(ended(code), this);
  };
}
