import assert from "node:assert/strict";
import { test } from "node:test";
import type { BoardKinds, Line, Rung, Solicitation } from "../src/kinds";
import { answer, chip, ladder, unmet } from "../src/ladder";
import { Rows } from "../src/rows";

const rung = (status: string, more: Partial<Rung> = {}): Rung =>
  ({ owner: "a", version: 1, line: "l", position: 1, tier: 1, tier_label: "Neighbors", status,
    asked_at: null, remind_at: null, due_at: "2026-11-21T14:05:00Z", note: null, ...more });

const asked = (status: string, more: Partial<Solicitation> = {}): Solicitation =>
  ({ owner: "b", version: 1, line: "l", rung: "r", agency: "b", agency_name: "Bay City EMS", status,
    asked_quantity: 4, quantity: 0, reason: null, answered_at: null, due_at: null, clause: null,
    late: false, ...more });

const look = (each: Rung, ...answers: Solicitation[]): [string, string] => {
  const { tone, words } = chip("rung:r", each, answers.map((one, at) => [`solicitation:${at}`, one]));
  return [tone, words];
};

test("a rung whose turn has not come waits in gray", () => {
  assert.deepEqual(look(rung("waiting")), ["wait", "waiting"]);
});

test("a rung that is asked counts down in blue", () => {
  assert.deepEqual(look(rung("asked"), asked("requested")), ["busy", "asked"]);
  assert.equal(chip("rung:r", rung("asked"), []).due, "2026-11-21T14:05:00Z");
});

test("a rung that is no longer asked counts nothing down", () => {
  assert.equal(chip("rung:r", rung("lapsed"), []).due, null);
});

test("a rung that gives all is green, one that gives some is amber", () => {
  assert.deepEqual(look(rung("answered"), asked("accepted", { quantity: 4 })), ["ok", "4 of 4"]);
  assert.deepEqual(look(rung("answered"), asked("offered", { quantity: 1 }), asked("accepted", { quantity: 2 })),
    ["warn", "3 of 4"]);
});

test("a rung that declines is red and says why", () => {
  assert.deepEqual(look(rung("answered"), asked("declined", { reason: "no_crew" })), ["bad", "declined: no crew"]);
});

test("a rung that nobody answered is red and says so", () => {
  assert.deepEqual(look(rung("lapsed"), asked("expired")), ["bad", "no answer"]);
});

test("a rung that gave all stays green when its units have gone home", () => {
  assert.deepEqual(look(rung("answered"), asked("completed", { quantity: 4 })), ["ok", "4 of 4"]);
  assert.equal(answer(asked("completed", { quantity: 4 })).words, "completed 4 of 4");
});

test("a rung that is not asked any more does not wait, and one on hold says so", () => {
  assert.deepEqual(look(rung("stopped")), ["still", "not needed any more"]);
  assert.deepEqual(look(rung("stopped", { note: "Skipped: they cannot wait." })), ["still", "Skipped: they cannot wait."]);
  assert.deepEqual(look(rung("held")), ["warn", "on hold"]);
});

test("a reason that is withheld is not invented", () => {
  assert.deepEqual(look(rung("answered"), asked("declined", { reason: { withheld: "OPS-R" } })),
    ["bad", "declined: no reason given"]);
});

test("an agency's own answer reads by itself", () => {
  assert.equal(answer(asked("acknowledged")).words, "seen");
  assert.equal(answer(asked("accepted", { quantity: 2 })).words, "accepted 2 of 4");
  assert.equal(answer(asked("not_selected")).words, "not needed after all");
});

test("the rungs of a line stand in their order, each with its own answers", () => {
  const rows = new Rows<BoardKinds>();
  rows.load({
    "rung:second": rung("asked", { position: 2 }), "rung:first": rung("lapsed"),
    "rung:other": rung("asked", { line: "elsewhere" }), "solicitation:1": asked("requested", { rung: "second" }),
  });
  const line = { owner: "a", version: 1 } as Line;

  const chips = ladder(["line:l", line], rows);

  assert.deepEqual(chips.map(({ key }) => key), ["rung:first", "rung:second"]);
  assert.deepEqual(chips.map((each) => each.asked.length), [0, 1]);
});

test("only what cannot be filled is said loudly", () => {
  assert.deepEqual(["unable_to_fill", "partially_filled", null].map(unmet), [true, false, false]);
});
