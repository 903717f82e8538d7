import assert from "node:assert/strict";
import { test } from "node:test";
import type { BoardKinds, Note } from "../src/kinds";
import { Rows } from "../src/rows";

const note = (text: string, version = 1): Note =>
  ({ owner: "a", version, author: "Ana", category: "OPS", text, at: null, recorded_at: null });

function board(): Rows<BoardKinds> {
  const rows = new Rows<BoardKinds>();
  rows.load({ "note:1": note("first"), "note:2": note("second") });
  return rows;
}

test("a changed row replaces the whole row", () => {
  const rows = board();

  rows.change({ "note:1": note("corrected", 2) });

  assert.equal(rows.one("note", "1")?.text, "corrected");
  assert.equal(rows.size, 2);
});

test("null takes a row off the board", () => {
  const rows = board();

  rows.change({ "note:1": null });

  assert.equal(rows.one("note", "1"), undefined);
  assert.deepEqual(rows.all("note").map(([key]) => key), ["note:2"]);
});

test("a reset forgets what it does not bring", () => {
  const rows = board();

  rows.load({ "note:3": note("after the reset") });

  assert.deepEqual(rows.all("note").map(([key]) => key), ["note:3"]);
});

test("an old snapshot and its frames make the new snapshot", () => {
  const rows = board();
  const fresh = new Rows<BoardKinds>();
  fresh.load({ "note:2": note("changed", 2), "note:3": note("third") });

  rows.change({ "note:3": note("third"), "note:2": note("changed", 2) });
  rows.change({ "note:1": null });

  assert.deepEqual(rows.all("note"), fresh.all("note"));
});
