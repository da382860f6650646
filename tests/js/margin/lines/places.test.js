import assert from "node:assert/strict";
import test from "node:test";

import { atLine, atQuestion, atWords, nameOf, onPage, pieces, quoteOf, units, WHOLE } from "../../../../static/js/margin/lines/places.js";

const LINES = [
  { start: 0, text: "Ada 👩‍🚀 leads\n" },
  { start: 14, text: "𝒳 and 𝒴\n" },
  { start: 22, text: "the rest\n" },
];

test("code points become UTF-16 units, past characters of two", () => {
  assert.deepEqual([0, 1, 2, 3, 99].map((points) => units("a😀b", points)), [0, 1, 3, 4, 4]);
  assert.equal(units("abc", -5), 0);
});

test("units agree with the browser's own counting for every beginning of a text", () => {
  const text = "é😀e\u0301中𝒳\u200d!";
  const characters = [...text];

  const counted = characters.map((_, points) => units(text, points));

  assert.deepEqual(counted, characters.map((_, points) => characters.slice(0, points).join("").length));
});

test("a span within a line is a piece of it", () => {
  assert.deepEqual(pieces(LINES, 14, 15), [{ line: 1, from: 0, to: 2 }]);
  assert.deepEqual(pieces(LINES, 16, 19), [{ line: 1, from: 3, to: 6 }]);
});

test("a span over lines has a piece of each, and nothing of the line it ends before", () => {
  assert.deepEqual(pieces(LINES, 4, 14), [{ line: 0, from: 4, to: 16 }]);
  assert.deepEqual(pieces(LINES, 20, 25), [
    { line: 1, from: 7, to: 10 },
    { line: 2, from: 0, to: 3 },
  ]);
});

test("an empty span and a page without lines have no pieces", () => {
  assert.deepEqual(pieces(LINES, 5, 5), []);
  assert.deepEqual(pieces([], 0, 9), []);
});

test("selected words go from the first piece to the last that hold something", () => {
  const place = atWords([{ line: 3, from: 7, to: 7 }, { line: 4, from: 2, to: 9 }, { line: 5, from: 0, to: 4 }]);

  assert.deepEqual(place, { ...WHOLE, line: "4", start: "2", end_line: "5", end: "4" });
  assert.equal(atWords([{ line: 3, from: 7, to: 7 }]), null);
});

test("every place has a name of its own", () => {
  const words = atWords([{ line: 4, from: 2, to: 9 }]) ?? WHOLE;

  const names = [WHOLE, atLine(4), atQuestion("2"), words].map((place) => nameOf(place));

  assert.deepEqual(names, ["whole", "line 4", "question 2", "words 4.2-4.9"]);
});

test("a page and a part of it have names of their own", () => {
  assert.deepEqual([onPage("2"), onPage("2", "0.1,0.2,0.5,0.4")].map((place) => nameOf(place)), ["page 2", "part 2.0.1,0.2,0.5,0.4"]);
});

test("words of lines are quoted as one phrase, a broken word whole", () => {
  assert.equal(quoteOf(["paper of sub\u00ad", "missions  and\n", " more"]), "paper of submissions and more");
});
