/**
 * Dragging keeps to lines. Lines lie on the picture of their page, each by itself; past the end of one a
 * browser selects what comes next in the page's source, up to the whole page. So as long as a
 * dragging mouse is over no words, the selection ends at the line it is level with.
 */

import { caretAt } from "../common/caret.js";
import { pointIn } from "../common/line-text.js";

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box a line on the screen, in CSS pixels */

/**
 * Which line is meant by a place beside all words: the nearest in height; of several in one height the one
 * where dragging began, else one of its column, else the nearest.
 * @param {Box[]} boxes
 * @param {{ x: number, y: number }} place
 * @param {number} first  where dragging began
 * @returns {number} -1 when there are no lines
 */
export function lineMeant(boxes, place, first) {
  const apart = boxes.map((box) => Math.max(box.top - place.y, 0, place.y - box.bottom));
  const least = Math.min(...apart);
  const level = [...boxes.keys()].filter((line) => apart[line] === least);
  const began = boxes[first];
  return level.sort((one, other) => rank(one) - rank(other))[0] ?? -1;

  /** @param {number} line */
  function rank(line) {
    const box = /** @type {Box} */ (boxes[line]);
    if (line === first) return -1;
    const isOfColumn = began && box.left < began.right && began.left < box.right;
    return Math.max(box.left - place.x, 0, place.x - box.right) + (isOfColumn ? 0 : 1e6);
  }
}

/**
 * From this press until the button comes up, the end of the selection keeps to the lines.
 * @param {HTMLElement[]} lines
 * @param {PointerEvent} pressed
 */
export function keepToLines(lines, pressed) {
  const first = lines.findIndex((line) => pressed.target instanceof Node && line.contains(pressed.target));
  const line = lines[first];
  if (pressed.pointerType !== "mouse" || pressed.button !== 0 || !line || !liesOnItsPage(line)) return;
  const start = caretAt(pressed);
  /** @type {{ node: Node, offset: number } | null} */
  let end = null;
  const over = new AbortController();
  const { signal } = over;
  document.addEventListener("pointermove", (moved) => ((end = endAt(moved)), hold()), { signal });
  document.addEventListener("selectionchange", hold, { signal }); // the browser has moved it meanwhile
  for (const name of ["pointerup", "pointercancel", "dragstart"]) {
    document.addEventListener(name, () => setTimeout(() => (hold(), over.abort())), { signal });
  }

  /** @param {PointerEvent} moved */
  function endAt(moved) {
    if (moved.target instanceof Element && moved.target.closest(".words")) return null;
    const all = lines.map((one) => one.querySelector(".words"));
    const boxes = all.map((words) => words?.getBoundingClientRect() ?? new DOMRect(0, -1e6));
    const meant = lineMeant(boxes, moved, first);
    const [words, box] = [all[meant], boxes[meant]];
    if (!words || !box) return null;
    const isRight = moved.x > (box.left + box.right) / 2;
    const isAtEnd = isRight === (getComputedStyle(words).direction === "ltr");
    return pointIn(lines[meant], isAtEnd ? Infinity : 0);
  }

  /** Browsers move the end to where they think, and at times the beginning, too. */
  function hold() {
    const selection = getSelection();
    if (!end || !start || !selection) return;
    const { anchorNode, anchorOffset, focusNode, focusOffset, type } = selection;
    if (type === "Range" && focusNode === end.node && focusOffset === end.offset) return;
    const from = type === "Range" && anchorNode ? { node: anchorNode, offset: anchorOffset } : start;
    selection.setBaseAndExtent(from.node, from.offset, end.node, end.offset);
  }
}

/** @param {HTMLElement} line @returns {boolean} rather than flowing, as in the text */
function liesOnItsPage(line) {
  return getComputedStyle(line).position === "absolute";
}
