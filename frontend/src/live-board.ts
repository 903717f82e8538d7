import { html, LitElement, type TemplateResult } from "lit";
import { Acting } from "./acting";
import { clock } from "./clock";
import { board, ended } from "./draw/board";
import { menu } from "./draw/menu";
import { snapshotIn, type Frame } from "./frames";
import { Following } from "./following";
import type { BoardKinds } from "./kinds";
import { lanes, type Lane } from "./lanes";
import { Pace } from "./pace";
import { Rows, type Change } from "./rows";
import { Sendings } from "./sendings";
import { present, type View } from "./view";

const FRESH_MS = 1600;

/**
 * <live-board src="/live/incidents/…/"> around a JSON snapshot in the page.
 *
 * Follows the incident into a store of rows and draws what changed. It decides
 * nothing about who sees what: a row it was not sent does not exist.
 */
export class LiveBoard extends LitElement {
  readonly rows = new Rows<BoardKinds>();
  readonly sendings = new Sendings(() => { this.requestUpdate(); });
  readonly pace = new Pace(() => { this.requestUpdate(); });
  lanes: Lane[] = [];
  #changed = new Map<string, number>();
  #acting = new Acting(this);
  #following: Following | undefined;
  #over: number | undefined;
  #fading: ReturnType<typeof setTimeout> | undefined;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    const snapshot = snapshotIn(this);
    this.#load(snapshot);
    this.#following = new Following(this, snapshot.cursor, {
      frame: this.#apply,
      tick: () => { this.pace.ask(); },
      end: (code) => { this.#end(code); },
    });
    super.connectedCallback();
    this.#acting.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#following?.stop();
    this.#acting.stop();
    this.pace.stop();
    clearTimeout(this.#fading);
  }

  protected override render(): TemplateResult {
    if (this.#over !== undefined) return ended(this.#over);
    this.lanes = lanes(this.rows);
    return html`${board(this.#view())}${menu(this.#acting.menu)}`;
  }

  protected override updated(): void {
    this.#acting.drawn();
  }

  /** An address pattern of the page, `data-move-url="/…/{id}/…"`, filled in. */
  url = (name: string, id = ""): string | null => {
    return this.dataset[`${name}Url`]?.replace("{id}", encodeURIComponent(id)) ?? null;
  };

  #view(): View {
    const { rows, sendings, url } = this;
    const { link } = this.#following ?? {};
    if (!link) throw new Error("drawn before it was connected");
    const { picked, panel, keyboard } = this.#acting;
    return { rows, sendings, url, link, picked, panel, lanes: this.lanes, entry: keyboard.entry(this.lanes),
      ...present(rows), member: this.dataset["member"] ?? "", agency: this.dataset["agency"] ?? "", fresh: this.#fresh };
  }

  #fresh = (key: string): boolean => {
    return Date.now() - (this.#changed.get(key) ?? 0) < FRESH_MS;
  };

  #apply = (frame: Frame): void => {
    if (frame.reset) this.#load(frame);
    else this.#change(frame.rows);
    this.pace.ask();
  };

  #load(frame: Frame): void {
    clock.hear(frame.at);
    this.rows.load(frame.rows);
    this.sendings.settle(frame.rows);
  }

  #change(rows: Change): void {
    this.rows.change(rows);
    this.sendings.settle(rows);
    for (const key of Object.keys(rows)) this.#changed.set(key, Date.now());
    this.#fading ??= setTimeout(this.#fade, FRESH_MS);
  }

  /** Marks end here, not by animation: that would lay out 500 cards on every frame. */
  #fade = (): void => {
    const kept = [...this.#changed].filter(([key]) => this.#fresh(key));
    this.#fading = kept.length ? setTimeout(this.#fade, FRESH_MS / 2) : undefined;
    this.#changed = new Map(kept);
    this.pace.ask();
  };

  #end(code: number): void {
    this.#over = code;
    this.rows.clear();
    this.sendings.clear();
    this.querySelector("script")?.remove();
    this.requestUpdate();
  }
}
