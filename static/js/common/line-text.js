/**
 * The text of a line, whatever elements it is laid in: word-fit.js puts some words in spans.
 * Offsets are UTF-16 units from the beginning of the line.
 */

/** @typedef {{ node: Node, offset: number }} Point */

/** @param {Element | null | undefined} line @returns {Element | null} what holds its words, and nothing else */
export function wordsOf(line) {
  return line?.querySelector(".words") ?? null;
}

/** @param {Element | null | undefined} line */
export function textOf(line) {
  return wordsOf(line)?.textContent ?? "";
}

/**
 * Where an offset is: at the end of a text node rather than at the beginning of the next.
 * @param {Element | null | undefined} line
 * @param {number} offset  beyond the end it is the end
 * @returns {Point | null} null in a line without words
 */
export function pointIn(line, offset) {
  const words = wordsOf(line);
  const walk = words && document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  let found = null;
  for (let left = offset; walk?.nextNode();) {
    const node = /** @type {Text} */ (walk.currentNode);
    found = { node, offset: Math.min(left, node.length) };
    if (left <= node.length) break;
    left -= node.length;
  }
  return found;
}

/**
 * @param {Element | null | undefined} line
 * @param {Point | null | undefined} point
 * @returns {number | null} null where the point is not in the words of this line
 */
export function offsetIn(line, point) {
  const words = wordsOf(line);
  if (!words || !point || !words.contains(point.node)) return null;
  if (point.node === words.firstChild && point.node instanceof Text) return point.offset;
  const before = document.createRange();
  before.setStart(words, 0);
  before.setEnd(point.node, point.offset);
  return before.toString().length;
}
