import { html, nothing, type TemplateResult } from "lit";
import type { Attended } from "../asks";
import { number } from "../ladder";
import { shared } from "../withheld";
import type { InboxView } from "./inbox";
import { icon, pill, sealed, since } from "./parts";

/** One incident that this agency is at, as a row that leads to its board. */
export function attended(view: InboxView, id: string, row: Attended): TemplateResult {
  const mode = shared(row.mode, "real_world") ?? "real_world";
  const open = number(row.open_requests);
  return html`<article class="attended card" data-status=${shared(row.status, "active")} data-mode=${mode}>
    <a href=${view.url("incident", id) ?? "#"}>
      <span class="number">${sealed(row.number)}</span> <strong>${sealed(row.name)}</strong></a>
    ${mode === "real_world" ? nothing : pill(mode.toUpperCase(), "alert", "flag")}
    ${shared(row.status, "active") === "closed" ? pill("Closed", "", "flag") : nothing}
    <p>${row.commander === null ? pill("Nobody holds command", "shout", "seat-empty")
      : html`${icon("command")}${sealed(row.commander)}`}</p>
    <p>${sealed(row.role)} · ${number(row.units)} units ${open ? pill(`${open} open`, "warn", "request") : nothing}
      <span class="note-age">opened ${since(row.opened_at)}</span></p>
  </article>`;
}
