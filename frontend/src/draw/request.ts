import { html, nothing, type TemplateResult } from "lit";
import type { Line, Request, Solicitation } from "../kinds";
import { answer, ladder, number, unmet, type Chip } from "../ladder";
import { idOf, type Keyed } from "../rows";
import type { View } from "../view";
import { shared } from "../withheld";
import { field, icon, owner, pill, since, until, type Drawn } from "./parts";
import { filled, gettext } from "../words";

export const PRIORITIES: Readonly<Record<string, readonly [words: string, tone: string, sign: string]>> = {
  emergency: [gettext("EMERGENCY"), "shout", "alert"],
  urgent: [gettext("Urgent"), "alert", "clock"],
  routine: [gettext("Routine"), "", "ring"],
};

const SETTLED = new Set(["filled", "closed", "cancelled", "completed"]);

export function request(view: View, [key, row]: Keyed<Request>): TemplateResult {
  const id = idOf(key);
  const lines = view.rows.all("line").filter(([, line]) => shared(line.request, null) === id);
  const [words, tone, sign] = PRIORITIES[shared(row.priority, "routine") ?? "routine"] ?? [gettext("Routine"), "", "ring"];
  const over = SETTLED.has(shared(row.status, "") ?? "");
  return html`<article class="request" data-priority=${over ? nothing : shared(row.priority, "routine")}>
    <header class="request-head">
      <h3><a href=${view.url("requests", id) ?? "#"}>${field(view, row.number, row.owner)}</a></h3>
      ${pill(words, over ? "" : tone, sign)}
      ${status(view, row)}
    </header>
    <p class="request-where">${icon("pin")}<span>${field(view, row.deliver_to, row.owner, gettext("place not given"))}</span>
      ${due(view, row)}${owner(view, row.owner)}</p>
    ${lines.map((each) => line(view, each))}
  </article>`;
}

/** What cannot be had is said as loudly as what is wanted: somebody has to act on it. */
function status(view: View, row: Request): TemplateResult {
  const words = field(view, row.status_label, row.owner);
  return html`<span class="request-status">${unmet(shared(row.status, null)) ? pill(words, "bad", "cross") : words}</span>`;
}

/** Until when it is needed; what is settled is not late, however long ago that was. */
function due(view: View, row: Request): Drawn {
  if (SETTLED.has(shared(row.status, "") ?? "")) return nothing;
  return html`<span class="request-due">${gettext("needed")} ${shared(row.needed_by, null)
    ? until(row.needed_by, 900, gettext("in %(time)s")) : field(view, row.needed_by, row.owner, gettext("time not given"))}</span>`;
}

function line(view: View, each: Keyed<Line>): TemplateResult {
  const [, row] = each;
  const type = shared(row.type, null);
  const [ordered, accepted] = [number(row.ordered), number(row.accepted)];
  const better = shared(row.or_better, false) ? gettext("type %(type)s or better") : gettext("type %(type)s");
  return html`<section class="line">
    <p class="line-what"><strong>${ordered} × ${field(view, row.kind_name, row.owner, gettext("kind unknown"))}</strong>
      ${type ? html`<span>${filled(better, { type })}</span>` : nothing}
      <span class="line-count" data-full=${String(accepted >= ordered)}>${filled(gettext("%(given)s of %(wanted)s"), { given: accepted, wanted: ordered })}
        <small>${gettext("accepted")}</small> · ${number(row.received)} <small>${gettext("here")}</small></span></p>
    <progress max=${ordered || 1} value=${accepted} aria-label=${filled(gettext("%(given)s of %(wanted)s accepted"), { given: accepted, wanted: ordered })}></progress>
    <ol class="ladder" aria-label=${gettext("Ladder")}>${ladder(each, view.rows).map((rung) => chip(view, rung))}</ol>
  </section>`;
}

function chip(view: View, rung: Chip): TemplateResult {
  return html`<li class="rung" data-tone=${rung.tone}>
    <span class="rung-chip">${icon(rung.icon)}<strong>${rung.label}</strong>
      <span>${rung.words}</span>${rung.due ? html`<b>${until(rung.due, 60)}</b>` : nothing}</span>
    ${rung.asked.length ? html`<ul class="answers">${rung.asked.map((each) => answered(view, each))}</ul>` : nothing}
  </li>`;
}

function answered(view: View, [, row]: Keyed<Solicitation>): TemplateResult {
  const { tone, icon: sign, words } = answer(row);
  const due = tone === "busy" ? until(row.due_at, 60) : since(row.answered_at);
  return html`<li class="answer" data-tone=${tone} title=${shared(row.clause, null) ?? ""}>
    <span>${field(view, row.agency_name, row.owner)}</span>
    <span class="answer-words">${icon(sign)}${words}${late(row)}</span><span class="answer-age">${due}</span></li>`;
}

function late(row: Solicitation): Drawn {
  return shared(row.late, false) ? html` <em>${gettext("late")}</em>` : nothing;
}
