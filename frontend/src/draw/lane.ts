import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { number } from "../ladder";
import type { Lane } from "../lanes";
import { takes } from "../moves";
import { CALM } from "../link";
import type { View } from "../view";
import { eyes, field, icon, opens, pill, type Drawn } from "./parts";
import { unit } from "./unit";
import { filled, gettext, ngettext } from "../words";

const SPAN_WIDE = 6;
const SPAN_BROKEN = 8;

/** What the lanes that nobody supervises are for. */
const HINTS: Readonly<Record<string, string>> = {
  expected: gettext("on the way"), arrived: gettext("available"), assigned: gettext("no supervisor"),
  out: gettext("not usable"), leaving: gettext("released, going home"),
};

export function lane(view: View, drawn: Lane): TemplateResult {
  const id = `lane-${drawn.key}`;
  return html`<section class="lane" data-lane=${drawn.key} data-kind=${drawn.kind} aria-labelledby=${id}
      ?data-takes=${view.picked !== null && takes(drawn, laneWith(view, view.picked))}>
    <header class="lane-head">
      <h2 id=${id}>${title(view, drawn)}</h2>
      ${span(drawn)}${supervisor(view, drawn)}
      <p class="lane-count">${drawn.units.length} <span>${ngettext("unit", "units", drawn.units.length)}</span>
        · ${people(drawn)} <span>${ngettext("person", "people", people(drawn))}</span></p>
      ${eyes(view, "units", gettext("Units"))}
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
  return CALM.has(view.link.worth(Date.now())) ? gettext("No units") : gettext("Not known: no link");
}

/** The lane's name as somebody would say it: "Division A". */
export function named(drawn: Pick<Lane, "group" | "prefix" | "title">): string {
  const { group, prefix, title } = drawn;
  return group ? `${title} ${prefix}`.trim() : `${prefix} ${title}`.trim();
}

export function counted(drawn: Lane): string {
  return ngettext("%(count)s unit", "%(count)s units", drawn.units.length);
}

/** A division's name leads to what is known of it, where the page allows to change that. */
function title(view: View, drawn: Lane): unknown {
  const url = drawn.division ? view.url("edit", drawn.division) : null;
  const label = filled(gettext("Edit %(lane)s"), { lane: named(drawn) });
  return url ? opens(url, heading(drawn), "lane-title", label) : heading(drawn);
}

function heading({ group, prefix, title }: Lane): TemplateResult {
  const word = prefix ? html`<small>${prefix}</small>` : nothing;
  return group ? html`${title} ${word}` : html`${word} ${title}`;
}

function people(drawn: Lane): number {
  return drawn.units.reduce((sum, [, each]) => sum + number(each.personnel), 0);
}

function supervisor(view: View, drawn: Lane): Drawn {
  const row = drawn.division ? view.rows.one("division", drawn.division) : undefined;
  if (!row) return html`<p class="lane-lead"><span class="lane-words">${HINTS[drawn.kind]}</span></p>`;
  return html`<p class="lane-lead">${icon("person")}<span class="sr-only">${gettext("Supervisor")} </span>
    <span class="lane-words">${field(view, row.supervisor, row.owner, gettext("no supervisor"))}</span></p>`;
}

/** Span of control: more than five below one supervisor is wide, from eight on it is broken. */
function span(drawn: Lane): Drawn {
  const wide = drawn.division !== null && drawn.kind === "division" ? drawn.units.length : 0;
  if (wide < SPAN_WIDE) return nothing;
  return pill(filled(gettext("span %(units)s"), { units: wide }), wide >= SPAN_BROKEN ? "bad" : "warn", "alert");
}

function takeButton(view: View, drawn: Lane): Drawn {
  if (!view.picked || !takes(drawn, laneWith(view, view.picked))) return nothing;
  return html`<button class="lane-take" type="button" data-take=${drawn.key}>${icon("move")}<span>${filled(gettext("Move to %(lane)s"), { lane: named(drawn) })}</span></button>`;
}

export function laneWith(view: Pick<View, "lanes">, key: string): string | null {
  return view.lanes.find((each) => each.units.some(([unitKey]) => unitKey === key))?.key ?? null;
}
