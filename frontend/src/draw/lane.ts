import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { number } from "../ladder";
import type { Lane } from "../lanes";
import { takes } from "../moves";
import type { View } from "../view";
import { field, icon, opens, pill, type Drawn } from "./parts";
import { unit } from "./unit";

const SPAN_WIDE = 6;
const SPAN_BROKEN = 8;

/** What the lanes that nobody supervises are for. */
const HINTS: Readonly<Record<string, string>> = {
  expected: "on the way", arrived: "available", assigned: "no supervisor", out: "not usable", leaving: "released, going home",
};

export function lane(view: View, drawn: Lane): TemplateResult {
  const id = `lane-${drawn.key}`;
  return html`<section class="lane" data-lane=${drawn.key} data-kind=${drawn.kind} aria-labelledby=${id}
      ?data-takes=${view.picked !== null && takes(drawn, laneWith(view, view.picked))}>
    <header class="lane-head">
      <h2 id=${id}>${title(view, drawn)}</h2>
      ${span(drawn)}${supervisor(view, drawn)}
      <p class="lane-count">${drawn.units.length} <span>${drawn.units.length === 1 ? "unit" : "units"}</span>
        · ${people(drawn)} <span>people</span></p>
    </header>
    ${takeButton(view, drawn)}
    <ul class="lane-units">
      ${repeat(drawn.units, ([key]) => key, (each) => html`<li>${unit(view, each)}</li>`)}
      ${drawn.units.length ? nothing : html`<li class="lane-empty">${empty(view)}</li>`}
    </ul>
  </section>`;
}

/** Where the link is down, an empty lane is not known to be empty. */
function empty(view: View): string {
  return view.link.worth(Date.now()) === "live" ? "No units" : "Not known: no link";
}

/** The lane's name as somebody would say it: "Division A". */
export function named(drawn: Pick<Lane, "prefix" | "title">): string {
  const { prefix, title } = drawn;
  return prefix === "Group" ? `${title} Group` : `${prefix} ${title}`.trim();
}

export function counted(drawn: Lane): string {
  return drawn.units.length === 1 ? "1 unit" : `${drawn.units.length} units`;
}

/** A division's name leads to what is known of it, where the page allows to change that. */
function title(view: View, drawn: Lane): unknown {
  const url = drawn.division ? view.url("edit", drawn.division) : null;
  return url ? opens(url, heading(drawn), "lane-title") : heading(drawn);
}

function heading({ prefix, title }: Lane): TemplateResult {
  const word = prefix ? html`<small>${prefix}</small>` : nothing;
  return prefix === "Group" ? html`${title} ${word}` : html`${word} ${title}`;
}

function people(drawn: Lane): number {
  return drawn.units.reduce((sum, [, each]) => sum + number(each.personnel), 0);
}

function supervisor(view: View, drawn: Lane): Drawn {
  const row = drawn.division ? view.rows.one("division", drawn.division) : undefined;
  if (!row) return html`<p class="lane-lead">${HINTS[drawn.kind]}</p>`;
  return html`<p class="lane-lead">${icon("person")}<span class="sr-only">Supervisor </span>
    ${field(view, row.supervisor, row.owner, "no supervisor")}</p>`;
}

/** Span of control: more than five below one supervisor is wide, from eight on it is broken. */
function span(drawn: Lane): Drawn {
  const wide = drawn.division !== null && drawn.kind === "division" ? drawn.units.length : 0;
  if (wide < SPAN_WIDE) return nothing;
  return pill(`span ${wide}`, wide >= SPAN_BROKEN ? "bad" : "warn", "alert");
}

function takeButton(view: View, drawn: Lane): Drawn {
  if (!view.picked || !takes(drawn, laneWith(view, view.picked))) return nothing;
  return html`<button class="lane-take" type="button" data-take=${drawn.key}>${icon("move")}<span>Move to ${named(drawn)}</span></button>`;
}

export function laneWith(view: Pick<View, "lanes">, key: string): string | null {
  return view.lanes.find((each) => each.units.some(([unitKey]) => unitKey === key))?.key ?? null;
}
