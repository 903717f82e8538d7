import { html, nothing } from "lit";
import type { Link } from "../link";
import { clockTime, icon, type Drawn } from "./parts";

/** The link is down, or has been silent for too long: say since when, loudly. */
export function stale(link: Link): Drawn {
  const now = Date.now();
  const worth = link.worth(now);
  if (worth === "live") return nothing;
  if (worth === "late") {
    return html`<div class="banner" data-tone="alert" role="status">${icon("clock")}
      <strong>Nothing heard since ${clockTime(link.heard)}.</strong> Waiting for the next beat.</div>`;
  }
  const retry = link.retry(now);
  return html`<div class="banner" data-tone=${worth === "amber" ? "alert" : "shout"} role="alert">
    ${icon("unlink")}<strong>No link since ${clockTime(link.heard)}.</strong>
    <span>This is how it was then. ${worth === "amber" ? "" : "Do not rely on it."}</span>
    <span class="banner-end">${retry ? `Trying again in ${retry} s` : "Trying now…"}</span></div>`;
}
