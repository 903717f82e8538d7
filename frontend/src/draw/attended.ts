import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Attended } from "../asks";
import { isClosed, isInvited, type Attendance } from "../attendance";
import { label } from "../labels";
import { number } from "../ladder";
import { idOf, type Keyed } from "../rows";
import { isWithheld, shared } from "../withheld";
import type { InboxView } from "./inbox";
import { icon, opens, pill, sealed, since, type Drawn } from "./parts";
import { filled, gettext, ngettext, woven } from "../words";

const SHORT: Readonly<Record<string, string>> = {
  exercise: gettext("EXERCISE"), test: gettext("TEST"), training: gettext("TRAINING"),
};

/** What waits for an answer first, then where we are, and what is over behind a fold. */
export function whereWeAre(view: InboxView, { invited, there, over }: Attendance): TemplateResult {
  const list = (rows: Keyed<Attended>[]): unknown =>
    repeat(rows, ([key]) => key, ([key, row]) => attended(view, idOf(key), row));
  return html`<section class="attended-list" aria-label=${gettext("Our incidents")}>
    ${invited.length ? html`<h2>${gettext("Invited, not answered yet")} <b>${invited.length}</b></h2>${list(invited)}` : nothing}
    <h2>${gettext("Incidents we are at")} <b>${there.length}</b></h2>
    ${there.length ? list(there) : html`<div class="card empty">${icon("board")}<p>${nowhere(view)}</p></div>`}
    ${over.length ? html`<details class="asks-done"><summary>${gettext("Closed")} <b>${over.length}</b></summary>${list(over)}</details>` : nothing}
  </section>`;
}

function nowhere(view: InboxView): string {
  return view.link.worth(Date.now()) === "live" ? gettext("We are at no incident now.") : gettext("Not known: no link.");
}

/** One incident as a row that leads to its board; without a place there yet, to an answer. */
function attended(view: InboxView, id: string, row: Attended): TemplateResult {
  const mode = shared(row.mode, "real_world") ?? "real_world";
  const name = html`<span class="number">${sealed(row.number)}</span> <strong>${sealed(row.name)}</strong>`;
  return html`<article class="attended card" data-status=${shared(row.status, "active")} data-mode=${mode}>
    ${isInvited(row) ? html`<p class="attended-name">${name}</p>`
      : html`<a class="attended-name" href=${view.url("incident", id) ?? "#"}>${name}</a>`}
    ${mode === "real_world" ? nothing : pill(SHORT[mode] ?? mode, "alert", "flag")}
    ${isInvited(row) ? asked(row) : nothing}
    ${commander(row)}
    <p>${role(row)}${isInvited(row) ? nothing : html` · ${ngettext("%(count)s unit", "%(count)s units", number(row.units))}`}
      <span class="note-age">${woven(gettext("opened %(time)s"), { time: since(row.opened_at) })}</span></p>
    ${isInvited(row) ? answers(view, id, row) : nothing}
  </article>`;
}

/** Nobody can answer without knowing who leads it, what it is and where. */
function asked(row: Attended): Drawn {
  const { lead, kind_label: kind, place } = row;
  return html`<p>${woven(gettext("%(agency)s leads and invites us."), { agency: sealed(lead) })}</p>
    <p>${icon("alert")}${sealed(kind)}${place ? html` · ${icon("pin")}${sealed(place)}` : nothing}</p>`;
}

/** An empty seat is loud while somebody could still be missed in it. */
function commander(row: Attended): Drawn {
  if (isWithheld(row.commander) || row.commander) return html`<p>${icon("command")}${sealed(row.commander)}</p>`;
  return isClosed(row) ? nothing : html`<p>${pill(gettext("Nobody holds command"), "shout", "seat-empty")}</p>`;
}

function answers(view: InboxView, id: string, row: Attended): TemplateResult {
  const url = view.url("accept", id);
  if (!url) return html`<p>${gettext("A dispatcher or commander of yours answers it.")}</p>`;
  const which = { incident: shared(row.name, "") ?? "" };
  return html`<p class="attended-answers">
    ${opens(url, gettext("Accept"), "btn btn-plain", filled(gettext("Accept: %(incident)s"), which))}
    ${opens(view.url("refuse", id), gettext("Decline"), "btn btn-quiet", filled(gettext("Decline: %(incident)s"), which))}</p>`;
}

function role({ role: code }: Attended): unknown {
  return isWithheld(code) || !code ? sealed(code) : label(code);
}
