import { html, LitElement, type TemplateResult } from "lit";
import type { InboxKinds } from "./asks";
import { rings } from "./asks";
import { ended } from "./draw/board";
import { inbox } from "./draw/inbox";
import { Following } from "./following";
import { snapshotIn, type Frame } from "./frames";
import { Pace } from "./pace";
import { Rows } from "./rows";

/**
 * <live-inbox src="/live/agency/"> around a JSON snapshot: what this agency is asked for,
 * ringing until it is answered, and the incidents it is at.
 */
export class LiveInbox extends LitElement {
  readonly rows = new Rows<InboxKinds>();
  #pace = new Pace(() => { this.requestUpdate(); });
  #following: Following | undefined;
  #over: number | undefined;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    const snapshot = snapshotIn(this);
    this.rows.load(snapshot.rows);
    this.#following = new Following(this, snapshot.cursor, {
      frame: this.#apply,
      tick: () => { this.#pace.ask(); },
      end: (code) => {
        this.#over = code;
        this.rows.clear();
        this.requestUpdate();
      },
    });
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#following?.stop();
    this.#pace.stop();
  }

  protected override render(): TemplateResult {
    if (this.#over !== undefined) return ended(this.#over);
    const link = this.#following?.link;
    return link ? inbox({ rows: this.rows, link, url: this.#url }) : html``;
  }

  /** The bar's count follows, so that the bar never says less than the page. */
  protected override updated(): void {
    const count = this.rows.all("ask").filter(([, ask]) => rings(ask)).length;
    for (const badge of document.querySelectorAll<HTMLElement>("[data-inbox-count]")) {
      badge.textContent = String(count);
      badge.hidden = count === 0;
    }
  }

  #url = (name: string, id = ""): string | null => {
    return this.dataset[`${name}Url`]?.replace("{id}", encodeURIComponent(id)) ?? null;
  };

  #apply = (frame: Frame): void => {
    if (frame.reset) this.rows.load(frame.rows);
    else this.rows.change(frame.rows);
    this.#pace.ask();
  };
}
