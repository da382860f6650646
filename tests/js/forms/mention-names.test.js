import assert from "node:assert/strict";
import test from "node:test";

import { askedFor, completed, matching } from "../../../static/js/forms/mention-names.js";

const NAMES = ["Ben Okri", "Ines Roth", "Zoë Ben-Ari"];

test("what follows an @ is asked for, up to the caret", () => {
  assert.deepEqual(askedFor("Ask @Be", 7), { start: 4, typed: "Be" });
  assert.deepEqual(askedFor("@", 1), { start: 0, typed: "" });
  assert.deepEqual(askedFor("(@Ben O", 7), { start: 1, typed: "Ben O" });
  assert.deepEqual(askedFor("@Zoë", 4), { start: 0, typed: "Zoë" });
});

test("an address, a finished sentence and code ask for nobody", () => {
  for (const text of ["ada@okafor", "@Ben says so", "`@Be", "no name", "@@Be", "@Ben\nBut"]) {
    assert.equal(askedFor(text, text.length), null, text);
  }
});

test("any word of a name is found by its beginning, without accents and capitals", () => {
  assert.deepEqual(matching(NAMES, ""), NAMES);
  assert.deepEqual(matching(NAMES, "be"), ["Ben Okri", "Zoë Ben-Ari"]);
  assert.deepEqual(matching(NAMES, "zoe"), ["Zoë Ben-Ari"]);
  assert.deepEqual(matching(NAMES, "Ben O"), ["Ben Okri"]);
  assert.deepEqual(matching(NAMES, "en"), []);
});

test("a name that is typed in full asks for nothing more", () => {
  assert.deepEqual(matching(NAMES, "ben okri"), []);
});

test("a name takes the place of what was typed, and the caret follows it", () => {
  const typed = /** @type {import("../../../static/js/forms/mention-names.js").Asked} */ (askedFor("Ask @be", 7));

  assert.deepEqual(completed("Ask @be", 7, typed, "Ben Okri"), { text: "Ask @Ben Okri ", caret: 14 });
  assert.deepEqual(completed("Ask @be now", 7, typed, "Ben Okri"), { text: "Ask @Ben Okri now", caret: 14 });
});
