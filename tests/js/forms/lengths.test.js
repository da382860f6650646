import assert from "node:assert/strict";
import test from "node:test";

import { counted, excess, isNear } from "../../../static/js/forms/lengths.js";

const OVER = { 1: "{count} character too many", 2: "{count} characters too many", 5: "{count} characters too many" };

test("characters are counted as the server counts them", () => {
  assert.equal(excess("🐎🐎🐎", 3), 0); // code points, not UTF-16 units
  assert.equal(excess("a\r\nb", 3), 0); // a line end is one
  assert.equal(excess("  words \n", 5), 0); // blanks around it are not kept
  assert.equal(excess("a".repeat(3200), 600), 2600);
});

test("they are told when the limit is near, and over it", () => {
  assert.deepEqual([0, 89, 90, 100, 130].map((long) => isNear(long - 100, 100)), [false, false, true, true, true]);
});

test("the number and its sentence agree", () => {
  assert.equal(counted(OVER, 1, "en"), "1 character too many");
  assert.equal(counted(OVER, 120, "en"), "120 characters too many");
  assert.equal(counted(OVER, 2600, "en"), "2600 characters too many");
});

test("in a language with more forms, too", () => {
  const polish = { 1: "{count} znak", 2: "{count} znaki", 5: "{count} znaków", 11: "{count} znaków", 21: "{count} znaków" };

  assert.deepEqual([1, 3, 7, 22, 112].map((count) => counted(polish, count, "pl")), ["1 znak", "3 znaki", "7 znaków", "22 znaki", "112 znaków"]);
});
