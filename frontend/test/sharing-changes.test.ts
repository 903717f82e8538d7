import assert from "node:assert/strict";
import { test } from "node:test";
import { sharingChanged } from "../src/sharing-changes";

const frame = { cursor: "c", at: "2026-11-30T12:00:00Z" };

test("what is shared with whom changes with a withdrawal, a guest or a glass", () => {
  for (const key of ["withdrawal:1", "guest:1", "glass:1", "disclosure:1"]) {
    assert.equal(sharingChanged({ ...frame, rows: { [key]: null } }), true);
  }
});

test("a unit that moves changes nothing of it", () => {
  assert.equal(sharingChanged({ ...frame, rows: { "deployment:1": null } }), false);
});

test("under other terms everything is asked anew", () => {
  assert.equal(sharingChanged({ ...frame, rows: {}, reset: true }), true);
});
