import { html, nothing, type TemplateResult } from "lit";
import type { Incident, Seat } from "../kinds";
import { idOf, type Keyed } from "../rows";
import type { View } from "../view";
import { isWithheld, shared } from "../withheld";
import { zoneName } from "../zones";
import { tierOf } from "./guest";
import { eyes, field, icon, opens, owner, pill, recorded, since, type Drawn } from "./parts";
import { filled, gettext } from "../words";

const LINKS: Readonly<Record<string, readonly [words: string, tone: string, sign: string]>> = {
  live: [gettext("Live"), "ok", "link"],
  late: [gettext("Quiet"), "warn", "link"],
  amber: [gettext("No link"), "alert", "unlink"],
  red: [gettext("No link"), "shout", "unlink"],
  gray: [gettext("No link"), "shout", "unlink"],
  still: [gettext("Of one moment"), "", "flag"],
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
    ${eyes(view, "incident", gettext("Incident"))}
    ${command(view, row)}
    <div class="head-time">
      <small>${gettext("Total time")}</small>
      <strong>${timer(row)}</strong>
      <small class="head-zone" title=${filled(gettext("Everybody at this incident is told its own time: %(zone)s"),
        { zone: zoneName() })}><zone-clock></zone-clock></small>
    </div>
    <div class="head-state">
      <span role="status">${pill(...linkWords(view))}</span>
      ${standing(view)}
    </div>
  </header>`;
}

function kind(view: View, row: Incident): unknown {
  const type = shared(row.complexity, null);
  return html`${field(view, row.kind_label, row.owner)}${type ? html` · ${filled(gettext("Type %(type)s"), { type })}` : nothing}
    · ${field(view, row.place, row.owner, gettext("place not given"))} ${owner(view, row.owner)}`;
}

function timer(row: Incident): Drawn {
  const opened = shared(row.opened_at, null);
  if (!opened) return nothing;
  return html`<total-timer since=${opened} until=${shared(row.closed_at, null) ?? nothing}></total-timer>`;
}

function command(view: View, row: Incident): TemplateResult {
  const seats = view.rows.all("seat");
  const unified = shared(row.structure, "single") === "unified";
  return html`<section class="head-command" aria-label=${gettext("Command")}>
    <small>${unified ? gettext("Unified command") : gettext("Incident command")}</small>
    <ul>${seats.length ? seats.map((each) => seat(view, each)) : html`<li class="seat" data-empty>
      ${icon("seat-empty")}<strong>${gettext("Nobody")}</strong></li>`}</ul>
  </section>`;
}

function seat(view: View, [key, row]: Keyed<Seat>): TemplateResult {
  const empty = row.holder === null;
  const agency = String(shared(row.agency, row.owner));
  return html`<li class="seat" ?data-empty=${empty}>
    ${owner(view, agency)}
    <strong>${empty ? html`${icon("seat-empty")}${gettext("Empty seat")}` : field(view, row.holder, row.owner)}</strong>
    <span class="seat-since">${since(row.since)}${recorded(row)}</span>
    ${handsOver(view, key, row)}
  </li>`;
}

/** An empty seat may be filled by whoever is offered that; command is given away by its holder alone. */
function handsOver(view: View, key: string, row: Seat): Drawn {
  if (row.holder !== null && !isMine(view, row)) return nothing;
  const words = row.holder === null ? gettext("Fill this seat") : gettext("Offer command");
  return opens(view.url("offer", idOf(key)), icon("handover"), "seat-offer", words);
}

function isMine(view: View, row: Seat): boolean {
  return typeof row.holder_id === "string" && row.holder_id === view.member;
}

/** Whether the person at this screen sits in a command seat. */
export function holds(view: View): boolean {
  return view.rows.all("seat").some(([, row]) => isMine(view, row));
}

/** Seats that nobody is known to fill; a withheld holder is somebody. */
export function emptySeats(view: View): Seat[] {
  return view.rows.all("seat").map(([, row]) => row)
    .filter((row) => !isWithheld(row.holder) && !row.holder);
}

/** A guest who may assist does more than look, and must not be told otherwise. */
function standing(view: View): TemplateResult {
  if (holds(view)) return pill(gettext("COMMAND"), "command", "command");
  return tierOf(view) === "assist" ? pill(gettext("ASSISTING"), "", "note") : pill(gettext("VIEW ONLY"), "", "eye");
}

function linkWords(view: View): readonly [string, string, string] {
  return LINKS[view.link.worth(Date.now())] ?? [gettext("No link"), "shout", "unlink"];
}
