import { html, nothing, type TemplateResult } from "lit";
import type { Note } from "../kinds";
import { idOf, type Keyed } from "../rows";
import type { View } from "../view";
import { isWithheld, shared } from "../withheld";
import { agencyName, askable, eyes, field, icon, opens, owner, pill, recorded, since, whyShown, type Drawn } from "./parts";
import { filled, gettext } from "../words";

/** What every agency at an incident sees of every other. */
const EVERYBODYS = new Set(["PUB", "OPS"]);

export function note(view: View, [key, row]: Keyed<Note>): TemplateResult {
  const category = shared(row.category, null);
  const tlp = shared(row.tlp, null);
  return html`<article class="note">
    <header>${owner(view, row.owner)}<strong>${field(view, row.author, row.owner)}</strong>
      ${category && !EVERYBODYS.has(category) ? pill(category, "", "lock") : nothing}
      ${tlp ? pill(`TLP:${tlp.toUpperCase()}`, tlp === "red" ? "bad" : "", "flag") : nothing}
      ${noteEyes(view, key, row)}
      <span class="note-age">${since(row.at, 900, 3600)}${recorded({ since: row.at, recorded_at: row.recorded_at })}</span></header>
    <p>${said(view, row)} ${noteWhy(view, key, row)}</p></article>`;
}

/** What expired with its incident says nothing any more, to nobody. */
function said(view: View, row: Note): unknown {
  if (!shared(row.expired_at, null)) return askable(view, row.text, row.owner);
  return html`<span class="quiet">${gettext("Expired with the incident. Its words are erased.")}</span>`;
}

/** Of one's own the list also narrows it; of others' it says what everybody there may know. */
function noteEyes(view: View, key: string, row: Note): Drawn {
  const what = filled(gettext("note by %(author)s"), { author: shared(row.author, null) ?? agencyName(view, row.owner) });
  if (row.owner !== view.agency) return eyes(view, key, what);
  return opens(view.url("noteEyes", idOf(key)), html`${icon("eye")}${gettext("Who sees it")}`, "btn btn-quiet note-eyes");
}

/** Beside what is withheld, and beside what is shown although not everybody is shown it. */
function noteWhy(view: View, key: string, row: Note): Drawn {
  const everybodys = EVERYBODYS.has(shared(row.category, null) ?? "");
  return isWithheld(row.text) || !everybodys ? whyShown(view, key, "text", row.owner, gettext("this note")) : nothing;
}
