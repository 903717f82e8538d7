import { html, nothing, type TemplateResult } from "lit";
import { answerableLate, rings, type Ask } from "../asks";
import { isWithheld, shared } from "../withheld";
import { MODES } from "./banners";
import type { InboxView } from "./inbox";
import { icon, opens, pill, since, sealed, until, type Drawn } from "./parts";
import { PRIORITIES } from "./request";
import { filled, gettext, woven } from "../words";
import { dateAndTime } from "../zones";

/** One ask: what, where, by when, under which clause, and what stays at home if we say yes. */
export function ask(view: InboxView, id: string, row: Ask): TemplateResult {
  const [words, tone, sign] = PRIORITIES[shared(row.priority, "routine") ?? "routine"] ?? [gettext("Routine"), "", "ring"];
  const mode = MODES[shared(row.mode, "real_world") ?? ""];
  return html`<article class="ask card" ?data-rings=${rings(row)} data-priority=${shared(row.priority, "routine")}>
    ${mode ? html`<div class="mode-banner"><span>${mode}</span></div>` : nothing}
    <header class="ask-head">
      <div><p class="ask-tags">${pill(words, tone, sign)} <a class="number" href=${view.url("ask", id) ?? "#"}>${sealed(row.request_number)}</a>
        ${marks(row)}</p>
        <h3>${what(row)}</h3>
        <p>${woven(gettext("%(agency)s for %(incident)s"), {
          agency: sealed(row.requested_by_agency), incident: html`<strong>${sealed(row.incident_name)}</strong>` })}
          <span class="number">${sealed(row.incident_number)}</span></p></div>
      ${clockFace(row)}
    </header>
    <dl class="facts">
      <dt>${gettext("Report to")}</dt><dd>${sealed(row.deliver_to, gettext("not given"))}</dd>
      <dt>${gettext("We keep")}</dt><dd>${keeps(row)}</dd>
      <dt>${gettext("Needed")}</dt><dd>${needed(row)}</dd>
      <dt>${gettext("Because")}</dt><dd>${because(row)}</dd>
    </dl>
    ${rings(row) ? nothing : html`<p class="ask-over">${standing(row)}</p>`}
    ${rings(row) || answerableLate(row) ? buttons(view, id, row) : nothing}
  </article>`;
}

/** What has become of the time that there was. */
function marks(row: Ask): Drawn {
  return html`${shared(row.on_hold, false) ? pill(gettext("On hold"), "warn", "wait") : nothing}
    ${rings(row) && shared(row.reminded, false) ? pill(gettext("Reminded"), "warn", "bell") : nothing}`;
}

/** Nothing is late for who is not waited for: what is settled says only when it was needed. */
function needed(row: Ask): unknown {
  const by = shared(row.needed_by, null);
  if (!by) return sealed(row.needed_by, gettext("time not given"));
  return rings(row) || answerableLate(row) ? until(by, 900, gettext("in %(time)s")) : dateAndTime(by);
}

function standing(row: Ask): unknown {
  const holds = shared(row.valid_until, null);
  const stands = holds ? woven(gettext("%(status)s, holds for %(time)s"), { status: sealed(row.status_label), time: until(holds, 300) })
    : sealed(row.status_label);
  return html`${stands}${answerableLate(row) ? gettext(". A late answer is still welcome.") : nothing}`;
}

function what(row: Ask): unknown {
  const type = shared(row.type, null);
  const better = shared(row.or_better, false) ? gettext("type %(type)s or better") : gettext("type %(type)s");
  return html`${sealed(row.quantity)} × ${sealed(row.kind_name)}${type ? html` <small>${filled(better, { type })}</small>` : nothing}`;
}

function clockFace(row: Ask): Drawn {
  if (!rings(row)) return html`<span class="ask-clock">${since(row.asked_at)}</span>`;
  return html`<span class="ask-clock"><small>${icon("bell")}${gettext("answer within")}</small>
    <strong>${until(row.due_at, 60)}</strong><small>${woven(gettext("%(tier)s, asked %(time)s"), {
      tier: sealed(row.tier_label), time: since(row.asked_at) })}</small></span>`;
}

/** The draw-down floor is what the agreement leaves at home. */
function keeps(row: Ask): unknown {
  const { keeps: kept } = row;
  if (isWithheld(kept)) return sealed(kept);
  if (!kept) return gettext("not counted");
  const after = kept.now - (shared(row.quantity, 0) ?? 0);
  const low = after < kept.floor;
  return html`${filled(gettext("%(after)s of %(now)s %(kind)s at home, floor %(floor)s"),
    { after, now: kept.now, kind: kept.kind_name, floor: kept.floor })}
    ${low ? pill(gettext("below our floor"), "warn", "alert") : nothing}`;
}

function because(row: Ask): unknown {
  return html`<details class="ask-clause"><summary>${sealed(row.clause_title, gettext("clause"))}</summary>
    <blockquote>${sealed(row.clause)}</blockquote></details>
    <span class="quiet">${sealed(row.agreement_title)}</span>`;
}

function buttons(view: InboxView, id: string, row: Ask): TemplateResult {
  const answer = (kind: string): string | null => {
    const url = view.url("answer", id);
    return url && `${url}?${new URLSearchParams({ answer: kind }).toString()}`;
  };
  const quantity = shared(row.quantity, 0) ?? 0;
  return html`<footer class="ask-buttons">
    ${opens(answer("all"), html`${icon("check")}${quantity > 1 ? filled(gettext("Offer all %(count)s"), { count: quantity }) : gettext("Offer")}`, "btn btn-primary")}
    ${quantity > 1 ? opens(answer("some"), html`${icon("half")}${gettext("Offer some")}`, "btn btn-plain") : nothing}
    ${opens(answer("decline"), html`${icon("cross")}${gettext("Decline…")}`, "btn btn-quiet ask-decline")}
  </footer>`;
}
