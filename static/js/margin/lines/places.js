/**
 * Where a comment belongs, as its form says it, and where the words of a thread stand in the lines.
 * No DOM. The page counts UTF-16 units within a line, a version's text code points: here they meet.
 */

/**
 * @typedef {object} Place  the form's hidden fields: all empty is the whole document, a line without
 *   `start` is all of that line; `start` and `end` are UTF-16 units within their lines
 * @property {string} line
 * @property {string} start
 * @property {string} end_line
 * @property {string} end
 * @property {string} question
 * @property {string} page  where no line is meant
 * @property {string} box   a part of that page: see box-geometry.js
 */

/** @typedef {{ line: number, from: number, to: number }} Piece  words of one line, in UTF-16 units */

/** @typedef {{ start: number, text: string }} ShownLine  where it starts in the text, in code points */

/** @type {Place} */
export const WHOLE = { line: "", start: "", end_line: "", end: "", question: "", page: "", box: "" };

/** @param {number} number @returns {Place} */
export function atLine(number) {
  return { ...WHOLE, line: String(number), end_line: String(number) };
}

/** A page, or a part of it. @param {string} page @param {string} [box] @returns {Place} */
export function onPage(page, box = "") {
  return { ...WHOLE, page, box };
}

/** @param {string} number @returns {Place} */
export function atQuestion(number) {
  return { ...WHOLE, question: number };
}

/**
 * @param {Piece[]} pieces  in reading order, `line` being line numbers
 * @returns {Place | null}  null when there is nothing in them
 */
export function atWords(pieces) {
  const filled = pieces.filter(({ from, to }) => from < to);
  const first = filled[0];
  const last = filled[filled.length - 1];
  if (!first || !last) return null;
  return {
    ...WHOLE,
    line: String(first.line),
    start: String(first.from),
    end_line: String(last.line),
    end: String(last.to),
  };
}

/** What words of lines say together: a word that was broken at a line's end is whole. @param {string[]} texts */
export function quoteOf(texts) {
  return texts.join(" ").replace(/\u00ad\s*/gu, "").replace(/\s+/gu, " ").trim();
}

/** The name of a place: two places are the same when their names are. @param {Place} place */
export function nameOf(place) {
  if (place.question) return `question ${place.question}`;
  if (!place.line && place.page) return place.box ? `part ${place.page}.${place.box}` : `page ${place.page}`;
  if (!place.line) return "whole";
  if (!place.start) return `line ${place.line}`;
  return `words ${place.line}.${place.start}-${place.end_line}.${place.end}`;
}

/**
 * How many UTF-16 units the first `points` code points of `text` take.
 * @param {string} text
 * @param {number} points
 */
export function units(text, points) {
  let at = 0;
  for (let count = 0; count < points && at < text.length; count += 1) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return at;
}

/**
 * The words a span covers, line by line.
 * @param {ShownLine[]} lines  in reading order
 * @param {number} start  code points of the version's text, half-open
 * @param {number} end
 * @returns {Piece[]}  `line` being the place in `lines`
 */
export function pieces(lines, start, end) {
  const found = [];
  for (let line = lineAt(lines, start); line < lines.length; line += 1) {
    const shown = lines[line];
    if (!shown || shown.start >= end) break;
    const from = units(shown.text, start - shown.start);
    const to = units(shown.text, end - shown.start);
    if (from < to) found.push({ line, from, to });
  }
  return found;
}

/** The last line that starts at or before `start`. @param {ShownLine[]} lines @param {number} start */
function lineAt(lines, start) {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
