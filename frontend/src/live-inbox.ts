import { html, LitElement, type TemplateResult } from "lit";
import type { InboxKinds } from "./asks";
import { rings, unreviewed, wanted } from "./asks";
import { ended } from "./draw/board";
import { inbox } from "./draw/inbox";
import { around, goOn } from "./focus";
import { Following } from "./following";
import { snapshotIn, type Frame } from "./frames";
import { Pace } from "./pace";
import { Refreshing } from "./refreshing";
import { Rows, type Change } from "./rows";

/**
 * <live-inbox src="/live/agency/"> around a JSON snapshot: what this agency is asked for,
 * ringing until it is answered, and the incidents it is at.
 */
export class LiveInbox extends LitElement {
  readonly rows = new Rows<InboxKinds>();
  #pace = new Pace(() => { this.requestUpdate(); });
  #following: Following | undefined;
  #refreshing: Refreshing | undefined;
  #life = new AbortController();
  #over: number | undefined;
  #held: readonly Element[] = [];

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    const snapshot = snapshotIn(this);
    const settled = document.querySelector("[data-fragment]");
    if (settled) this.#refreshing = new Refreshing(settled, () => undefined);
    this.#life = new AbortController();
    this.#watchHands(this.#life.signal);
    this.rows.load(snapshot.rows);
    this.#following = new Following(this, snapshot.cursor, {
      frame: this.#apply,
      tick: () => { this.#pace.ask(); },
      end: (code) => {
        this.#over = code;
        this.rows.clear();
        settled?.remove();
        this.requestUpdate();
      },
    });
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#following?.stop();
    this.#refreshing?.stop();
    this.#life.abort();
    this.#pace.stop();
  }

  protected override render(): TemplateResult {
    if (this.#over !== undefined) return ended(this.#over);
    const link = this.#following?.link;
    return link ? inbox({ rows: this.rows, link, url: this.#url, agency: this.#agency }) : html``;
  }

  protected override willUpdate(): void {
    this.#held = around(this);
  }

  /** The bar's count follows, so that the bar never says less than the page. */
  protected override updated(): void {
    goOn(this.#held, this);
    const shares = this.rows.all("disclosure").filter(([, row]) => wanted(row, this.#agency));
    const looks = this.rows.all("glass").filter(([, row]) => unreviewed(row, this.#agency));
    const count = this.rows.all("ask").filter(([, ask]) => rings(ask)).length + shares.length + looks.length;
    for (const badge of document.querySelectorAll<HTMLElement>("[data-inbox-count]")) {
      badge.textContent = String(count);
      badge.hidden = count === 0;
    }
  }

  get #agency(): string {
    return this.dataset["agency"] ?? "";
  }

  #url = (name: string, id = ""): string | null => {
    return this.dataset[`${name}Url`]?.replace("{id}", encodeURIComponent(id)) ?? null;
  };

  /** What lies under a finger stays there while it is down. */
  #watchHands(signal: AbortSignal): void {
    this.addEventListener("pointerdown", () => { this.#pace.hold(); }, { signal });
    for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, () => { this.#pace.release(); }, { signal });
  }

  #apply = (frame: Frame): void => {
    if (frame.reset || settles(frame.rows)) this.#refreshing?.ask();
    if (frame.reset) this.rows.load(frame.rows);
    else this.rows.change(frame.rows);
    this.#pace.ask();
  };
}

/** Whether an ask came or went that the list of what is over may show. */
function settles(rows: Change): boolean {
  return Object.entries(rows).some(([key, row]) => key.startsWith("ask:") && (!row || row["status" as keyof typeof row] === "expired"));
}
