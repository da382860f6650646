import { offsetIn, pointIn, wordsOf } from "../common/line-text.js";

/**
 * Words lie on their ink: where letters of the browser are wider or narrower than those of the picture,
 * words of a line get their own spacing. A line whose words lie well by themselves stays one text.
 */

/** @typedef {{ left: number, right: number }} Reach  along a line, from its left */

/** @typedef {Reach & { start: number, end: number }} Piece  on its ink, and its UTF-16 units in the line's text */

/**
 * @typedef {object} Word
 * @property {Reach} natural
 * @property {Reach} ink
 * @property {number} letters
 * @property {boolean} isSpaced  white space follows
 * @property {boolean} isJoined  its letters cannot be set apart
 */

/** @typedef {{ from: number, to: number, letter: number, space: number, size: number }} Group  words, what is added to letters and spaces, and how large they are */

/** @typedef {{ way: number, isNeighbour: boolean }} Turn  how the next word follows: 1 to the right, -1 to the left */

/**
 * What documents/formats/inks.py said of a line.
 * @param {string} said
 * @param {string} text
 * @returns {Piece[] | null}  reaches in shares of the line's length; null when they are not of this text
 */
export function pieces(said, text) {
  const numbers = said.trim().split(/\s+/u);
  const found = /** @type {Piece[]} */ ([]);
  let [at, edge] = [0, 0];
  for (let place = 0; place + 1 < numbers.length; place += 2) {
    const [width, length] = (numbers[place + 1] ?? "").split("/");
    const start = at + (/^\s*/u.exec(text.slice(at))?.[0].length ?? 0);
    const end = start + (length ? Number(length) : (/^\S*/u.exec(text.slice(start))?.[0].length ?? 0));
    const left = edge + Number(numbers[place]);
    edge = left + Number(width);
    if (end <= start || end > text.length) return null;
    found.push({ start, end, left: left / 2000, right: edge / 2000 });
    at = end;
  }
  return text.slice(at).trim() ? null : found;
}

/**
 * The fewest runs of words, each with a spacing of its own, that put all words on their ink.
 * @param {Word[]} words     in the order of the text
 * @param {number} tolerance  how far an edge may be off, in the unit of the reaches
 * @returns {Group[]}  none when all lie well as they are
 */
export function groups(words, tolerance) {
  if (words.every(({ natural, ink }) => isNear(natural, ink, tolerance))) return [];
  const turns = turnsOf(words);
  const found = [];
  for (let from = 0; from < words.length;) {
    let best = group(words, turns, from, from);
    for (let to = from + 1; to < words.length && goesOn(words, turns, from, to); to += 1) {
      const wider = group(words, turns, from, to);
      if (!liesWell(words, wider, turns, tolerance)) break;
      best = wider;
    }
    found.push(best);
    from = best.to + 1;
  }
  return found;
}

/** @param {Reach} one @param {Reach} other @param {number} tolerance */
function isNear(one, other, tolerance) {
  return Math.abs(one.left - other.left) <= tolerance && Math.abs(one.right - other.right) <= tolerance;
}

/** @param {Word[]} words @returns {Turn[]} from each word to the next */
function turnsOf(words) {
  const seen = [...words.keys()].sort((one, other) => reach(words, one).left - reach(words, other).left);
  const ranks = new Map(seen.map((word, rank) => [word, rank]));
  return words.slice(1).map((_, place) => {
    const step = (ranks.get(place + 1) ?? 0) - (ranks.get(place) ?? 0);
    return { way: Math.sign(step) || 1, isNeighbour: Math.abs(step) === 1 };
  });
}

/** @param {Word[]} words @param {number} place */
function reach(words, place) {
  return /** @type {Word} */ (words[place]).ink;
}

