/** Which key means what while a version is read. No DOM. */

/** @typedef {"next" | "previous" | "reply" | "resolve" | "comment" | "filter" | "help"} Order */

/** @type {Record<string, Order>} */
const ORDERS = {
  j: "next", n: "next", k: "previous", p: "previous",
  r: "reply", e: "resolve", c: "comment", f: "filter", "?": "help",
};

/**
 * What a press asks for; nothing with another key held, or while somebody types with an input method.
 * @param {{ key: string, ctrlKey?: boolean, metaKey?: boolean, altKey?: boolean, isComposing?: boolean }} press
 * @returns {Order | null}
 */
export function orderOf({ key, ctrlKey, metaKey, altKey, isComposing }) {
  if (ctrlKey || metaKey || altKey || isComposing) return null;
  return Object.hasOwn(ORDERS, key.toLowerCase()) ? (ORDERS[key.toLowerCase()] ?? null) : null;
}

/**
 * The place to go to: from `now` one step on, or to the first; it stays at the ends.
 * @param {number} count
 * @param {number} now   -1 when nowhere
 * @param {1 | -1} step
 * @param {number} near  where to begin when nowhere
 */
export function stepped(count, now, step, near = 0) {
  if (now < 0) return Math.min(count - 1, Math.max(0, step > 0 ? near : near - 1));
  return Math.min(count - 1, Math.max(0, now + step));
}
