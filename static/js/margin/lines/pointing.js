import { offsetIn, textOf, wordsOf } from "../../common/line-text.js";
import { atWords, quoteOf } from "./places.js";

/** What somebody points at in the lines of a reading copy: a line, or the words that are selected. */

/** @typedef {{ place: import("./places.js").Place, quote: string, range: Range }} Selected */

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
export function lineOf(target) {
  return target instanceof Element ? target.closest(".line") : null;
}

/** @param {Element} line */
export function numberOf(line) {
  return Number(line.getAttribute("data-number"));
}

/** Where the words of this element are in their line: not at its beginning where it is one part of it. @param {Element} line */
export function offsetOf(line) {
  return Number(line.getAttribute("data-offset") ?? 0);
}

/** The words of lines that are selected now, or null; of what does not follow in the text, the first of it. @param {Element} lines */
export function selected(lines) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(lines)) return null;
  const pieces = following(touched(lines, range).flatMap((line) => piece(line, range)));
  const place = atWords(pieces.map(({ line, from, to }) => ({ line, from, to })));
  const quote = quoteOf(pieces.map(({ text }) => text));
  return place && quote ? { place, quote, range: range.cloneRange() } : null;
}

/**
 * As many of them, from the first, as follow each other in the text: software reads lines in another order.
 * @template {{ line: number, from: number }} P
 * @param {P[]} pieces
 * @returns {P[]}
 */
export function following(pieces) {
  const end = pieces.findIndex((one, at) => {
    const before = pieces[at - 1];
    return before && one.line !== before.line + 1 && !(one.line === before.line && one.from > before.from);
  });
  return end < 0 ? pieces : pieces.slice(0, end);
}

/** @param {Element} lines @param {Range} range */
function touched(lines, range) {
  const first = lineOf(elementAt(range.startContainer));
  const last = lineOf(elementAt(range.endContainer));
  if (first && first === last) return [first];
  return [...lines.querySelectorAll(".line")].filter((line) => range.intersectsNode(line));
}

/** @param {Node} node */
function elementAt(node) {
  return node instanceof Element ? node : node.parentElement;
}

/** The selected part of a line; nothing of it is nothing. @param {Element} line @param {Range} range */
function piece(line, range) {
  const words = wordsOf(line);
  if (!words) return [];
  const all = document.createRange();
  all.selectNodeContents(words);
  const isBefore = range.compareBoundaryPoints(Range.START_TO_START, all) <= 0;
  const isBeyond = range.compareBoundaryPoints(Range.END_TO_END, all) >= 0;
  if (range.compareBoundaryPoints(Range.START_TO_END, all) <= 0) return [];
  if (range.compareBoundaryPoints(Range.END_TO_START, all) >= 0) return [];
  const text = textOf(line);
  const from = (isBefore ? null : offsetIn(line, { node: range.startContainer, offset: range.startOffset })) ?? 0;
  const to = Math.min((isBeyond ? null : offsetIn(line, { node: range.endContainer, offset: range.endOffset })) ?? Infinity, text.trimEnd().length);
  const offset = offsetOf(line);
  return from < to ? [{ line: numberOf(line), from: offset + from, to: offset + to, text: text.slice(from, to) }] : [];
}
