import assert from "node:assert/strict";
import { test } from "node:test";

import { answered, isToSend, keeping, pause, sending } from "../../../static/js/forms/keeping.js";

const OPENED = keeping("Dear", 3);

test("only a text that differs from the kept one is sent", () => {
  assert.deepEqual([isToSend(OPENED, "Dear"), isToSend(OPENED, "Dear Sam")], [false, true]);
});

test("a kept text brings its revision", () => {
  const state = answered(sending(OPENED, "Dear Sam"), { status: 200, revision: 4 });

  assert.deepEqual(state, keeping("Dear Sam", 4));
});

test("without a connection it tries again, ever less often, half a minute at most", () => {
  let state = OPENED;

  const pauses = Array.from({ length: 6 }, () => {
    state = answered(sending(state, "Dear Sam"), { status: 0 });
    return pause(state);
  });

  assert.equal(state.trouble, "offline");
  assert.deepEqual([pause(OPENED), ...pauses], [2, 4, 8, 16, 30, 30, 30]);
});

test("a text kept elsewhere ends the sending until its writer has chosen", () => {
  const state = answered(sending(OPENED, "Dear Sam"), { status: 409, revision: 7, theirs: "Hello" });

  assert.deepEqual([state.trouble, state.revision, state.kept], ["stale", 7, "Hello"]);
  assert.equal(isToSend(state, "Dear Sam"), false);
});

test("an own text whose answer got lost is no conflict", () => {
  const lost = answered(sending(OPENED, "Dear S"), { status: 0 });
  const lostAgain = answered(sending(lost, "Dear Sa"), { status: 0 });

  const state = answered(sending(lostAgain, "Dear Sam"), { status: 409, revision: 4, theirs: "Dear S" });

  assert.deepEqual(state, keeping("Dear S", 4));
  assert.equal(isToSend(state, "Dear Sam"), true);
});

test("the page to sign in is not an answer", () => {
  const state = answered(sending(OPENED, "Dear Sam"), { status: 200, isElsewhere: true });

  assert.deepEqual([state.trouble, state.kept, isToSend(state, "Dear Sam")], ["shut", "Dear", false]);
});

test("any other answer counts as not kept", () => {
  assert.equal(answered(sending(OPENED, "Dear Sam"), { status: 500 }).trouble, "failed");
});
