/** Boxes on a page, as fractions of it: drawn, moved, stretched, said in numbers. No DOM. */

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */

/** @typedef {{ x: number, y: number }} Point  a place on the page, as fractions of it */

/** @typedef {{ number: number, top: number, bottom: number, left: number, right: number }} LineBox */

const LEAST = 0.02; // of width or height: what a finger can still mean

/** The box with these two corners, within the page and large enough to see. @param {Point} one @param {Point} other */
export function between(one, other) {
  const [left, right] = apart(one.x, other.x);
  const [top, bottom] = apart(one.y, other.y);
  return { left, top, right, bottom };
}

/** The whole box that far to the right and down, no farther than the page's edge. @param {Box} box @param {number} right @param {number} down */
export function moved(box, right, down) {
  const x = Math.min(Math.max(right, -box.left), 1 - box.right);
  const y = Math.min(Math.max(down, -box.top), 1 - box.bottom);
  return { left: box.left + x, top: box.top + y, right: box.right + x, bottom: box.bottom + y };
}

/** Its lower right corner that far to the right and down. @param {Box} box @param {number} right @param {number} down */
export function stretched(box, right, down) {
  return {
    ...box,
    right: clamp(Math.max(box.right + right, box.left + LEAST)),
    bottom: clamp(Math.max(box.bottom + down, box.top + LEAST)),
  };
}

/** A box to begin with, in the part of the page that is seen. @param {number} top @param {number} bottom  of that part */
export function begun(top, bottom) {
  const from = clamp(top);
  const seen = Math.max(clamp(bottom) - from, LEAST);
  return between({ x: 0.1, y: from + seen * 0.25 }, { x: 0.9, y: from + seen * 0.5 });
}

/** As a form sends it. @param {Box} box */
export function written({ left, top, right, bottom }) {
  return [left, top, right, bottom].map((share) => String(Math.round(share * 1e4) / 1e4)).join(",");
}

/** The box that was `written`, or null. @param {string | undefined} text @returns {Box | null} */
export function read(text) {
  const [left, top, right, bottom] = (text || "-").split(",").map(Number);
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return null;
  const box = { left, top, right, bottom };
  return Object.values(box).every(Number.isFinite) ? box : null;
}

/** Where it is and how large, in whole percent of the page, to be read out. @param {Box} box */
export function percents({ left, top, right, bottom }) {
  const [x, y, width, height] = [left, top, right - left, bottom - top].map((share) => String(Math.round(share * 100)));
  return { left: x ?? "", top: y ?? "", width: width ?? "", height: height ?? "" };
}

/**
 * The first and the last of the lines of which it holds something: the middle from above, and any part
 * across; null when there is none. `is_in` in anchors/boxes.py is the same rule.
 * @param {Box} box
 * @param {LineBox[]} lines
 * @returns {[number, number] | null}
 */
export function covered(box, lines) {
  const inside = lines.filter(({ top, bottom, left, right }) => {
    const middle = (top + bottom) / 2;
    return middle >= box.top && middle <= box.bottom && left <= box.right && right >= box.left;
  });
  const numbers = inside.map(({ number }) => number);
  return numbers.length ? [Math.min(...numbers), Math.max(...numbers)] : null;
}

/** Two numbers in order, within the page, at least `LEAST` apart. @param {number} one @param {number} other */
function apart(one, other) {
  const low = clamp(Math.min(one, other));
  const high = clamp(Math.max(one, other));
  const from = Math.min(low, 1 - LEAST);
  return [from, Math.max(high, from + LEAST)];
}

/** @param {number} share */
function clamp(share) {
  return Math.min(1, Math.max(0, share));
}
