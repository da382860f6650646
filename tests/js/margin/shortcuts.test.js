import assert from "node:assert/strict";
import test from "node:test";

import { orderOf, stepped } from "../../../static/js/margin/shortcuts.js";

test("two keys lead on and two lead back, whatever the case", () => {
  assert.deepEqual(["j", "N", "k", "P"].map((key) => orderOf({ key })), ["next", "next", "previous", "previous"]);
  assert.equal(orderOf({ key: "?" }), "help");
});

test("another key that is held means something else, and so does an input method", () => {
  for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }]) {
    assert.equal(orderOf({ key: "r", ...held }), null);
  }
});

test("keys without a meaning have none", () => {
  for (const key of ["x", "Enter", "constructor", ""]) assert.equal(orderOf({ key }), null);
});

test("one steps on to the end and no further", () => {
  assert.equal(stepped(3, 1, 1), 2);
  assert.equal(stepped(3, 2, 1), 2);
  assert.equal(stepped(3, 0, -1), 0);
});

test("from a line one comes to what is said after it, or before it", () => {
  assert.equal(stepped(5, -1, 1, 3), 3);
  assert.equal(stepped(5, -1, -1, 3), 2);
  assert.equal(stepped(5, -1, 1, 5), 4);
  assert.equal(stepped(5, -1, -1, 0), 0);
});
