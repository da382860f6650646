import { fire } from "../events.js";
import { lay, pageOf, paperOf } from "./pages.js";
import { begun, between, covered, moved, percents, stretched, written } from "./box-geometry.js";

/** @typedef {import("./box-geometry.js").Box} Box */
/** @typedef {import("./box-geometry.js").Point} Point */

const STEP = 0.02; // of the page, to each press of an arrow key
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const HOLDS = 500; // milliseconds until a finger that rests is a long press
const STRAYS = 8; // pixels a finger may move and still rest, or a mouse and still tap

/**
 * <page-drawing>: marking a part of a page, by dragging, by two taps, by arrow keys, or by a finger
 * that rests on the picture and then drags. The button over the page begins it; it ends with
 * `comment-wanted` about that part, or with nothing. What happens is `said`.
 *
 *     <page-drawing><template><section class="drawing-bar" data-frame="Part of page {number}" …>…</section></template></page-drawing>
 */
class PageDrawing extends HTMLElement {
  /** The page that is drawn on. @type {HTMLElement | null} */
  paper = null;
  /** @type {Box | null} */
  box = null;
  /** Where dragging began. @type {Point | null} */
  corner = null;
  /** What began it, and takes the focus back. @type {HTMLElement | null} */
  opener = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer;

  /** Where the finger is that began a drag. @type {{ x: number, y: number } | null} */
  from = null;
  /** Whether one corner was tapped and the other is still to come. */
  isTapped = false;

  connectedCallback() {
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    const bar = this.querySelector("template")?.content.querySelector("section");
    const lines = document.querySelector("reading-lines");
    if (!bar || !lines) return;
    this.bar = document.importNode(bar, true);
    this.cloth = document.createElement("div"); // lies over the paper and takes what is drawn
    this.cloth.className = "drawing";
    this.frame = document.createElement("div");
    this.frame.className = "drawing-frame";
    this.frame.tabIndex = 0;
    this.frame.setAttribute("role", "application"); // arrow keys are its own
    this.frame.setAttribute("aria-describedby", "drawing-hint");
    this.cloth.append(this.frame);
    for (const name of ["pointerdown", "pointermove", "pointerup", "pointercancel", "keydown"]) this.cloth.addEventListener(name, this, { signal });
    for (const name of ["click", "keydown"]) this.bar.addEventListener(name, this, { signal });
    lines.addEventListener("click", (event) => this.begin(/** @type {MouseEvent} */ (event)), { signal });
    this.buttons = lines.querySelectorAll(".page-mark");
    for (const button of this.buttons) button.toggleAttribute("hidden", false);
    for (const paper of lines.querySelectorAll(".page-paper")) rest(/** @type {HTMLElement} */ (paper), this, signal);
  }

  disconnectedCallback() {
    this.leaving?.abort();
    this.stop();
    for (const button of this.buttons ?? []) button.toggleAttribute("hidden", true);
  }

  /** @param {MouseEvent} event */
  begin(event) {
    const button = event.target instanceof Element ? event.target.closest(".page-mark") : null;
    const paper = button && paperOf(pageOf(button));
    if (!(button instanceof HTMLElement) || !paper) return;
    this.start(paper, button);
    if (event.detail === 0) this.first(); // pressed by a key
  }

  /** @param {HTMLElement} paper @param {HTMLElement | null} opener */
  start(paper, opener) {
    const { bar, cloth, frame } = this;
    if (!bar || !cloth || !frame) return;
    this.stop();
    this.paper = paper;
    this.opener = opener ?? paper.closest(".page")?.querySelector(".page-mark") ?? null;
    frame.setAttribute("aria-label", fill(bar.dataset.frame, { number: pageOf(paper) }));
    this.show(null);
    paper.append(cloth);
    paper.after(bar);
    frame.focus({ preventScroll: true });
  }

  /** The frame that keys move. */
  first() {
    const { top, height } = this.place();
    this.show(begun(-top / height, (innerHeight - top) / height));
    this.frame?.scrollIntoView({ block: "nearest" });
  }

  /** Where the paper is now. */
  place() {
    return /** @type {HTMLElement} */ (this.paper).getBoundingClientRect();
  }

