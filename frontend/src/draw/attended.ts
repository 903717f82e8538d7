import { html, nothing, type TemplateResult } from "lit";
import type { Attended } from "../asks";
import { label } from "../labels";
import { number } from "../ladder";
import { isWithheld, shared } from "../withheld";
import type { InboxView } from "./inbox";
import { icon, pill, sealed, since } from "./parts";
import { filled, gettext, ngettext, woven } from "../words";

const SHORT: Readonly<Record<string, string>> = {
  exercise: gettext("EXERCISE"), test: gettext("TEST"), training: gettext("TRAINING"),
};

/** One incident that this agency is at, as a row that leads to its board. */
export function attended(view: InboxView, id: string, row: Attended): TemplateResult {
  const mode = shared(row.mode, "real_world") ?? "real_world";
  const open = number(row.open_requests);
  return html`<article class="attended card" data-status=${shared(row.status, "active")} data-mode=${mode}>
    <a href=${view.url("incident", id) ?? "#"}>
      <span class="number">${sealed(row.number)}</span> <strong>${sealed(row.name)}</strong></a>
    ${mode === "real_world" ? nothing : pill(SHORT[mode] ?? mode, "alert", "flag")}
    ${shared(row.status, "active") === "closed" ? pill(gettext("Closed"), "", "flag") : nothing}
    <p>${!row.commander ? pill(gettext("Nobody holds command"), "shout", "seat-empty")
      : html`${icon("command")}${sealed(row.commander)}`}</p>
    <p>${role(row)} · ${ngettext("%(count)s unit", "%(count)s units", number(row.units))}
      ${open ? pill(filled(gettext("%(count)s open"), { count: open }), "warn", "request") : nothing}
      <span class="note-age">${woven(gettext("opened %(time)s"), { time: since(row.opened_at) })}</span></p>
  </article>`;
}

function role({ role: code }: Attended): unknown {
  return isWithheld(code) || !code ? sealed(code) : label(code);
}
