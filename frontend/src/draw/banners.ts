import { html, nothing, type TemplateResult } from "lit";
import { clock } from "../clock";
import type { View } from "../view";
import { shared } from "../withheld";
import { idOf } from "../rows";
import { emptySeats } from "./head";
import { agencyName, field, icon, opens, sealed, until, type Drawn } from "./parts";
import { stale } from "./stale";
import { filled, gettext, woven } from "../words";

export const MODES: Readonly<Record<string, string>> = {
  exercise: gettext("EXERCISE EXERCISE EXERCISE"), test: gettext("TEST"), training: gettext("TRAINING"),
};

/** Everything that must not be overlooked, loudest first. */
export function banners(view: View): TemplateResult {
  return html`${mode(view)}${stale(view.link)}${uncommanded(view)}${glasses(view)}${offered(view)}${closed(view)}`;
}

function mode(view: View): Drawn {
  const words = MODES[modeOf(view)];
  return words ? html`<div class="mode-banner"><span>${words}</span></div>` : nothing;
}

export function modeOf(view: View): string {
  return shared(view.rows.all("incident")[0]?.[1].mode, "real_world") ?? "real_world";
}

function uncommanded(view: View): Drawn {
  const [incident] = view.rows.all("incident");
  if (!incident || shared(incident[1].status, "active") !== "active") return nothing;
  const seats = view.rows.all("seat");
  const empty = emptySeats(view);
  if (seats.length && !empty.length) return nothing;
  const nobody = empty.length === seats.length;
  const whose = empty.map((seat) => agencyName(view, String(shared(seat.agency, seat.owner))));
  const [words, who] = nobody
    ? [gettext("Nobody holds command."), gettext("A commander of any agency at this incident may take it.")]
    : [filled(gettext("A command seat is empty: %(agencies)s."), { agencies: whose.join(", ") }),
      gettext("A commander of that agency may take it.")];
  return html`<div class="banner" data-tone="shout" role="alert">${icon("seat-empty")}<span><strong>${words}</strong> ${who}</span>
    <span class="banner-end">${opens(view.url("fillers"), gettext("Who may take it"), "btn banner-button")}
      ${opens(view.url("take"), gettext("Take command"), "btn banner-button")}</span></div>`;
}

/** Command is offered to the person at this screen. */
function offered(view: View): Drawn {
  const mine = view.rows.all("handover").find(([, row]) => row.to_member === view.member && view.member !== "");
  if (!mine) return nothing;
  const [key, row] = mine;
  return html`<div class="banner" data-tone="offer" role="alert">${icon("handover")}
    <strong>${woven(gettext("%(name)s offers you command."),
      { name: field(view, row.from_name, row.owner, gettext("The seat")) })}</strong>
    <span class="banner-end">${opens(view.url("handover", idOf(key)), gettext("Open the briefing"), "btn banner-button")}</span></div>`;
}

/** While it is open, both sides see it: whoever reads, and whose data it is. */
function glasses(view: View): Drawn {
  const open = view.rows.all("glass").filter(([, row]) =>
    !shared(row.ended_at, null) && Date.parse(shared(row.until, null) ?? "") > clock.now());
  return html`${open.map(([key, row]) => html`<div class="banner" data-tone="alert" role="alert">${icon("alert")}
    <strong>${woven(row.member === view.member && view.member !== ""
      ? gettext("You opened what %(owner)s withholds. Everything you read is listed.")
      : gettext("%(name)s opened what %(owner)s withholds: %(reason)s"), {
      owner: sealed(row.owner_name), name: sealed(row.member_name), reason: sealed(row.reason) })}</strong>
    ${until(row.until, 600)}
    <span class="banner-end"><a class="btn banner-button" href=${view.url("glass", idOf(key)) ?? "#"}>${gettext("What was read")}</a></span></div>`)}`;
}

function closed(view: View): Drawn {
  const [incident] = view.rows.all("incident");
  if (!incident || shared(incident[1].status, "active") !== "closed") return nothing;
  return html`<div class="banner" data-tone="still">${icon("flag")}<strong>${gettext("This incident is closed.")}</strong></div>`;
}
