import { html, nothing } from "lit";
import type { Lane } from "../lanes";
import { nextLanes, OUT_REASONS } from "../moves";
import { counted, named } from "./lane";
import { icon, type Drawn } from "./parts";
import { filled, gettext } from "../words";

/** A menu as it was when it was opened: live changes do not move buttons under a finger. */
export interface Menu {
  readonly key: string;
  readonly sign: string;
  readonly from: string | null;
  readonly lanes: readonly Lane[];
  readonly details: string | null;
  readonly setsOut: boolean;
  /** It is known to go out of service, and is asked why. */
  readonly why: boolean;
}

/** "Move to…": every lane as a button, for those who do not drag. */
export function menu(open: Menu | null): Drawn {
  if (!open) return nothing;
  const title = open.why ? gettext("Why is %(unit)s out of service?") : gettext("Move %(unit)s to…");
  return html`<dialog class="sheet" id="move" aria-labelledby="move-title">
    <div class="sheet-head"><h2 id="move-title">${filled(title, { unit: open.sign })}</h2>
      ${open.details ? html`<a class="btn btn-plain" href=${open.details} data-sheet data-close>${gettext("Details")}</a>` : nothing}
      <button class="btn btn-quiet btn-square" type="button" data-close aria-label=${gettext("Close")}>${icon("cross")}</button>
    </div>
    <div class="move-lanes">${open.why ? reasons() : choices(open)}
    </div>
  </dialog>`;
}

function choices(open: Menu): unknown {
  return html`${open.setsOut ? html`<button type="button" data-to="expected" data-sets-out>${gettext("En route")}</button>` : nothing}
    ${nextLanes(open.lanes, open.from).map((lane) => html`
      <button type="button" data-to=${lane.key} data-kind=${lane.kind}>${lane.kind === "out" ? gettext("Out of service…") : named(lane)}<small>${counted(lane)}</small></button>`)}`;
}

function reasons(): unknown {
  return OUT_REASONS.map(([reason, words]) => html`
    <button type="button" data-to="out" data-reason=${reason} data-kind="out">${words}</button>`);
}
