import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { Pace } from "../src/pace";

let drawn = 0;
let pace: Pace;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
  drawn = 0;
  pace = new Pace(() => { drawn += 1; });
});

test("fifty changes a second are drawn five times", () => {
  for (let change = 0; change < 50; change += 1) {
    pace.ask();
    mock.timers.tick(20);
  }

  assert.equal(drawn, 5);
});

test("a single change is drawn at once", () => {
  pace.ask();
  mock.timers.tick(0);

  assert.equal(drawn, 1);
});

test("nothing is drawn under a finger until it is lifted", () => {
  pace.hold();
  pace.ask();
  mock.timers.tick(3000);
  assert.equal(drawn, 0);

  pace.release();
  mock.timers.tick(0);

  assert.equal(drawn, 1);
});

test("a forgotten finger does not stop the board for ever", () => {
  pace.hold();
  pace.ask();

  mock.timers.tick(4400);

  assert.equal(drawn, 1);
});
