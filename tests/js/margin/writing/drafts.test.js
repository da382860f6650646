import assert from "node:assert/strict";
import test from "node:test";

import { Drafts, gist, isBlank } from "../../../../static/js/margin/writing/drafts.js";
import { atLine } from "../../../../static/js/margin/lines/places.js";

/** A store that keeps as long as the test, like the browser's own. */
class Kept {
  /** @type {Map<string, string>} */
  kept = new Map();
  get length() {
    return this.kept.size;
  }
  clear = () => this.kept.clear();
  key = (/** @type {number} */ at) => [...this.kept.keys()][at] ?? null;
  getItem = (/** @type {string} */ name) => this.kept.get(name) ?? null;
  setItem = (/** @type {string} */ name, /** @type {string} */ text) => void this.kept.set(name, text);
  removeItem = (/** @type {string} */ name) => void this.kept.delete(name);
}

/** @type {import("../../../../static/js/margin/writing/drafts.js").Draft} */
const DRAFT = {
  what: "comment", address: "/threads/", place: atLine(4), about: "Line 4", quote: "Lead", text: "Shorter",
  kind: "", key: "k", revision: "", isOpen: true, isWaiting: false,
};

test("what was typed is there again, in another page too", () => {
  const storage = new Kept();
  new Drafts(storage, "ben/doc/1").hold("line 4", DRAFT);

  assert.deepEqual(new Drafts(storage, "ben/doc/1").held("line 4"), DRAFT);
});

test("another person and another version see nothing of it", () => {
  const storage = new Kept();
  new Drafts(storage, "ben/doc/1").hold("line 4", DRAFT);

  assert.deepEqual(new Drafts(storage, "eve/doc/1").all(), []);
  assert.deepEqual(new Drafts(storage, "ben/doc/2").held("line 4"), null);
});

test("a text without words is forgotten, and so is one that was confirmed", () => {
  const drafts = new Drafts(new Kept(), "ben/doc/1");
  drafts.hold("line 4", DRAFT);
  drafts.hold("whole", DRAFT);

  drafts.hold("line 4", { ...DRAFT, text: " \n" });
  drafts.forget("whole");

  assert.deepEqual(drafts.all(), []);
});

test("all of them come by name, each with what is in it", () => {
  const drafts = new Drafts(new Kept(), "ben/doc/1");
  drafts.hold("whole", { ...DRAFT, text: "Good" });
  drafts.hold("line 4", DRAFT);

  assert.deepEqual(drafts.all().map(([name, { text }]) => [name, text]), [["line 4", "Shorter"], ["whole", "Good"]]);
});

test("a suggestion or a reason alone is something said", () => {
  const old = { wording: "Led the  team", instead_of: "Led the team", why: "" };

  assert.equal(isBlank({ ...DRAFT, text: " ", more: old }), true);
  assert.equal(isBlank({ ...DRAFT, text: "", more: { ...old, wording: "" } }), false);
  assert.equal(isBlank({ ...DRAFT, text: "", more: { ...old, why: "Shorter" } }), false);
  assert.equal(isBlank({ ...DRAFT, text: "", more: { wording: "Ran", instead_of: "" } }), true);
});

test("words that are to stay are a comment without any text, known by what they are", () => {
  assert.equal(isBlank({ ...DRAFT, text: "", kind: "praise" }), false);
  assert.equal(isBlank({ ...DRAFT, text: "", kind: "question" }), true);
  assert.equal(isBlank({ ...DRAFT, what: "edit", text: "", kind: "praise" }), true);
  assert.equal(gist({ ...DRAFT, text: "", kind: "praise" }), "Lead");
});

test("a draft is known by its text, else by what it suggests or why", () => {
  const more = { wording: "Ran the team", instead_of: "Led the team", why: "Shorter" };

  assert.equal(gist({ ...DRAFT, text: "One\n two", more }), "One two");
  assert.equal(gist({ ...DRAFT, text: "", more }), "Ran the team");
  assert.equal(gist({ ...DRAFT, text: "", more: { ...more, wording: "" } }), "Shorter");
  assert.equal(gist({ ...DRAFT, text: "", more: { wording: "", instead_of: "Led" } }), "…");
});

test("what two windows write about one line is held twice", () => {
  const storage = new Kept();
  const [one, other] = [new Drafts(storage, "ben/doc/1"), new Drafts(storage, "ben/doc/1")];
  assert.equal(one.hold("line 4", DRAFT), "line 4");

  const name = other.hold("line 4", { ...DRAFT, text: "Longer" });
  one.hold("line 4", { ...DRAFT, text: "Shorter still" });
  other.hold(name, { ...DRAFT, text: "Longer still" });

  assert.deepEqual(one.all().map(([, { text }]) => text), ["Shorter still", "Longer still"]);
});

test("what arrived from one window does not take the words of the other with it", () => {
  const storage = new Kept();
  const [one, other] = [new Drafts(storage, "ben/doc/1"), new Drafts(storage, "ben/doc/1")];
  one.hold("line 4", DRAFT);
  assert.deepEqual(other.held("line 4"), DRAFT); // opened here too, and gone on with
  other.hold("line 4", { ...DRAFT, text: "Longer" });

  one.forget("line 4");
  assert.equal(other.held("line 4")?.text, "Longer");

  one.drop("line 4"); // whoever presses Drop means what she sees
  assert.deepEqual(other.all(), []);
});

test("a form that was left knows whether somebody has gone on with its words elsewhere", () => {
  const drafts = new Drafts(new Kept(), "ben/doc/1");
  const left = { ...DRAFT, isWaiting: true };
  drafts.hold("line 4", left);

  assert.equal(drafts.isAsHeld("line 4", left), true);
  drafts.hold("line 4", { ...left, text: "Shorter still" });
  assert.equal(drafts.isAsHeld("line 4", left), false);
  drafts.drop("line 4");
  assert.equal(drafts.isAsHeld("line 4", left), false);
});
