import assert from "node:assert/strict";
import { test } from "node:test";
import { beside } from "../src/arrows";
import { laneOf, lanes } from "../src/lanes";
import { moveTo, nextLanes, setsOut, takes, underWay } from "../src/moves";
import { board, unit } from "./units";

const named = (key: string) => {
  const found = lanes(board()).find((lane) => lane.key === key);
  if (!found) throw new Error(`no lane ${key}`);
  return found;
};

test("lanes stand in the order in which units pass through them", () => {
  assert.deepEqual(lanes(board()).map((lane) => lane.key),
    ["expected", "arrived", "division:s", "division:a", "division:b", "out", "leaving"]);
});

test("units of a lane are in the order people count in", () => {
  assert.deepEqual(named("division:a").units.map(([, each]) => each.call_sign), ["E9", "E10"]);
});

test("a unit that is home is on no lane", () => {
  assert.equal(laneOf(unit("E13", "home"), board()), null);
});

test("a unit in a division that this view does not see is shown as having none", () => {
  assert.equal(laneOf(unit("E1", "assigned", { division: "hidden" }), board()), "assigned");
  assert.equal(laneOf(unit("E1", "assigned", { division: { withheld: "OPS-R" } }), board()), "assigned");
});

test("a unit on its way checks in, one from a division goes back to staging", () => {
  assert.equal(moveTo(named("arrived"), unit("E11", "en_route"))?.state, "checked_in");
  assert.equal(moveTo(named("arrived"), unit("E9", "assigned"))?.state, "staged");
});

test("a move names its division and the version it was based on", () => {
  assert.deepEqual(moveTo(named("division:b"), unit("E9", "assigned")),
    { state: "assigned", division: "b", reason: null, version: 3 });
});

test("nobody is moved back to Expected, or to where they are", () => {
  assert.equal(takes(named("expected"), null), false);
  assert.equal(takes(named("division:a"), "division:a"), false);
  assert.equal(takes(named("division:b"), "division:a"), true);
});

test("what comes next is offered in the order of a unit's life, and nothing that would be refused", () => {
  const keys = (from: string) => nextLanes(lanes(board()), from).map((lane) => lane.key);

  assert.deepEqual(keys("expected"), ["arrived"]);
  assert.deepEqual(keys("arrived"), ["division:s", "division:a", "division:b", "out", "leaving"]);
});

test("a unit that was committed sets out, one on its way has done so", () => {
  const { owner } = unit("E1", "committed");

  assert.equal(setsOut(unit("E1", "committed"), owner), true);
  assert.equal(setsOut(unit("E1", "committed"), "another"), false);
  assert.equal(setsOut(unit("E1", "en_route"), owner), false);
  assert.equal(underWay(unit("E1", "committed")).state, "en_route");
});

test("arrows walk down a lane and across, over empty ones", () => {
  const all = lanes(board());

  assert.equal(beside(all, "deployment:2", "ArrowDown"), "deployment:1");
  assert.equal(beside(all, "deployment:1", "ArrowDown"), null);
  assert.equal(beside(all, "deployment:1", "ArrowLeft"), "deployment:4");
  assert.equal(beside(all, "deployment:3", "ArrowRight"), "deployment:4");
});
