import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Note, Objective, Participation, Text } from "../kinds";
import { label } from "../labels";
import { number } from "../ladder";
import { CALM } from "../link";
import { idOf, type Keyed } from "../rows";
import type { View } from "../view";
import { shared } from "../withheld";
import { guest, staying } from "./guest";
import { note } from "./note";
import { eyes, field, icon, opens, pill, recorded, since, stripeOf, type Drawn } from "./parts";
import { request } from "./request";
import { filled, gettext } from "../words";

const DONE = new Set(["filled", "closed", "cancelled", "complete", "completed"]);
const RANK: Readonly<Record<string, number>> = { emergency: 0, urgent: 1, routine: 2 };
const NOTES_SHOWN = 100;
const SIGNS: Readonly<Record<string, string>> = { open: "ring", met: "check", dropped: "cross" };

type Panel = readonly [name: string, title: string, count: number, body: unknown, add: Drawn];

export function side(view: View): TemplateResult {
  const add = (name: string, label: string): Drawn =>
    opens(view.url(name), html`${icon("plus")}${label}`, "btn btn-quiet panel-add");
  const requests = view.rows.all("request").sort(byPress);
  const notes = view.rows.all("note").sort(byTime).slice(0, NOTES_SHOWN);
  const objectives = view.rows.all("objective").sort(([, one], [, other]) => number(one.number) - number(other.number));
  const here = view.rows.all("participation");
  const guests = staying(view);
  const panels: Panel[] = [
    ["objectives", gettext("Objectives"), objectives.length, list(objectives, (each) => objective(view, each)), add("objective", gettext("Objective"))],
    ["requests", gettext("Requests"), requests.length, list(requests, (each) => request(view, each)), add("request", gettext("Request"))],
    ["notes", gettext("Notes"), notes.length, list(notes, (each) => note(view, each)), add("note", gettext("Note"))],
    ["agencies", gettext("Agencies"), here.length + guests.length, html`${list(here, (each) => agency(view, each))}${list(guests, (each) => guest(view, each))}`,
      html`${add("invite", gettext("Agency"))}${agenciesToggle(view)}`],
  ];
  return html`<aside class="side" aria-label=${gettext("Requests, objectives and notes")}>
    <div class="side-tabs" role="group" aria-label=${gettext("Panels")}>${panels.map(([name, title, count]) => html`
      <button type="button" data-panel=${name} aria-pressed=${view.panel === name}>${title} <b>${count}</b></button>`)}
    </div>
    ${panels.map((each) => panel(view, each))}
  </aside>`;
}

function panel(view: View, [name, title, count, body, add]: Panel): TemplateResult {
  return html`<section class="panel" id=${`panel-${name}`} ?data-open=${view.panel === name}>
    <header class="panel-head"><h2>${title} <b>${count}</b></h2>${eyes(view, name, title)}${add}</header>
    <div class="panel-body" tabindex="0" role="region" aria-label=${title}>
      ${count ? body : html`<p class="panel-empty">${empty(view, title)}</p>`}</div>
  </section>`;
}

/** On a wide screen the agencies stay folded until somebody wants them. */
function agenciesToggle(view: View): TemplateResult {
  const open = view.panel === "agencies";
  return html`<button class="btn btn-quiet panel-add panel-fold" type="button" aria-expanded=${open}
    data-panel=${open ? "requests" : "agencies"}>${open ? gettext("Hide") : gettext("Show")}</button>`;
}

function empty(view: View, title: string): string {
  if (!CALM.has(view.link.worth(Date.now()))) return gettext("Not known: no link");
  return filled(gettext("No %(what)s yet"), { what: title.toLowerCase() });
}

function list<R>(rows: Keyed<R>[], draw: (each: Keyed<R>) => unknown): unknown {
  return repeat(rows, ([key]) => key, draw);
}

function objective(view: View, [key, row]: Keyed<Objective>): TemplateResult {
  const status = shared(row.status, "open") ?? "open";
  return html`<div class="objective" data-status=${status}>
    <span class="number">${field(view, row.number, row.owner)}</span>
    <p>${field(view, row.text, row.owner)} <span class="note-age">${since(row.since)}${recorded(row)}</span></p>
    ${settles(view, key, row, pill(label(status), status === "met" ? "ok" : "", SIGNS[status] ?? "ring"))}</div>`;
}

/** Its state is at the same time the way to settle it, where the page allows that. */
function settles(view: View, key: string, row: Objective, state: TemplateResult): TemplateResult {
  const url = view.url("settle", idOf(key));
  const words = html`<span class="sr-only">${filled(gettext("Settle objective %(number)s:"), { number: number(row.number) })} </span>${state}`;
  return url ? html`${opens(url, words, "objective-settle")}` : state;
}

function agency(view: View, [, row]: Keyed<Participation>): TemplateResult {
  return html`<div class="agency-row">
    <strong class="agency" data-stripe=${stripeOf(view, shared(row.agency, null) ?? row.owner)}>${field(view, row.agency_name, row.owner)}</strong>
    <span class="quiet">${word(view, row.role, row.owner)} · ${word(view, row.status, row.owner)}</span>
    <span class="note-age">${since(row.since)}${recorded(row)}</span></div>`;
}

function word(view: View, code: Text, agency: string): unknown {
  return typeof code === "string" ? label(code) : field(view, code, agency);
}

function byPress([, one]: Keyed<{ status: unknown; priority: unknown; number: unknown }>,
  [, other]: Keyed<{ status: unknown; priority: unknown; number: unknown }>): number {
  const rank = (row: { status: unknown; priority: unknown }): number =>
    (DONE.has(String(row.status)) ? 10 : 0) + (RANK[String(row.priority)] ?? 3);
  return rank(one) - rank(other) || String(other.number).localeCompare(String(one.number), undefined, { numeric: true });
}

function byTime([, one]: Keyed<Note>, [, other]: Keyed<Note>): number {
  return moment(other) - moment(one);
}

function moment(note: Note): number {
  return Date.parse(shared(note.at, null) ?? "") || 0;
}
