import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { unreviewed, wanted, type Disclosure } from "../asks";
import { idOf, type Keyed } from "../rows";
import { shared } from "../withheld";
import { gettext, woven } from "../words";
import type { InboxView } from "./inbox";
import { icon, pill, sealed, since, type Drawn } from "./parts";

/** What others opened of ours in an emergency comes first, and waits for our review. */
export function whatWasOpened(view: InboxView): Drawn {
  const looks = view.rows.all("glass").filter(([, row]) => unreviewed(row, view.agency));
  if (!looks.length) return nothing;
  return html`<section class="asks" aria-label=${gettext("Opened in an emergency")}>
    <h2>${gettext("Opened in an emergency")} <b>${looks.length}</b></h2>
    ${repeat(looks, ([key]) => key, ([key, row]) => html`<article class="ask card">
      <header class="ask-head"><div><p class="ask-tags">${pill(gettext("To be reviewed"), "warn", "alert")} <strong>${sealed(row.incident_name)}</strong></p>
        <p>${woven(gettext("%(name)s, %(agency)s: %(reason)s"), {
          name: sealed(row.member_name), agency: sealed(row.agency_name), reason: sealed(row.reason) })}</p></div>
        <span class="ask-clock">${since(row.opened_at)}</span></header>
      <footer class="ask-buttons"><a class="btn btn-primary" href=${view.url("glass", idOf(key)) ?? "#"}>${icon("eye")}${gettext("See what was read")}</a></footer>
    </article>`)}</section>`;
}

/** What others ask to be shown of ours. It is answered on the incident's page of sharing. */
export function whatIsWanted(view: InboxView): Drawn {
  const asked = view.rows.all("disclosure").filter(([, row]) => wanted(row, view.agency));
  if (!asked.length) return nothing;
  return html`<section class="asks" aria-label=${gettext("Asked to share")}>
    <h2>${gettext("Asked to share")} <b>${asked.length}</b></h2>
    ${repeat(asked, ([key]) => key, (each) => one(view, each))}</section>`;
}

function one(view: InboxView, [key, row]: Keyed<Disclosure>): TemplateResult {
  const asker = shared(row.via_name, "") ? row.via_name : row.to_name;
  return html`<article class="ask card" id=${idOf(key)}>
    <header class="ask-head"><div><p class="ask-tags">${pill(sealed(row.category), "", "lock")} <strong>${sealed(row.incident_name)}</strong></p>
      <p>${woven(gettext("%(name)s, %(agency)s: %(reason)s"), {
        name: sealed(row.asked_by), agency: sealed(asker), reason: sealed(row.reason) })}</p></div>
      <span class="ask-clock">${since(row.asked_at)}</span></header>
    <footer class="ask-buttons"><a class="btn btn-primary" href=${view.url("sharing", shared(row.incident, "") ?? "") ?? "#"}>${icon("eye")}${gettext("Look and answer")}</a></footer>
  </article>`;
}
