/** Small things that many drawings share. */

import { html, nothing, svg, type TemplateResult } from "lit";
import { clock } from "../clock";
import type { Text } from "../kinds";
import type { View } from "../view";
import { isWithheld, shared, type Maybe } from "../withheld";
import { dateAndTime, shortTime } from "../zones";
import { filled, gettext } from "../words";

export type Drawn = TemplateResult | typeof nothing;

const TOLD_AT_ONCE_MS = 60_000;

export function icon(name: string): TemplateResult {
  const sprite = document.documentElement.dataset["icons"] ?? "";
  return html`<svg class="icon" aria-hidden="true">${svg`<use href="${sprite}#${name}"></use>`}</svg>`;
}

export function pill(words: unknown, tone = "", sign = ""): TemplateResult {
  return html`<span class="pill" data-tone=${tone}>${sign ? icon(sign) : nothing}${words}</span>`;
}

/** A field as it may be seen: itself, "withheld: PII" with its owner, or what stands for nothing. */
export function field(view: View, value: Maybe<unknown>, owner: string, empty = ""): unknown {
  if (!isWithheld(value)) return value ?? empty;
  const by = agencyName(view, owner);
  return html`<span class="withheld" title=${filled(gettext("withheld by %(agency)s"), { agency: by })}>${keptBack(value.withheld, by)}</span>`;
}

/** The same where one may ask the owner for it, if the page lets one. */
export function askable(view: View, value: Maybe<unknown>, owner: string): unknown {
  const ask = owner === view.agency ? null : view.url("askShare", owner);
  if (!isWithheld(value) || !ask) return field(view, value, owner);
  const { withheld: category } = value;
  const by = agencyName(view, owner);
  return opens(`${ask}?category=${encodeURIComponent(category)}`,
    html`<span class="withheld">${keptBack(category, by)}</span> ${gettext("Ask")}`, "btn btn-quiet note-ask");
}

/** Who can see a panel, or one of its rows: a small chip that opens the list, down to names. */
export function eyes(view: View, of: string, what: string): Drawn {
  return opens(view.url("panelEyes", of), icon("eye"), "btn btn-quiet btn-square eyes", filled(gettext("Who can see: %(what)s"), { what }));
}

/** Why a field of another agency's is shown or not, in the words of its clauses. */
export function whyShown(view: View, key: string, name: string, owner: string, what: string): Drawn {
  const why = owner === view.agency ? null : view.url("why", key);
  if (!why) return nothing;
  return opens(`${why}&field=${name}`, gettext("Why"), "btn btn-quiet note-ask", filled(gettext("Why: %(what)s"), { what }));
}

function keptBack(category: string, by: string): TemplateResult {
  return html`${icon("lock")}<span class="withheld-word">${gettext("withheld:")} </span>${category}<span class="withheld-by"> (${by})</span>`;
}

/** The same where every row is one's own to answer, and so no owner need be named. */
export function sealed(value: Maybe<unknown>, empty = ""): unknown {
  if (!isWithheld(value)) return value ?? empty;
  return html`<span class="withheld">${icon("lock")}${gettext("withheld:")} ${value.withheld}</span>`;
}

export function agencyName(view: View, agency: string): string {
  return shared(view.agencies.get(agency)?.agency_name, null) ?? gettext("another agency");
}

export function agencyCode(view: View, agency: string): string {
  return shared(view.agencies.get(agency)?.agency_code, null) ?? agencyName(view, agency);
}

/** The stripe of whoever is at the incident; others wear none. */
export function stripeOf(view: View, agency: string): number | typeof nothing {
  return view.stripes.get(agency) ?? nothing;
}

/** Whose it is, on everything: a stripe and a code, with the whole name behind it. */
export function owner(view: View, agency: string): TemplateResult {
  return html`<abbr class="owner" data-stripe=${stripeOf(view, agency)} title=${agencyName(view, agency)}
    >${agencyCode(view, agency)}</abbr>`;
}

export function since(at: Maybe<string | null>, aging = Infinity, old = Infinity, words = "long"): Drawn {
  const moment = shared(at, null);
  return moment ? html`<time-ago at=${moment} aging=${aging} old=${old} words=${words}></time-ago>` : nothing;
}

export function until(at: Maybe<string | null>, soon = 60, before = ""): Drawn {
  const moment = shared(at, null);
  return moment ? html`<count-down to=${moment} soon=${soon} before=${before}></count-down>` : nothing;
}

/** A link that opens in the page's dialog; nothing where the page did not allow it. */
export function opens(url: string | null, words: unknown, look = "btn btn-plain", label = ""): Drawn {
  return url ? html`<a class=${look} href=${url} data-sheet aria-label=${label || nothing}>${words}</a>` : nothing;
}

/** What was told later says so: the age is the true one, and beside it stands when it was recorded. */
export function recorded(row: { readonly since: Text; readonly recorded_at: Text }): Drawn {
  const [at, told] = [shared(row.since, null), shared(row.recorded_at, null)];
  if (!at || !told || Date.parse(told) - Date.parse(at) < TOLD_AT_ONCE_MS) return nothing;
  const title = filled(gettext("Happened %(at)s, recorded %(told)s"), { at: dateAndTime(at), told: dateAndTime(told) });
  return html` <small class="recorded" title=${title}>${filled(gettext("rec. %(time)s"), { time: shortTime(told, clock.now()) })}</small>`;
}
