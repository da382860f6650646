import assert from "node:assert/strict";
import test from "node:test";

import { underWay } from "../../../static/js/margin/under-way.js";

/** As much of a button as is asked for. */
class Button {
  textContent = "Save";
  /** @type {Record<string, string>} */
  attributes = {};
  setAttribute = (/** @type {string} */ name, /** @type {string} */ value) => void (this.attributes[name] = value);
  removeAttribute = (/** @type {string} */ name) => void delete this.attributes[name];
}

/** @param {Button} button @returns {HTMLElement} */
function shown(button) {
  return /** @type {HTMLElement} */ (/** @type {unknown} */ (button));
}

test("what is answered soon shows nothing", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const button = new Button();

  const end = underWay(shown(button), "Saving…");
  context.mock.timers.tick(299);
  const before = button.textContent;
  end();
  context.mock.timers.tick(1000);

  assert.deepEqual([before, button.textContent, button.attributes], ["Save", "Save", {}]);
});

test("what takes longer says so until it is answered", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const button = new Button();
  /** @type {string[]} */
  const told = [];

  const end = underWay(shown(button), "Saving…", (words) => told.push(words));
  context.mock.timers.tick(300);
  const during = [button.textContent, { ...button.attributes }];
  end();

  assert.deepEqual(during, ["Saving…", { "aria-busy": "true" }]);
  assert.deepEqual([button.textContent, button.attributes, told], ["Save", {}, ["Saving…"]]);
});

test("a press without words keeps its own", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const button = new Button();

  underWay(shown(button));
  context.mock.timers.tick(300);

  assert.deepEqual([button.textContent, button.attributes], ["Save", { "aria-busy": "true" }]);
});