  /** @param {Box | null} box */
  show(box) {
    this.box = box;
    this.cloth?.classList.toggle("is-empty", !box);
    this.bar?.querySelector(".drawing-done")?.toggleAttribute("disabled", !box);
    if (box && this.frame) lay(this.frame, box);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event instanceof KeyboardEvent) this.press(event);
    else if (event instanceof PointerEvent && event.type !== "click") this.drag(event);
    else if (event.target instanceof Element && event.target.closest(".drawing-done")) this.finish();
    else if (event.target instanceof Element && event.target.closest(".drawing-leave")) this.leave();
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const arrow = ARROWS[/** @type {keyof typeof ARROWS} */ (event.key)];
    const isAtFrame = event.target === this.frame;
    if (event.key === "Escape") this.leave();
    else if (event.key === "Enter" && isAtFrame && this.box) this.finish();
    else if (arrow && isAtFrame && !this.box) this.first();
    else if (arrow && isAtFrame) this.step(arrow, event.shiftKey ? stretched : moved);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {number[]} arrow @param {typeof moved} change */
  step([x = 0, y = 0], change) {
    const { width, height } = this.place();
    if (this.box) this.show(change(this.box, x * STEP, (y * STEP * width) / height));
    this.frame?.scrollIntoView({ block: "nearest" });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.say(), 400); // once it has come to rest
  }

  /** Where the frame is, for whoever does not see it. */
  say() {
    if (!this.box || !this.paper || !this.bar) return;
    const words = [fill(this.bar.dataset.at, percents(this.box))];
    const lines = covered(this.box, linesOf(this.paper));
    if (lines) words.unshift(fill(this.bar.dataset.lines, { first: String(lines[0]), last: String(lines[1]) }));
    fire(this, "said", words.join(" "));
  }

  /** @param {PointerEvent} event */
  drag(event) {
    const point = this.pointAt(event);
    if (event.type === "pointerdown" && event.isPrimary && event.button === 0) {
      this.cloth?.setPointerCapture(event.pointerId);
      this.corner ??= point;
      this.from = { x: event.clientX, y: event.clientY };
      event.preventDefault(); // the focus stays with the frame
    } else if (event.type === "pointermove" && this.corner && this.from && event.isPrimary) this.show(between(this.corner, point));
    else if (event.type === "pointercancel") this.from = this.corner = null;
    else if (event.type === "pointerup" && this.corner && this.from) this.lift(event, point);
  }

  /** A drag is done; of two taps the second. @param {PointerEvent} event @param {Point} point */
  lift(event, point) {
    const isTap = Math.hypot(event.clientX - (this.from?.x ?? 0), event.clientY - (this.from?.y ?? 0)) < STRAYS;
    const isFirst = isTap && !this.isTapped;
    this.from = null;
    this.isTapped = isFirst;
    if (!this.corner) return;
    this.show(between(this.corner, point));
    if (!isFirst) this.finish();
  }

  /** @param {{ clientX: number, clientY: number }} event @returns {Point} */
  pointAt({ clientX, clientY }) {
    const { left, top, width, height } = this.place();
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  }

  finish() {
    const { box, paper } = this;
    if (!box || !paper) return;
    this.stop();
    this.opener?.focus({ preventScroll: true });
    fire(this, "comment-wanted", { page: pageOf(paper), box: written(box) });
  }

  leave() {
    this.stop();
    this.opener?.focus();
    fire(this, "said", this.bar?.dataset.left ?? "");
  }

  stop() {
    clearTimeout(this.timer);
    this.cloth?.remove();
    this.bar?.remove();
    this.paper = this.corner = this.from = null;
    this.isTapped = false;
  }
}

/**
 * A finger that rests on the picture, beside the words, begins to draw there; one that moves at once
 * scrolls as it always did.
 *
 * @param {HTMLElement} paper
 * @param {PageDrawing} drawing
 * @param {AbortSignal} signal
 */
function rest(paper, drawing, signal) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {PointerEvent | null} */
  let down = null;
  /** @type {PointerEvent | null} */
  let held = null;
  const isDrawing = () => drawing.paper === paper && held !== null;
  paper.addEventListener("pointerdown", (event) => {
    const isOnPicture = event.target instanceof Element && event.target.matches(".page-picture, .lines");
    if (event.pointerType !== "touch" || !event.isPrimary || !isOnPicture || drawing.paper) return;
    down = event;
    timer = setTimeout(() => {
      held = event;
      drawing.start(paper, null);
      drawing.corner = drawing.pointAt(event);
      drawing.isTapped = true; // without a drag, a tap is the other corner
      navigator.vibrate?.(10);
    }, HOLDS);
  }, { signal });
  paper.addEventListener("touchmove", (event) => {
    if (isDrawing()) event.preventDefault(); // or the browser would scroll, and end the drag
  }, { passive: false, signal });
  paper.addEventListener("pointermove", (event) => {
    if (!held && down && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > STRAYS) clearTimeout(timer);
    else if (isDrawing() && drawing.corner) drawing.show(between(drawing.corner, drawing.pointAt(event)));
  }, { signal });
  for (const name of ["pointerup", "pointercancel"]) {
    paper.addEventListener(name, () => {
      clearTimeout(timer);
      if (isDrawing() && drawing.box) drawing.finish();
      held = null;
    }, { signal });
  }
  paper.addEventListener("contextmenu", (event) => {
    if (held) event.preventDefault();
  }, { signal });
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
}

/** Lines of the paper, each where it is as fractions of the paper. @param {HTMLElement} paper */
function linesOf(paper) {
  const { left, top, width, height } = paper.getBoundingClientRect();
  return [...paper.querySelectorAll(".line")].map((line) => {
    const box = line.getBoundingClientRect();
    return {
      number: Number(line.getAttribute("data-number")),
      left: (box.left - left) / width,
      right: (box.right - left) / width,
      top: (box.top - top) / height,
      bottom: (box.bottom - top) / height,
    };
  });
}

/** @param {string | undefined} words @param {Record<string, string>} facts */
function fill(words, facts) {
  return Object.entries(facts).reduce((said, [name, fact]) => said.replace(`{${name}}`, fact), words ?? "");
}

customElements.define("page-drawing", PageDrawing);
