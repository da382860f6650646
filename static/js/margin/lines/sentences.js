/** Where sentences begin and end in lines that flow. No DOM: offsets are UTF-16 units. */

/** @typedef {{ line: number, from: number, to: number }} Piece  words of one of the lines, by its place among them */

const ABBREVIATED = /(?:\b(?:\p{Lu}|Dr|Mr|Mrs|Ms|Mx|Prof|St|Mme|Sr|Sra|No|Nr|Inc|Ltd|Co|Corp|Jr|vs|ca|approx|bzw|etc|e\.g|i\.e|z\. ?B|d\. ?h|u\. ?a|inkl)\.)\s*$/u;
const MARK = /^[•◦▪▫‣⁃∙●○■□◆◇➢➤✓✔❖–—*·-]\s+/u;

/**
 * @param {string} text
 * @returns {[number, number][]}  of each sentence, in order, without the blanks around it
 */
export function sentences(text) {
  const found = /** @type {[number, number][]} */ ([]);
  let from = 0;
  for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: "sentence" }).segment(text)) {
    const to = index + segment.length;
    const goesOn = ABBREVIATED.test(text.slice(from, to)) || /^\p{Ll}/u.test(text.slice(to));
    if (goesOn && to < text.length) continue;
    found.push([from, to]);
    from = to;
  }
  return found.map(([start, end]) => trimmed(text, start, end)).filter(([start, end]) => start < end);
}

/** @param {string} text @param {number} from @param {number} to @returns {[number, number]} */
function trimmed(text, from, to) {
  const part = text.slice(from, to);
  return [from + part.length - part.trimStart().length, from + part.trimEnd().length];
}

/**
 * The sentence that a place in lines stands in, or all of the lines, piece by piece.
 * @param {string[]} lines   as they are shown: a blank or a line break between two of them
 * @param {{ line: number, offset: number }} at
 * @param {boolean} isWhole  all of it is meant: an item of a list, without its mark
 * @returns {Piece[]}
 */
export function phraseAt(lines, { line, offset }, isWhole) {
  const text = lines.join("").replaceAll("\n", " ");
  const starts = lines.map((_, place) => lines.slice(0, place).join("").length);
  const place = (starts[line] ?? 0) + offset;
  const mark = MARK.exec(text)?.[0].length ?? 0;
  const all = trimmed(text, isWhole ? mark : 0, text.length);
  const [from, to] = (isWhole ? [all] : sentences(text)).find(([, end]) => place <= end) ?? all;
  return lines.flatMap((words, each) => {
    const start = starts[each] ?? 0;
    const [first, last] = trimmed(text, Math.max(from, start), Math.max(start, Math.min(to, start + words.length)));
    return first < last ? [{ line: each, from: first - start, to: last - start }] : [];
  });
}
