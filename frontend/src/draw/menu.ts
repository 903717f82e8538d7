import { html, nothing } from "lit";
import type { Lane } from "../lanes";
import { OUT_REASONS, takes } from "../moves";
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
}

/** "Move to…": every lane as a button, for those who do not drag. */
export function menu(open: Menu | null): Drawn {
  if (!open) return nothing;
  const lanes = open.lanes.filter((lane) => takes(lane, open.from) || lane.kind === "out");
  return html`<dialog class="sheet" id="move" aria-labelledby="move-title">
    <div class="sheet-head"><h2 id="move-title">${filled(gettext("Move %(unit)s to…"), { unit: open.sign })}</h2>
      ${open.details ? html`<a class="btn btn-plain" href=${open.details} data-sheet data-close>${gettext("Details")}</a>` : nothing}
      <button class="btn btn-quiet btn-square" type="button" data-close aria-label=${gettext("Close")}>${icon("cross")}</button>
    </div>
    <div class="move-lanes">${lanes.map((lane) => lane.kind === "out" ? reasons(lane) : html`
      <button type="button" data-to=${lane.key} data-kind=${lane.kind}>${named(lane)}<small>${counted(lane)}</small></button>`)}
    </div>
  </dialog>`;
}

function reasons(lane: Lane): unknown {
  return OUT_REASONS.map(([reason, words]) => html`
    <button type="button" data-to=${lane.key} data-reason=${reason} data-kind=${lane.kind}>${gettext("Out of service")}<small>${words}</small></button>`);
}
