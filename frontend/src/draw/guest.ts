import { html, nothing, type TemplateResult } from "lit";
import { clock } from "../clock";
import type { Guest } from "../kinds";
import type { Keyed } from "../rows";
import type { View } from "../view";
import { shared } from "../withheld";
import { eyes, field, pill, until, type Drawn } from "./parts";
import { filled, gettext } from "../words";

const TIERS: Readonly<Record<string, readonly [words: string, sign: string]>> = {
  view: [gettext("looks only"), "eye"], assist: [gettext("may assist"), "note"],
};

/** Guests whose stay holds: who is gone looks on no more, and needs no line. */
export function staying(view: View): Keyed<Guest>[] {
  return view.rows.all("guest").filter(([, row]) => row.ended_at === null && !past(row));
}

/** Somebody of an agency without an account: by name, whose guest, how far, and until when. */
export function guest(view: View, [key, row]: Keyed<Guest>): TemplateResult {
  const [words, sign] = TIERS[shared(row.tier, "view") ?? "view"] ?? [shared(row.tier, ""), "eye"];
  const name = shared(row.name, null) ?? gettext("guest");
  return html`<div class="agency-row" data-guest>
    <strong>${field(view, row.name, row.owner)}</strong>
    <span class="quiet">${field(view, row.agency_name, row.owner)} · ${filled(gettext("guest of %(agency)s"),
      { agency: shared(row.host_name, "") ?? "" })}</span>
    ${pill(words, "", sign)}${eyes(view, key, name)}
    <span class="note-age">${ends(row)}</span></div>`;
}

/** How far the person at this screen may go, if they are a guest. */
export function tierOf(view: View): string | null {
  const row = view.rows.one("guest", view.member);
  return row ? shared(row.tier, null) : null;
}

function ends(row: Guest): Drawn {
  return shared(row.due_at, null) ? until(row.due_at, 900, gettext("leaves in %(time)s")) : nothing;
}

function past(row: Guest): boolean {
  const due = Date.parse(shared(row.due_at, null) ?? "");
  return !Number.isNaN(due) && due <= clock.now();
}
