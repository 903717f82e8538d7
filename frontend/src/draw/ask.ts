import { html, nothing, type TemplateResult } from "lit";
import { answerableLate, rings, type Ask } from "../asks";
import { isWithheld, shared } from "../withheld";
import type { InboxView } from "./inbox";
import { icon, opens, pill, since, sealed, until, type Drawn } from "./parts";
import { PRIORITIES } from "./request";

const MODES: Readonly<Record<string, string>> = { exercise: "EXERCISE EXERCISE EXERCISE", test: "TEST", training: "TRAINING" };

/** One ask: what, where, by when, under which clause, and what stays at home if we say yes. */
export function ask(view: InboxView, id: string, row: Ask): TemplateResult {
  const [words, tone, sign] = PRIORITIES[shared(row.priority, "routine") ?? "routine"] ?? ["Routine", "", "ring"];
  const mode = MODES[shared(row.mode, "real_world") ?? ""];
  return html`<article class="ask card" ?data-rings=${rings(row)} data-priority=${shared(row.priority, "routine")}>
    ${mode ? html`<div class="mode-banner"><span>${mode}</span></div>` : nothing}
    <header class="ask-head">
      <div><p class="ask-tags">${pill(words, tone, sign)} <a class="number" href=${view.url("ask", id) ?? "#"}>${sealed(row.request_number)}</a>
        ${marks(row)}</p>
        <h3>${what(row)}</h3>
        <p>${sealed(row.requested_by_agency)} for <strong>${sealed(row.incident_name)}</strong>
          <span class="number">${sealed(row.incident_number)}</span></p></div>
      ${clockFace(row)}
    </header>
    <dl class="facts">
      <dt>Deliver to</dt><dd>${sealed(row.deliver_to, "not given")}</dd>
      <dt>We keep</dt><dd>${keeps(row)}</dd>
      <dt>Needed</dt><dd>${shared(row.needed_by, null) ? until(row.needed_by, 900, "in ") : sealed(row.needed_by, "time not given")}</dd>
      <dt>Because</dt><dd>${because(row)}</dd>
    </dl>
    ${rings(row) ? nothing : html`<p class="ask-over">${standing(row)}</p>`}
    ${rings(row) || answerableLate(row) ? buttons(view, id, row) : nothing}
  </article>`;
}

/** What has become of the time that there was. */
function marks(row: Ask): Drawn {
  return html`${shared(row.on_hold, false) ? pill("On hold", "warn", "wait") : nothing}
    ${rings(row) && shared(row.reminded, false) ? pill("Reminded", "warn", "bell") : nothing}`;
}

function standing(row: Ask): unknown {
  const holds = shared(row.valid_until, null);
  return html`${sealed(row.status_label)}${holds ? html`, holds for ${until(holds, 300)}` : nothing}${
    answerableLate(row) ? ". A late answer is still welcome." : nothing}`;
}

function what(row: Ask): unknown {
  const type = shared(row.type, null);
  const better = shared(row.or_better, false) ? " or better" : "";
  return html`${sealed(row.quantity)} × ${sealed(row.kind_name)}${type ? html` <small>type ${type}${better}</small>` : nothing}`;
}

function clockFace(row: Ask): Drawn {
  if (!rings(row)) return html`<span class="ask-clock">${since(row.asked_at)}</span>`;
  return html`<span class="ask-clock"><small>${icon("bell")}answer within</small>
    <strong>${until(row.due_at, 60)}</strong><small>${sealed(row.tier_label)}, asked ${since(row.asked_at)}</small></span>`;
}

/** The draw-down floor is what the agreement leaves at home. */
function keeps(row: Ask): unknown {
  const { keeps: kept } = row;
  if (isWithheld(kept)) return sealed(kept);
  if (!kept) return "not counted";
  const after = kept.now - (shared(row.quantity, 0) ?? 0);
  const low = after < kept.floor;
  return html`${after} of ${kept.now} ${kept.kind_name} at home, floor ${kept.floor}
    ${low ? pill("below our floor", "warn", "alert") : nothing}`;
}

function because(row: Ask): unknown {
  return html`<details class="ask-clause"><summary>${sealed(row.clause_title, "clause")}</summary>
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
    ${opens(answer("all"), html`${icon("check")}${quantity > 1 ? `Offer all ${quantity}` : "Offer"}`, "btn btn-primary")}
    ${quantity > 1 ? opens(answer("some"), html`${icon("half")}Offer some`, "btn btn-plain") : nothing}
    ${opens(answer("decline"), html`${icon("cross")}Decline…`, "btn btn-quiet ask-decline")}
  </footer>`;
}
