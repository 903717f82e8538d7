import { html, nothing } from "lit";
import { CALM, type Link } from "../link";
import { exactTime } from "../zones";
import { icon, type Drawn } from "./parts";
import { filled, gettext } from "../words";

/** The link is down, or has been silent for too long: say since when, loudly. */
export function stale(link: Link): Drawn {
  const now = Date.now();
  const worth = link.worth(now);
  if (CALM.has(worth)) return nothing;
  if (worth === "late") {
    return html`<div class="banner" data-tone="alert" role="status">${icon("clock")}
      <strong>${filled(gettext("Nothing heard since %(time)s."), { time: exactTime(link.heard) })}</strong> ${gettext("Waiting for the next beat.")}</div>`;
  }
  const retry = link.retry(now);
  return html`<div class="banner" data-tone=${worth === "amber" ? "alert" : "shout"} role="alert">
    ${icon("unlink")}<strong>${filled(gettext("No link since %(time)s."), { time: exactTime(link.heard) })}</strong>
    <span>${gettext("This is how it was then.")} ${worth === "amber" ? "" : gettext("Do not rely on it.")}</span>
    <span class="banner-end">${retry ? filled(gettext("Trying again in %(seconds)s s"), { seconds: retry }) : gettext("Trying now…")}</span></div>`;
}
