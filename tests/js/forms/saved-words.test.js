import assert from "node:assert/strict";
import test from "node:test";

import { askedFor, completed, matching } from "../../../static/js/forms/saved-words.js";

const SAVED = [
  { title: "Results first", text: "Ada, lead with the result." },
  { title: "Trop long", text: "Could this be one line?" },
  { title: "Zu viele Wörter", text: "Kürzer, bitte." },
];

test("what follows a / is asked for, where a word begins with it", () => {
  assert.deepEqual(askedFor("/", 1), { start: 0, typed: "" });
  assert.deepEqual(askedFor("Hm. /res", 8), { start: 4, typed: "res" });
  assert.deepEqual(askedFor("Hm.\n/zu vie", 11), { start: 4, typed: "zu vie" });
});

test("fractions, dates, addresses and paths ask for nothing", () => {
  for (const text of ["and/or", "3/4", "24/11/2026", "https://a.example", "/etc/passwd", "/ no", "//"]) {
    assert.equal(askedFor(text, text.length), null, text);
  }
});

test("those are meant in whose title words begin so, whatever their accents", () => {
  const titles = (/** @type {string} */ typed) => matching(SAVED, typed).map(({ title }) => title);

  assert.deepEqual(titles(""), SAVED.map(({ title }) => title));
  assert.deepEqual(titles("res fir"), ["Results first"]);
  assert.deepEqual(titles("worter"), ["Zu viele Wörter"]);
  assert.deepEqual(titles("esults"), []);
});

test("its words stand where it was asked for, and the caret behind them", () => {
  const [saved] = SAVED;

  const { text, caret } = completed("Hm. /res\nMore", 8, { start: 4, typed: "res" }, saved);

  assert.equal(text, "Hm. Ada, lead with the result.\nMore");
  assert.equal(text.slice(0, caret), "Hm. Ada, lead with the result.");
});
