import { atWords } from "./places.js";

/** What somebody points at in the lines of a reading copy: a line, or the words that are selected. */

/** @typedef {{ place: import("./places.js").Place, quote: string, range: Range }} Selected */

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
export function lineOf(target) {
  return target instanceof Element ? target.closest(".line") : null;
}

/** @param {Element | null | undefined} line @returns {Text | null} the text node of its words */
export function wordsOf(line) {
  const node = line?.querySelector(".words")?.firstChild;
  return node instanceof Text ? node : null;
}

/** @param {Element} line */
export function numberOf(line) {
  return Number(line.getAttribute("value"));
}

/** The words of lines that are selected now, or null. @param {Element} sheets */
export function selected(sheets) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(sheets)) return null;
  const pieces = touched(sheets, range).flatMap((line) => piece(line, range));
  const place = atWords(pieces.map(({ line, from, to }) => ({ line, from, to })));
  const quote = pieces.map(({ text }) => text).join(" ").replace(/\u00ad/gu, "").replace(/\s+/gu, " ").trim();
  return place && quote ? { place, quote, range: range.cloneRange() } : null;
}

/** @param {Element} sheets @param {Range} range */
function touched(sheets, range) {
  const first = lineOf(elementAt(range.startContainer));
  const last = lineOf(elementAt(range.endContainer));
  if (first && first === last) return [first];
  return [...sheets.querySelectorAll(".line")].filter((line) => range.intersectsNode(line));
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
  const from = isBefore ? 0 : range.startOffset;
  const to = Math.min(isBeyond ? words.length : range.endOffset, words.data.trimEnd().length);
  return from < to ? [{ line: numberOf(line), from, to, text: words.data.slice(from, to) }] : [];
}

/** Presses on lines: a line is chosen, or something is to be written about it or about words of it. */
export class Pointing {
  /**
   * @param {HTMLElement} lines
   * @param {(line: HTMLElement) => void} choose
   * @param {(line: HTMLElement) => void} write
   */
  constructor(lines, choose, write) {
    this.lines = lines;
    this.choose = choose;
    this.write = write;
    for (const name of ["click", "keydown"]) lines.addEventListener(name, this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event instanceof KeyboardEvent) this.press(event);
    else if (event instanceof MouseEvent) this.point(event);
  }

  /** A click means the line, a second one at once the word it has selected. @param {MouseEvent} event */
  point(event) {
    const line = lineOf(event.target);
    if (line && event.detail === 2) this.write(line);
    else if (line && event.detail < 2 && getSelection()?.isCollapsed) this.choose(line);
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const line = event.target instanceof HTMLElement && event.target.matches(".line") ? event.target : null;
    if (!line || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "c" || (event.key === "Enter" && selected(this.lines))) this.write(line);
    else if (event.key === "Enter") this.choose(line);
    else return;
    event.preventDefault();
  }
}

/** A button near the words that are selected, as long as some are. */
export class SelectionButton {
  /** @param {Element} sheets @param {string} label @param {() => void} press */
  constructor(sheets, label, press) {
    this.sheets = sheets;
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "button selection-button";
    this.button.textContent = label;
    this.button.hidden = true;
    this.button.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the selection
    this.button.addEventListener("click", press);
    document.body.append(this.button);
  }

  /** Below the end of the selection: above it phones show their own. */
  follow() {
    const found = selected(this.sheets);
    this.button.hidden = !found;
    const boxes = found ? [...found.range.getClientRects()].filter(({ width }) => width > 0) : [];
    const last = boxes[boxes.length - 1];
    if (!last) return;
    const room = document.documentElement.clientWidth - this.button.offsetWidth - 8;
    this.button.style.top = `${last.bottom + scrollY + 8}px`;
    this.button.style.left = `${Math.max(8, Math.min(last.right, room))}px`;
  }
}
