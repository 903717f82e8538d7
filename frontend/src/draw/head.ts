import { html, nothing, type TemplateResult } from "lit";
import type { Incident, Seat } from "../kinds";
import { idOf, type Keyed } from "../rows";
import type { View } from "../view";
import { isWithheld, shared } from "../withheld";
import { field, icon, opens, owner, pill, since, type Drawn } from "./parts";

const LINKS: Readonly<Record<string, readonly [words: string, tone: string, sign: string]>> = {
  live: ["Live", "ok", "link"],
  late: ["Quiet", "warn", "link"],
  amber: ["No link", "alert", "unlink"],
  red: ["No link", "shout", "unlink"],
  gray: ["No link", "shout", "unlink"],
};

export function head(view: View): Drawn {
  const [incident] = view.rows.all("incident");
  if (!incident) return nothing;
  const [, row] = incident;
  return html`<header class="head">
    <div class="head-what">
      <h1><span class="number">${field(view, row.number, row.owner)}</span> ${field(view, row.name, row.owner)}</h1>
      <p>${kind(view, row)}</p>
    </div>
    ${command(view, row)}
    <div class="head-time">
      <small>Total time</small>
      <strong>${timer(row)}</strong>
    </div>
    <div class="head-state">
      <span role="status">${pill(...linkWords(view))}</span>
      ${holds(view) ? pill("COMMAND", "command", "command") : pill("VIEW ONLY", "", "eye")}
    </div>
  </header>`;
}

function kind(view: View, row: Incident): unknown {
  const type = shared(row.complexity, null);
  return html`${field(view, row.kind_label, row.owner)}${type ? html` · Type ${type}` : nothing}
    · ${field(view, row.place, row.owner, "place not given")} ${owner(view, row.owner)}`;
}

function timer(row: Incident): Drawn {
  const opened = shared(row.opened_at, null);
  if (!opened) return nothing;
  return html`<total-timer since=${opened} until=${shared(row.closed_at, null) ?? nothing}></total-timer>`;
}

function command(view: View, row: Incident): TemplateResult {
  const seats = view.rows.all("seat");
  const unified = shared(row.structure, "single") === "unified";
  return html`<section class="head-command" aria-label="Command">
    <small>${unified ? "Unified command" : "Incident command"}</small>
    <ul>${seats.length ? seats.map((each) => seat(view, each)) : html`<li class="seat" data-empty>
      ${icon("seat-empty")}<strong>Nobody</strong></li>`}</ul>
  </section>`;
}

function seat(view: View, [key, row]: Keyed<Seat>): TemplateResult {
  const empty = row.holder === null;
  const agency = String(shared(row.agency, row.owner));
  return html`<li class="seat" ?data-empty=${empty}>
    ${owner(view, agency)}
    <strong>${empty ? html`${icon("seat-empty")}Empty seat` : field(view, row.holder, row.owner)}</strong>
    <span class="seat-since">${since(row.since)}</span>
    ${opens(view.url("offer", idOf(key)), icon("handover"), "seat-offer", empty ? "Fill this seat" : "Offer command")}
  </li>`;
}

/** Whether the person at this screen sits in a command seat. */
export function holds(view: View): boolean {
  return view.rows.all("seat").some(([, row]) => typeof row.holder_id === "string" && row.holder_id === view.member);
}

/** Seats that nobody is known to fill; a withheld holder is somebody. */
export function emptySeats(view: View): Seat[] {
  return view.rows.all("seat").map(([, row]) => row)
    .filter((row) => !isWithheld(row.holder) && !row.holder);
}

function linkWords(view: View): readonly [string, string, string] {
  return LINKS[view.link.worth(Date.now())] ?? ["No link", "shout", "unlink"];
}
