import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { age, ago, total, wear } from "../src/ages";
import { Clock } from "../src/clock";
import { left } from "../src/countdown";

const AGES: [seconds: number, words: string][] = [
  [-3, "now"], [4.9, "now"], [40, "40 s"], [59.9, "59 s"], [60, "1 min"], [3599, "59 min"],
  [3600, "1 h 00"], [11_100, "3 h 05"], [86_400, "1 d"], [200_000, "2 d"],
];

for (const [seconds, words] of AGES) {
  test(`${seconds} seconds are "${words}"`, () => { assert.equal(age(seconds), words); });
}

test("what is new is not ago", () => {
  assert.equal(ago(1), "now");
  assert.equal(ago(40), "40 s ago");
});

test("an age wears from fresh over aging to old", () => {
  assert.deepEqual([0, 1200, 2400].map((seconds) => wear(seconds, 1200, 2400)), ["fresh", "aging", "old"]);
});

test("a total shows only the hours and days there are", () => {
  assert.deepEqual([42, 3762, 90_600].map(total), ["00:42", "1:02:42", "1 d 01:10"]);
});

const LEFT: [seconds: number, words: string, press: string][] = [
  [7200, "2 h 00", "calm"], [1560, "26 min", "calm"], [250, "04:10", "calm"], [60, "01:00", "soon"],
  [0, "00:00", "soon"], [-1, "late by 1 s", "late"], [-720, "late by 12 min", "late"],
];

for (const [seconds, words, press] of LEFT) {
  test(`${seconds} seconds to go read "${words}"`, () => {
    assert.deepEqual(left(seconds * 1000, 0, 60), { words, press });
  });
}

test("a tablet whose clock is wrong tells the server's time", () => {
  mock.timers.enable({ apis: ["Date"], now: Date.parse("2026-11-21T13:55:00Z") });
  const clock = new Clock();

  clock.hear("2026-11-21T14:00:00Z");

  assert.equal(clock.now(), Date.parse("2026-11-21T14:00:00Z"));
  mock.timers.reset();
});

test("the stamp that was least delayed counts", () => {
  mock.timers.enable({ apis: ["Date"], now: Date.parse("2026-11-21T14:00:00Z") });
  const clock = new Clock();

  for (const at of ["2026-11-21T13:59:57Z", "2026-11-21T13:59:59Z", "2026-11-21T13:59:50Z"]) clock.hear(at);

  assert.equal(clock.gap, -1000);
  mock.timers.reset();
});

test("a stamp that is none changes nothing", () => {
  const clock = new Clock();

  clock.hear("soon");

  assert.equal(clock.gap, 0);
});
