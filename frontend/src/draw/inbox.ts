import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { place, rings, type Ask, type Attended, type InboxKinds, type Place } from "../asks";
import type { Link } from "../link";
import { idOf, type Keyed, type Rows } from "../rows";
import { shared } from "../withheld";
import { attended } from "./attended";
import { ask } from "./ask";
import { stale } from "./stale";
import { icon } from "./parts";
import { gettext } from "../words";

export interface InboxView {
  readonly rows: Rows<InboxKinds>;
  readonly link: Link;
  readonly url: (name: string, id?: string) => string | null;
}

const RANK: Readonly<Record<string, number>> = { emergency: 0, urgent: 1, routine: 2 };

export function inbox(view: InboxView): TemplateResult {
  const asks = view.rows.all("ask").sort(byPress);
  const ringing = asks.filter(([, each]) => rings(each));
  const answered = asks.filter(([, each]) => !rings(each));
  const incidents = view.rows.all("incident").sort(byOpening);
  const among = (sort: Place): TemplateResult[] => incidents.filter(([, row]) => place(row) === sort)
    .map(([key, row]) => attended(view, idOf(key), row));
  const [here, invited, over] = [among("here"), among("invited"), among("over")];
  return html`${stale(view.link)}
    <section class="asks" aria-label=${gettext("Asked of us")}>
      <h2>${gettext("Asked of us")} <b>${ringing.length}</b></h2>
      ${ringing.length ? nothing : html`<div class="card empty">${icon("inbox")}<p>${quiet(view)}</p></div>`}
      ${repeat(ringing, ([key]) => key, ([key, row]) => ask(view, idOf(key), row))}
      ${answered.length ? html`<details class="asks-done"><summary>${gettext("Answered or over")} <b>${answered.length}</b></summary>
        ${repeat(answered, ([key]) => key, ([key, row]) => ask(view, idOf(key), row))}</details>` : nothing}
    </section>
    <section class="attended-list" aria-label=${gettext("Incidents we are at")}>
      <h2>${gettext("Incidents we are at")} <b>${here.length}</b></h2>
      ${here.length ? here : html`<div class="card empty">${icon("board")}<p>${gettext("No incidents.")}</p></div>`}
      ${invited.length ? html`<h2>${gettext("Invited to")} <b>${invited.length}</b></h2>${invited}` : nothing}
      ${over.length ? html`<details class="asks-done"><summary>${gettext("Closed")} <b>${over.length}</b></summary>${over}</details>` : nothing}
    </section>`;
}

/** With the link down nobody can know that nothing is asked. */
function quiet(view: InboxView): string {
  return view.link.worth(Date.now()) === "live" ? gettext("Nobody asks anything of us now.") : gettext("Not known: no link.");
}

function byPress([, one]: Keyed<Ask>, [, other]: Keyed<Ask>): number {
  const rank = (row: Ask): number => RANK[shared(row.priority, "routine") ?? "routine"] ?? 3;
  return rank(one) - rank(other) || moment(one) - moment(other);
}

function moment(row: Ask): number {
  return Date.parse(shared(row.due_at, null) ?? "") || Infinity;
}

function byOpening([, one]: Keyed<Attended>, [, other]: Keyed<Attended>): number {
  const opened = (row: Attended): number => Date.parse(shared(row.opened_at, null) ?? "") || 0;
  return opened(other) - opened(one);
}
