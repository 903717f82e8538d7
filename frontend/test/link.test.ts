import assert from "node:assert/strict";
import { test } from "node:test";
import { Link } from "../src/link";

const NOON = Date.parse("2026-11-21T12:00:00Z");

test("a lost link is amber at once, red after thirty seconds, gray after five minutes", () => {
  const link = new Link(NOON);

  link.down(NOON + 100, 500);

  assert.equal(link.worth(NOON + 101), "amber");
  assert.equal(link.worth(NOON + 30_001), "red");
  assert.equal(link.worth(NOON + 300_001), "gray");
});

test("a beat that does not come is said before it is sure", () => {
  const link = new Link(NOON);

  assert.equal(link.worth(NOON + 17_000), "live");
  assert.equal(link.worth(NOON + 19_000), "late");
  assert.equal(link.worth(NOON + 31_000), "red");
});

test("the next word makes it live again", () => {
  const link = new Link(NOON);
  link.down(NOON, 500);

  link.up(NOON + 60_000);

  assert.equal(link.worth(NOON + 60_000), "live");
});

test("it knows how long until the next try", () => {
  const link = new Link(NOON);

  link.down(NOON, 4200);

  assert.equal(link.retry(NOON), 5);
  assert.equal(link.retry(NOON + 5000), 0);
});
