import { pointIn, textOf } from "../common/line-text.js";
import { keepToLines } from "./line-drag.js";
import { stretch } from "./line-fit.js";
import { nextEdge } from "./reading-words.js";
import { lay } from "./word-fit.js";

/**
 * <reading-lines>: the numbered lines of a reading copy. Arrow keys move from line to line; with
 * Shift, left and right select words, across lines; a mouse that drags keeps to lines. Where there is room
 * for pictures of the pages it lays the words of each line on their ink; where there comes to be, it first
 * stretches each line to the width of its ink, as first-sight.js does at first.
 */
class ReadingLines extends HTMLElement {
  /** @type {HTMLElement[]} */
  lines = [];
  /** Where a selection by keyboard began. @type {import("./reading-words.js").Point | null} */
  anchor = null;
  /** Where it ends now. @type {import("./reading-words.js").Point | null} */
  head = null;
  room = matchMedia("(min-width: 45rem)");

  connectedCallback() {
    this.lines = [...this.querySelectorAll(".line")].filter((line) => line instanceof HTMLElement);
    this.addEventListener("keydown", this);
    this.addEventListener("focusin", this);
    this.addEventListener("pointerdown", this);
    this.leaving = new AbortController();
    this.room.addEventListener("change", this, { signal: this.leaving.signal });
    lay(this.lines);
  }

  disconnectedCallback() {
    this.leaving?.abort();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event instanceof KeyboardEvent) this.press(event);
    else if (event instanceof PointerEvent) this.drag(event);
    else if (event.type === "focusin") this.rove(event.target);
    else this.fit();
  }

  fit() {
    stretch(this.lines);
    lay(this.lines);
    this.dispatchEvent(new Event("laid"));
  }

  /** @param {PointerEvent} event */
  drag(event) {
    this.anchor = this.head = null;
    keepToLines(this.lines, event);
  }

  /** One line is in the tab order: the one that last had the focus. @param {EventTarget | null} target */
  rove(target) {
    if (!(target instanceof HTMLElement) || !target.classList.contains("line")) return;
    for (const line of this.lines) line.tabIndex = line === target ? 0 : -1;
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const lines = this.lines;
    const now = lines.indexOf(/** @type {HTMLElement} */ (event.target));
    if (now < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps = { ArrowDown: 1, ArrowUp: -1, Home: -now, End: lines.length - 1 - now };
    const step = steps[/** @type {keyof typeof steps} */ (event.key)];
    const across = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.shiftKey && across) this.select(now, across > 0 ? 1 : -1);
    else if (!event.shiftKey && step !== undefined) this.go(now + step);
    else return;
    event.preventDefault();
  }

  /** @param {number} to */
  go(to) {
    this.anchor = this.head = null;
    getSelection()?.removeAllRanges();
    const line = this.lines[to];
    line?.focus();
    line?.scrollIntoView({ block: "nearest" });
  }

  /** @param {number} now @param {1 | -1} direction */
  select(now, direction) {
    const texts = this.lines.map((line) => textOf(line));
    this.anchor ??= { line: now, offset: direction > 0 ? 0 : (texts[now] ?? "").length };
    const next = nextEdge(texts, this.head ?? this.anchor, direction);
    if (!next) return;
    this.head = next;
    const from = pointIn(this.lines[this.anchor.line], this.anchor.offset);
    const to = pointIn(this.lines[next.line], next.offset);
    if (!from || !to) return;
    this.lines[next.line]?.focus();
    getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }
}

customElements.define("reading-lines", ReadingLines);
