import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import type { Deployment } from "../kinds";
import { label } from "../labels";
import type { Keyed } from "../rows";
import type { View } from "../view";
import { shared } from "../withheld";
import { field, icon, owner, pill, recorded, since, stripeOf, until, type Drawn } from "./parts";
import { filled, gettext } from "../words";

const AGING = 20 * 60;
const OLD = 40 * 60;

type Look = readonly [words: string, tone: string, sign: string];

const STATES: Readonly<Record<string, Look>> = {
  ordered: [gettext("Ordered"), "", "wait"],
  committed: [gettext("Committed"), "", "ring"],
  mobilizing: [gettext("Mobilizing"), "warn", "half"],
  en_route: [gettext("En route"), "warn", "play"],
  checked_in: [gettext("Available"), "ok", "check"],
  staged: [gettext("Staged"), "ok", "check"],
  available_base: [gettext("At base"), "ok", "check"],
  assigned: [gettext("Assigned"), "busy", "disc"],
  out_of_service: [gettext("O/S"), "bad", "cross"],
  demobilizing: [gettext("Demob"), "", "leave"],
  released: [gettext("Released"), "", "leave"],
  returning: [gettext("Returning"), "", "leave"],
};

/** One deployment as a card. It is drawn again only when something on it changed. */
export function unit(view: View, [key, row]: Keyed<Deployment>): unknown {
  const sending = view.sendings.of(key);
  const depends = [row, sending, view.picked === key, view.entry === key, view.fresh(key),
    view.agencies.get(row.owner), view.stripes.get(row.owner), view.url("move")];
  return guard(depends, () => card(view, key, row));
}

function card(view: View, key: string, row: Deployment): TemplateResult {
  const sending = view.sendings.of(key);
  const sign = shared(row.call_sign, null) ?? gettext("this unit");
  const phase = sending ? (sending.refused ? "refused" : "sending") : nothing;
  return html`<article class="unit" data-card=${shared(row.card, "generic") ?? "generic"}
      data-stripe=${stripeOf(view, row.owner)} data-phase=${phase} ?data-fresh=${view.fresh(key)}
      ?data-unordered=${shared(row.unordered, false)}>
    <button class="unit-pick" type="button" data-unit=${key} aria-pressed=${view.picked === key}
        tabindex=${view.entry === key ? 0 : -1}>
      <span class="unit-kind">${icon(shared(row.card, "generic") ?? "generic")}${type(row)}</span>
      <span class="unit-top"><span class="unit-sign">${field(view, row.call_sign, row.owner, gettext("no call sign"))}</span>
        ${state(view, row)}</span>
      <span class="unit-line">${owner(view, row.owner)}<span class="unit-name"
        >${field(view, row.kind_name, row.owner, gettext("kind unknown"))}</span>${people(view, row)}</span>
      <span class="unit-line">${leader(view, row)}
        <span class="unit-age">${age(row)}</span></span>
      ${shared(row.unordered, false) ? html`<span class="unit-flag">${gettext("arrived, not requested")}</span>` : nothing}
      ${sending ? html`<span class="unit-sending" role="status">${sending.words}</span>` : nothing}
    </button>
    ${view.url("move") ? html`<button class="unit-more" type="button" data-menu=${key}
      aria-label=${filled(gettext("Move %(unit)s to…"), { unit: sign })}>${icon("more")}</button>` : nothing}
  </article>`;
}

function type(row: Deployment): Drawn {
  const number = shared(row.type, null);
  return number ? html`<b>${filled(gettext("T%(type)s"), { type: number })}</b>` : nothing;
}

function state(view: View, row: Deployment): unknown {
  if (typeof row.state !== "string") return field(view, row.state, row.owner, gettext("state unknown"));
  const [words, tone, sign] = STATES[row.state] ?? [row.state.replaceAll("_", " "), "", "ring"];
  const reason = row.state === "out_of_service" ? shared(row.reason, null) : null;
  return pill(reason ? `${words} ${label(reason).slice(0, 10)}` : words, tone, sign);
}

function people(view: View, row: Deployment): TemplateResult {
  const count = row.personnel;
  return html`<span class="unit-people">${icon("people")}${field(view, count, row.owner, "?")}
    <span class="sr-only">${gettext("people")}</span></span>`;
}

function leader(view: View, row: Deployment): Drawn {
  return row.leader === null ? nothing
    : html`<span class="unit-leader">${field(view, row.leader, row.owner)}</span>`;
}

function age(row: Deployment): unknown {
  const coming = row.state === "en_route" || row.state === "mobilizing";
  const eta = coming ? shared(row.eta, null) : null;
  return eta ? until(eta, 60, gettext("ETA %(time)s")) : html`${since(row.since, AGING, OLD, "short")}${recorded(row)}`;
}
