/**
 * Words for people, in the language of the page.
 *
 * The server puts its catalogue into the page as JSON; what it does not hold is said as it
 * is written here. The names are gettext's own, so that `makemessages -d djangojs` finds them.
 */

type Catalogue = Readonly<Record<string, string | readonly string[]>>;
type Values = Readonly<Record<string, string | number | null>>;

let catalogue: Catalogue = inPage();

/** For tests, and for a page that brings other words. */
export function speak(words: Catalogue): void {
  catalogue = words;
}

export function gettext(msgid: string): string {
  const said = catalogue[msgid];
  return typeof said === "string" ? said : msgid;
}

/** The word for so many; with how many in its place, `%(count)s`. */
export function ngettext(one: string, many: string, count: number): string {
  const said = catalogue[one];
  const forms = Array.isArray(said) ? (said as readonly string[]) : [one, many];
  const form = forms[Math.min(nth(count), forms.length - 1)] ?? many;
  return filled(form, { count });
}

/** A sentence with its values in their places: `filled("late by %(time)s", { time })`. */
export function filled(sentence: string, values: Values): string {
  return sentence.replaceAll(PLACE, (_, name: string) => String(values[name] ?? ""));
}

/** The same where values are drawings: the pieces, in the order that the language wants. */
export function woven(sentence: string, values: Readonly<Record<string, unknown>>): unknown[] {
  return sentence.split(PLACE).map((piece, at) => (at % 2 ? values[piece] : piece));
}

const PLACE = /%\((\w+)\)s/g;

/** Which of the plural forms; catalogues list them in the order of CLDR's names. */
function nth(count: number): number {
  const rules = new Intl.PluralRules(typeof document === "undefined" ? "en" : document.documentElement.lang || "en");
  return rules.resolvedOptions().pluralCategories.toSorted(byCldr).indexOf(rules.select(count));
}

const CLDR = ["zero", "one", "two", "few", "many", "other"];

function byCldr(one: string, other: string): number {
  return CLDR.indexOf(one) - CLDR.indexOf(other);
}

function inPage(): Catalogue {
  const script = typeof document === "undefined" ? null : document.getElementById("words");
  return script?.textContent ? JSON.parse(script.textContent) as Catalogue : {};
}
