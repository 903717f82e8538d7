import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { Follower, type World } from "../src/follow";
import type { Frame } from "../src/frames";
import { FakeSocket } from "./sockets";

const WORLD = { Socket: FakeSocket, random: () => 1 } as unknown as World;
const heard: Frame[] = [];
const links: [boolean, number][] = [];
const ends: number[] = [];

function follower(cursor = "c0") {
  const follow = new Follower("ws://board", cursor, {
    frame: (frame) => { heard.push(frame); },
    beat: () => undefined, locked: () => undefined,
    link: (up, wait) => { links.push([up, wait]); },
    end: (code) => { ends.push(code); },
  }, WORLD);
  follow.open();
  FakeSocket.last.onopen?.();
  return follow;
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  for (const list of [heard, links, ends, FakeSocket.opened]) list.length = 0;
});

test("it says where it left off", () => {
  follower("c7");

  assert.deepEqual(FakeSocket.last.sent, ['{"cursor":"c7"}']);
});

test("after a lost link it goes on from the last frame", () => {
  follower();
  FakeSocket.last.say({ cursor: "c1", at: "2026-11-21T14:00:00Z", rows: {} });

  FakeSocket.last.drop(1006);
  mock.timers.tick(500);
  FakeSocket.last.onopen?.();

  assert.equal(FakeSocket.opened.length, 2);
  assert.deepEqual(FakeSocket.last.sent, ['{"cursor":"c1"}']);
});

test("waits double up to thirty seconds", () => {
  follower();

  for (let round = 0; round < 8; round += 1) {
    FakeSocket.last.drop(1012);
    mock.timers.tick(30_000);
  }

  assert.deepEqual(links.map(([, wait]) => wait), [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

test("a word from the server starts the waits anew", () => {
  follower();
  FakeSocket.last.drop(1012);
  mock.timers.tick(500);

  FakeSocket.last.say({ beat: "2026-11-21T14:00:00Z" });
  FakeSocket.last.drop(1012);

  assert.deepEqual(links, [[false, 500], [true, 0], [false, 500]]);
});

test("forty seconds of silence are the end of a link", () => {
  follower();
  FakeSocket.last.say({ beat: "2026-11-21T14:00:00Z" });
  const silent = FakeSocket.last;
  mock.timers.tick(39_999);
  assert.equal(silent.closed, false);
  mock.timers.tick(1);

  assert.equal(silent.closed, true);
  assert.deepEqual(links.at(-1), [false, 500]);
});

for (const code of [4401, 4403, 4404]) {
  test(`${code} is final`, () => {
    follower();

    FakeSocket.last.drop(code);
    mock.timers.tick(120_000);

    assert.deepEqual(ends, [code]);
    assert.equal(FakeSocket.opened.length, 1);
  });
}

test("what a dead socket still says is not heard", () => {
  follower();
  const dead = FakeSocket.last;
  FakeSocket.last.drop(1006);
  mock.timers.tick(500);

  dead.say({ cursor: "old", at: "2026-11-21T14:00:00Z", rows: {} });

  assert.deepEqual(heard, []);
});

test("when the network is back it does not wait out its turn", () => {
  const follow = follower();

  FakeSocket.last.drop(1006);
  follow.hurry();

  assert.equal(FakeSocket.opened.length, 2);
});

test("closed by us, it stays closed", () => {
  follower().close();
  FakeSocket.last.drop(1000);
  mock.timers.tick(120_000);

  assert.equal(FakeSocket.opened.length, 1);
});
