import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { Lift } from "../src/lift";

const events: string[] = [];
let place: EventTarget;

function point(kind: string, x: number, y: number, pointerType = "touch"): Event {
  const event = new Event(kind, { cancelable: true });
  Object.assign(event, { clientX: x, clientY: y, pointerType, button: 0, isPrimary: true });
  place.dispatchEvent(event);
  return event;
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  events.length = 0;
  place = new EventTarget();
  new Lift(place, {
    card: () => "E12",
    lane: (x) => (x > 100 ? "division:b" : null),
    lifted: (card) => { events.push(`lifted ${card}`); },
    moved: (_x, _y, lane) => { events.push(`over ${lane ?? "nothing"}`); },
    dropped: (card, lane) => { events.push(`${card} on ${lane ?? "nothing"}`); },
  }, new AbortController().signal);
});

test("a finger that holds lifts, carries and drops", () => {
  point("pointerdown", 10, 10);
  mock.timers.tick(350);
  point("pointermove", 150, 10);
  point("pointerup", 150, 10);

  assert.deepEqual(events, ["lifted E12", "over division:b", "E12 on division:b"]);
});

test("a finger that moves before it has held scrolls", () => {
  point("pointerdown", 10, 10);
  point("pointermove", 10, 40);
  mock.timers.tick(1000);
  point("pointerup", 10, 40);

  assert.deepEqual(events, []);
});

test("a tap is no lift", () => {
  point("pointerdown", 10, 10);
  mock.timers.tick(200);
  point("pointerup", 12, 10);
  mock.timers.tick(1000);

  assert.deepEqual(events, []);
});

test("a mouse lifts when it moves eight pixels", () => {
  point("pointerdown", 10, 10, "mouse");
  point("pointermove", 15, 10, "mouse");
  assert.deepEqual(events, []);
  point("pointermove", 18, 10, "mouse");

  assert.deepEqual(events, ["lifted E12", "over nothing"]);
});

test("what the system takes away is put back", () => {
  point("pointerdown", 10, 10);
  mock.timers.tick(350);
  point("pointercancel", 10, 10);

  assert.deepEqual(events, ["lifted E12", "E12 on nothing"]);
});

test("a carried card does not scroll the page, and its drop is no click", () => {
  point("pointerdown", 10, 10);
  mock.timers.tick(350);
  const touch = point("touchmove", 60, 10);
  point("pointerup", 150, 10);
  const click = point("click", 150, 10);

  assert.equal(touch.defaultPrevented, true);
  assert.equal(click.defaultPrevented, true);
  assert.equal(point("click", 150, 10).defaultPrevented, false);
});
