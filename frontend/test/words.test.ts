import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { filled, gettext, ngettext, speak, woven } from "../src/words";

afterEach(() => { speak({}); });

test("what the catalogue does not hold is said as it is written", () => {
  assert.equal(gettext("Nobody holds command."), "Nobody holds command.");
  assert.deepEqual([1, 3].map((count) => ngettext("%(count)s unit", "%(count)s units", count)), ["1 unit", "3 units"]);
});

test("what the catalogue holds is said in its words", () => {
  speak({ "Nobody holds command.": "Niemand führt.", "%(count)s unit": ["%(count)s Einheit", "%(count)s Einheiten"] });

  assert.equal(gettext("Nobody holds command."), "Niemand führt.");
  assert.deepEqual([1, 3].map((count) => ngettext("%(count)s unit", "%(count)s units", count)), ["1 Einheit", "3 Einheiten"]);
});

test("values stand where the language wants them", () => {
  assert.equal(filled("late by %(time)s", { time: "12 min" }), "late by 12 min");
  assert.deepEqual(woven("%(name)s offers you command.", { name: 7 }), ["", 7, " offers you command."]);
});

test("a catalogue is no code: names of every object's own are no words", () => {
  assert.equal(gettext("constructor"), "constructor");
});
