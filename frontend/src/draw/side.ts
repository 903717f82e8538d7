import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Note, Objective, Participation } from "../kinds";
import { number } from "../ladder";
import { idOf, type Keyed } from "../rows";
import { stripe } from "../stripes";
import type { View } from "../view";
import { shared } from "../withheld";
import { field, icon, opens, owner, pill, since, type Drawn } from "./parts";
import { request } from "./request";

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
  const panels: Panel[] = [
    ["objectives", "Objectives", objectives.length, list(objectives, (each) => objective(view, each)), add("objective", "Objective")],
    ["requests", "Requests", requests.length, list(requests, (each) => request(view, each)), add("request", "Request")],
    ["notes", "Notes", notes.length, list(notes, (each) => note(view, each)), add("note", "Note")],
    ["agencies", "Agencies", here.length, list(here, (each) => agency(view, each)),
      html`${add("invite", "Agency")}${agenciesToggle(view)}`],
  ];
  return html`<aside class="side" aria-label="Requests, objectives and notes">
    <div class="side-tabs" role="group" aria-label="Panels">${panels.map(([name, title, count]) => html`
      <button type="button" data-panel=${name} aria-pressed=${view.panel === name}>${title} <b>${count}</b></button>`)}
    </div>
    ${panels.map((each) => panel(view, each))}
  </aside>`;
}

function panel(view: View, [name, title, count, body, add]: Panel): TemplateResult {
  return html`<section class="panel" id=${`panel-${name}`} ?data-open=${view.panel === name}>
    <header class="panel-head"><h2>${title} <b>${count}</b></h2>${add}</header>
    <div class="panel-body" tabindex="0" role="region" aria-label=${title}>
      ${count ? body : html`<p class="panel-empty">${empty(view, title)}</p>`}</div>
  </section>`;
}

/** On a wide screen the agencies stay folded until somebody wants them. */
function agenciesToggle(view: View): TemplateResult {
  const open = view.panel === "agencies";
  return html`<button class="btn btn-quiet panel-add panel-fold" type="button" aria-expanded=${open}
    data-panel=${open ? "requests" : "agencies"}>${open ? "Hide" : "Show"}</button>`;
}

function empty(view: View, title: string): string {
  return view.link.worth(Date.now()) === "live" ? `No ${title.toLowerCase()} yet` : "Not known: no link";
}

function list<R>(rows: Keyed<R>[], draw: (each: Keyed<R>) => unknown): unknown {
  return repeat(rows, ([key]) => key, draw);
}

function objective(view: View, [key, row]: Keyed<Objective>): TemplateResult {
  const status = shared(row.status, "open") ?? "open";
  return html`<div class="objective" data-status=${status}>
    <span class="number">${field(view, row.number, row.owner)}</span>
    <p>${field(view, row.text, row.owner)}</p>
    ${settles(view, key, row, pill(status, status === "met" ? "ok" : "", SIGNS[status] ?? "ring"))}</div>`;
}

/** Its state is at the same time the way to settle it, where the page allows that. */
function settles(view: View, key: string, row: Objective, state: TemplateResult): TemplateResult {
  const url = view.url("settle", idOf(key));
  const words = html`<span class="sr-only">Settle objective ${number(row.number)}: </span>${state}`;
  return url ? html`${opens(url, words, "objective-settle")}` : state;
}

function note(view: View, [, row]: Keyed<Note>): TemplateResult {
  const category = shared(row.category, null);
  return html`<article class="note">
    <header>${owner(view, row.owner)}<strong>${field(view, row.author, row.owner)}</strong>
      ${category && category !== "OPS" && category !== "PUB" ? pill(category, "", "lock") : nothing}
      <span class="note-age">${since(row.at, 900, 3600)}</span></header>
    <p>${field(view, row.text, row.owner)}</p></article>`;
}

function agency(view: View, [, row]: Keyed<Participation>): TemplateResult {
  return html`<div class="agency-row">
    <strong class="agency" data-stripe=${stripe(shared(row.agency, null) ?? row.owner)}>${field(view, row.agency_name, row.owner)}</strong>
    <span class="quiet">${field(view, row.role, row.owner)} · ${field(view, row.status, row.owner)}</span>
    <span class="note-age">${since(row.since)}</span></div>`;
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
