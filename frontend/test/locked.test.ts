import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Follower, LOCKED, type World } from "../src/follow";
import { FakeSocket } from "./sockets";

test("a locked device is told so, and goes on from the last frame once it is not", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const told: string[] = [];
  const follow = new Follower("ws://board", "c0", {
    frame: () => { told.push("frame"); },
    beat: () => undefined,
    link: () => undefined,
    end: () => { told.push("end"); },
    locked: () => { told.push("locked"); },
  }, { Socket: FakeSocket, random: () => 1 } as unknown as World);
  follow.open();
  FakeSocket.last.say({ cursor: "c1", at: "2026-11-21T14:00:00Z", rows: {} });

  FakeSocket.last.drop(LOCKED);
  mock.timers.tick(500);
  FakeSocket.last.onopen?.();

  assert.deepEqual(told, ["frame", "locked"]);
  assert.deepEqual(FakeSocket.last.sent, ['{"cursor":"c1"}']);
});
