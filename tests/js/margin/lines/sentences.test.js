import assert from "node:assert/strict";
import test from "node:test";

import { phraseAt, sentences } from "../../../../static/js/margin/lines/sentences.js";

const LINES = ["Operations lead with nine years in\n", "parcel logistics. I like queues that get\n", "shorter.\n"];

/** @param {string[]} lines @param {import("../../../../static/js/margin/lines/sentences.js").Piece[]} pieces */
function said(lines, pieces) {
  return pieces.map(({ line, from, to }) => lines[line]?.slice(from, to));
}

test("a sentence is taken over the ends of its lines, and nothing of the next", () => {
  assert.deepEqual(said(LINES, phraseAt(LINES, { line: 0, offset: 3 }, false)), ["Operations lead with nine years in", "parcel logistics."]);
  assert.deepEqual(said(LINES, phraseAt(LINES, { line: 1, offset: 4 }, false)), ["Operations lead with nine years in", "parcel logistics."]);
  assert.deepEqual(said(LINES, phraseAt(LINES, { line: 1, offset: 25 }, false)), ["I like queues that get", "shorter."]);
  assert.deepEqual(said(LINES, phraseAt(LINES, { line: 2, offset: 2 }, false)), ["I like queues that get", "shorter."]);
});

test("an item is taken whole, without its mark", () => {
  const item = ["• Cut mis-sorts. By moving the\n", "label check.\n"];
  assert.deepEqual(said(item, phraseAt(item, { line: 1, offset: 2 }, true)), ["Cut mis-sorts. By moving the", "label check."]);
});

test("an abbreviation ends no sentence", () => {
  const found = sentences("I worked with Dr. Smith at St. Mary. It was good, e.g. At night. Then no.");
  assert.equal(found.length, 3);
  assert.equal(sentences("zwei Jahre als Leiter (ca. 20 Personen) in Leeds.").length, 1);
});

test("a word that was broken is one, and blanks alone are nothing", () => {
  const broken = ["We manage\u00ad", "ment teams. Always.\n"];
  assert.deepEqual(said(broken, phraseAt(broken, { line: 1, offset: 2 }, false)), ["We manage\u00ad", "ment teams."]);
  assert.deepEqual(phraseAt([" \n"], { line: 0, offset: 0 }, false), []);
});

test("offsets are UTF-16 units, and Chinese ends sentences too", () => {
  const lines = ["😀 我喜欢短队。我带领\n", "夜班。\n"];
  assert.deepEqual(said(lines, phraseAt(lines, { line: 1, offset: 1 }, false)), ["我带领", "夜班。"]);
});
