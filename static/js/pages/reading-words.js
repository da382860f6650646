/** Where words begin and end in a line. No DOM: offsets are UTF-16 units, as the browser counts. */

/** @typedef {{ line: number, offset: number }} Point a place in one of the lines */

/**
 * @param {string} text
 * @returns {[number, number][]} start and end of each word, in order; a word keeps its punctuation
 */
export function words(text) {
  return [...text.matchAll(/\S+/gu)].map((found) => [found.index, found.index + found[0].length]);
}

/**
 * The next edge of a word in reading order, across lines.
 * @param {string[]} lines
 * @param {Point} from
 * @param {1 | -1} direction  1 to the end of the next word, -1 to the beginning of the one before
 * @returns {Point | null} null at the beginning or the end of all lines
 */
export function nextEdge(lines, from, direction) {
  for (let line = from.line; line >= 0 && line < lines.length; line += direction) {
    const edges = words(lines[line] ?? "").map(([start, end]) => (direction > 0 ? end : start));
    const inside = line === from.line;
    const beyond = edges.filter((edge) => !inside || (edge - from.offset) * direction > 0);
    const offset = direction > 0 ? beyond[0] : beyond[beyond.length - 1];
    if (offset !== undefined) return { line, offset };
  }
  return null;
}
