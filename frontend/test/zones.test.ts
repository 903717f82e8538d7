import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { clockTime, dateAndTime, exactTime, shortTime, tellIn, zoneName } from "../src/zones";

beforeEach(() => { tellIn("America/Chicago"); });

test("a moment is told by the incident's clock, and says whose that is", () => {
  assert.equal(clockTime("2026-11-21T20:05:09Z"), "14:05 CST");
  assert.equal(exactTime("2026-11-21T20:05:09Z"), "14:05:09 CST");
  assert.equal(dateAndTime("2026-07-01T04:05:00Z"), "2026-06-30 23:05 CDT");
});

test("midnight is the beginning of a day", () => {
  assert.equal(clockTime("2026-11-21T06:00:00Z"), "00:00 CST");
});

test("an hour that clocks pass twice is told apart by its zone", () => {
  assert.deepEqual(["2026-11-01T06:30:00Z", "2026-11-01T07:30:00Z"].map(clockTime), ["01:30 CDT", "01:30 CST"]);
});

test("a zone that this browser does not know changes nothing", () => {
  tellIn("Fire/Station");
  tellIn(null);

  assert.equal(zoneName(), "America/Chicago");
});

test("a time of the last day is short, an older one names its day", () => {
  const now = Date.parse("2026-11-21T20:05:00Z");

  assert.equal(shortTime("2026-11-21T05:30:00Z", now), "23:30");
  assert.equal(shortTime("2026-11-20T05:30:00Z", now), "11-19 23:30");
});
