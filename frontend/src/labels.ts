/** What the codes in rows are called, where a row brings no label of its own. */

import { gettext } from "./words";

const LABELS: Readonly<Record<string, string>> = {
  lead: gettext("lead"), assisting: gettext("assisting"), cooperating: gettext("cooperating"),
  invited: gettext("invited"), accepted: gettext("accepted"), declined: gettext("declined"), left: gettext("left"),
  open: gettext("open"), met: gettext("met"), dropped: gettext("dropped"),
  offered: gettext("offered"), expired: gettext("no answer in time"), not_selected: gettext("not needed after all"),
  withdrawn_by_requester: gettext("withdrawn by the requester"), completed: gettext("completed"),
  withdrawn_by_provider: gettext("withdrawn by the provider"), cancelled: gettext("cancelled"),
  not_available: gettext("not available"), drawdown: gettext("needed at home"), weather: gettext("weather"),
  policy: gettext("policy"), cost: gettext("cost"), no_authority: gettext("no authority to send"),
  wrong_type: gettext("not of that type"), safety: gettext("safety"), other: gettext("other"),
  mechanical: gettext("Mechanical"), personnel: gettext("Personnel"), rest: gettext("Rest"),
  medical: gettext("Medical"), investigation: gettext("Investigation"), admin: gettext("Administrative"),
};

/** The word for a code; a code that nobody has named speaks for itself. */
export function label(code: string): string {
  return LABELS[code] ?? code.replaceAll("_", " ");
}