/** Whether a run from one word to another goes one way, of letters that can be set apart. @param {Word[]} words @param {Turn[]} turns @param {number} from @param {number} to */
function goesOn(words, turns, from, to) {
  const [first, last] = [turns[from], turns[to - 1]];
  const isJoined = words[from]?.isJoined || words[to]?.isJoined;
  return Boolean(first && last?.isNeighbour && last.way === first.way && !isJoined);
}

/** The room between two words, more than there is by itself. @param {Word[]} words @param {Turn[]} turns @param {number} place */
function more(words, turns, place) {
  const [one, other] = [words[place], words[place + 1]];
  const turn = turns[place];
  if (!one || !other || !turn?.isNeighbour) return undefined;
  return between(one.ink, other.ink, turn.way) - between(one.natural, other.natural, turn.way);
}

/** @param {Reach} one @param {Reach} other @param {number} way */
function between(one, other, way) {
  return way > 0 ? other.left - one.right : one.left - other.right;
}

/** @param {Reach} reach */
function width({ left, right }) {
  return right - left;
}

/** Its ends lie on the ink, and what follows begins there. @param {Word[]} words @param {Turn[]} turns @param {number} from @param {number} to @returns {Group} */
function group(words, turns, from, to) {
  const [word] = words.slice(from);
  if (word?.isJoined) return joined(word, words[from + 1], turns[from], from);
  const own = words.slice(from, to + 1);
  const inner = own.slice(0, -1).map((_, place) => more(words, turns, from + place) ?? 0);
  const spaces = own.slice(0, -1).filter(({ isSpaced }) => isSpaced).length;
  const letters = own.reduce((sum, word) => sum + word.letters, 0);
  const lacking = own.reduce((sum, word) => sum + width(word.ink) - width(word.natural), 0) + inner.reduce((sum, each) => sum + each, 0);
  const last = more(words, turns, to) ?? (inner.length ? (inner[0] ?? 0) : 0);
  if (!own[own.length - 1]?.isSpaced && turns[to]) return { from, to, letter: (lacking + last) / letters, space: 0, size: 1 };
  const letter = (lacking - spaces * last) / letters;
  return { from, to, letter, space: last - letter, size: 1 };
}

/** A word that is made smaller or larger, as its letters cannot be set apart. @param {Word} word @param {Word | undefined} next @param {Turn | undefined} turn @param {number} place @returns {Group} */
function joined(word, next, turn, place) {
  const size = width(word.ink) / width(word.natural) || 1;
  const is = next && turn?.isNeighbour ? between(word.natural, next.natural, turn.way) : 0;
  const wanted = next && turn?.isNeighbour ? between(word.ink, next.ink, turn.way) : is;
  return { from: place, to: place, letter: 0, space: wanted / size - is, size };
}

/** @param {Word[]} words @param {Group} group @param {Turn[]} turns @param {number} tolerance */
function liesWell(words, { from, to, letter, space }, turns, tolerance) {
  let off = 0;
  for (let place = from; place <= to; place += 1) {
    const word = /** @type {Word} */ (words[place]);
    off += width(word.natural) + letter * word.letters - width(word.ink);
    if (Math.abs(off) > tolerance) return false;
    off += (word.isSpaced ? letter + space : 0) - (more(words, turns, place) ?? 0);
    if (place < to && Math.abs(off) > tolerance) return false;
  }
  return true;
}

// Letters of others join, or stand in groups that each browser counts in its own way.
const APART = /^[^\p{L}\p{M}]*(?:[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Inherited}][^\p{L}\p{M}]*)*$/u;
const OFF = 0.07; // of the letters' size: about a pixel
const clusters = new Intl.Segmenter();

/** How many signs of their own there are in it. @param {string} text */
function count(text) {
  return /^[\x20-\x7e]*$/u.test(text) ? text.length : [...clusters.segment(text)].length;
}

/**
 * Lays the words of these lines on their ink where lines lie over a picture; those that were laid stay so,
 * whatever size the page has. Reads first, then writes: one layout. What is selected stays selected.
 * @param {Iterable<HTMLElement>} lines
 */
