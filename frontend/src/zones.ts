/** The one clock by which this page tells times: its incident's, else the agency's (decision 9). */

type Part = Intl.DateTimeFormatPartTypes;

const DAY_MS = 24 * 60 * 60_000;

let zone = "UTC";
let format = formatIn(zone);

/** Tell times by this zone from now on; one that this browser does not know changes nothing. */
export function tellIn(name: string | null | undefined): void {
  if (!name || name === zone) return;
  try {
    format = formatIn(name);
    zone = name;
  } catch (wrong) {
    if (!(wrong instanceof RangeError)) throw wrong;
  }
}

export function zoneName(): string {
  return zone;
}

/** "14:05 CST" */
export function clockTime(moment: number | string): string {
  const part = parts(moment);
  return `${part("hour")}:${part("minute")} ${part("timeZoneName")}`;
}

/** "14:05:09 CST", where seconds tell something. */
export function exactTime(moment: number | string): string {
  const part = parts(moment);
  return `${part("hour")}:${part("minute")}:${part("second")} ${part("timeZoneName")}`;
}

/** "14:05" of the last day, "11-20 14:05" of days before: where the zone stands elsewhere. */
export function shortTime(moment: number | string, now: number): string {
  const part = parts(moment);
  const time = `${part("hour")}:${part("minute")}`;
  const older = now - new Date(moment).getTime() >= DAY_MS;
  return older ? `${part("month")}-${part("day")} ${time}` : time;
}

/** "2026-11-21 14:05 CST" */
export function dateAndTime(moment: number | string): string {
  const part = parts(moment);
  return `${part("year")}-${part("month")}-${part("day")} ${clockTime(moment)}`;
}

function parts(moment: number | string): (name: Part) => string {
  const found = format.formatToParts(new Date(moment));
  return (name) => found.find((each) => each.type === name)?.value ?? "";
}

function formatIn(name: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    timeZone: name, hourCycle: "h23", timeZoneName: "short",
    year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
  });
}