export function lay(lines) {
  const plans = [...lines].flatMap((line) => plan(line));
  if (!plans.length) return;
  const restore = keptSelection();
  for (const { text, parts } of plans) text.replaceWith(...parts.map(dressed));
  restore();
}

/** @param {{ words: string, letter: number, space: number, size: number }} part */
function dressed({ words, letter, space, size }) {
  const span = document.createElement("span");
  span.style.setProperty("--letter", letter.toFixed(4));
  span.style.setProperty("--space", space.toFixed(4));
  if (size !== 1) span.style.setProperty("--size", size.toFixed(4));
  span.textContent = words;
  return span;
}

/** @param {HTMLElement} line */
function plan(line) {
  const box = wordsOf(line);
  const text = box?.firstChild;
  if (!(box instanceof HTMLElement) || !(text instanceof Text)) return [];
  const looks = getComputedStyle(line);
  const said = looks.getPropertyValue("--i");
  const found = said ? pieces(said, text.data) : null;
  if (!found) return [];
  const size = parseFloat(looks.fontSize);
  const words = inOrder(box, () => measured(box, text, found, size));
  const parts = groups(words, OFF).map(({ from, to, ...spacing }, place, every) => ({
    words: text.data.slice(place ? found[from]?.start : 0, every[place + 1] ? found[to + 1]?.start : undefined),
    ...spacing,
  }));
  return parts.length ? [{ text, parts }] : [];
}

/**
 * Words as they stand and as they should, in ems of their line.
 * @param {HTMLElement} box @param {Text} text @param {Piece[]} found @param {number} size
 * @returns {Word[]}
 */
function measured(box, text, found, size) {
  const all = box.getBoundingClientRect();
  const em = (all.width / box.offsetWidth) * size; // on the screen
  const range = document.createRange();
  return found.map(({ start, end, left, right }) => {
    range.setStart(text, start);
    range.setEnd(text, end);
    const seen = range.getBoundingClientRect();
    const word = text.data.slice(start, end);
    return {
      natural: { left: (seen.left - all.left) / em, right: (seen.right - all.left) / em },
      ink: { left: (left * all.width) / em, right: (right * all.width) / em },
      letters: count(word),
      isSpaced: /\s/u.test(text.data.charAt(end)),
      isJoined: !APART.test(word),
    };
  });
}

/**
 * The words of a line, which runs the other way than its block does where only so they stand as on the page.
 * @param {HTMLElement} box @param {() => Word[]} measure
 */
function inOrder(box, measure) {
  const words = measure();
  if (isInOrder(words)) return words;
  box.dataset.way = getComputedStyle(box).direction === "ltr" ? "rtl" : "ltr";
  const turned = measure();
  if (isInOrder(turned)) return turned;
  delete box.dataset.way;
  return words;
}

/** @param {Word[]} words */
function isInOrder(words) {
  const seen = [...words].sort((one, other) => one.ink.left - other.ink.left);
  return seen.every(({ natural }, place) => place === 0 || natural.left >= (seen[place - 1]?.natural.left ?? 0));
}

/** What is selected now; puts it back. @returns {() => void} */
function keptSelection() {
  const selection = getSelection();
  if (!selection?.anchorNode || !selection.focusNode || selection.isCollapsed) return () => {};
  const ends = [
    { node: selection.anchorNode, offset: selection.anchorOffset },
    { node: selection.focusNode, offset: selection.focusOffset },
  ].map((point) => {
    const line = elementOf(point.node)?.closest(".line");
    return { point, line, offset: offsetIn(line, point) };
  });
  return () => {
    const [from, to] = ends.map(({ point, line, offset }) => (offset === null ? point : pointIn(line, offset)));
    if (from && to) selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  };
}

/** @param {Node} node */
function elementOf(node) {
  return node instanceof Element ? node : node.parentElement;
}
