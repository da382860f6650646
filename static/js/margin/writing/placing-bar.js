import { fire } from "../events.js";
import { atLine } from "../lines/places.js";
import { ask } from "../../common/fragments.js";
import { lineOf, numberOf, selected } from "../lines/pointing.js";

/**
 * <placing-bar>: says that a thread is being put somewhere, and puts it at the line or the words that
 * are chosen next. Without it the thread's link leads to a page that asks for a line's number.
 * data-failed says what to say when nobody answered. Says `arrived` with the thread as it is then.
 */
class PlacingBar extends HTMLElement {
  /** The link that was pressed. @type {HTMLAnchorElement | null} */
  link = null;
  lines = /** @type {HTMLElement | null} */ (null);

  connectedCallback() {
    this.lines = document.querySelector("reading-lines");
    this.margin = this.closest(".margin");
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    this.margin?.addEventListener("click", this, { signal });
    this.querySelector("button")?.addEventListener("click", () => this.end(), { signal });
    // Before all others: what is chosen now is a place, and opens neither a thread nor a form.
    for (const name of ["click", "keydown"]) document.addEventListener(name, this, { capture: true, signal });
  }

  disconnectedCallback() {
    this.leaving?.abort();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.currentTarget === this.margin) this.begin(event);
    else if (this.link && event instanceof KeyboardEvent) this.press(event);
    else if (this.link && event instanceof MouseEvent) this.point(event);
  }

  /** @param {Event} event */
  begin(event) {
    const link = event.target instanceof Element ? event.target.closest("a.thread-move") : null;
    if (!(link instanceof HTMLAnchorElement) || !this.lines) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.link = link;
    this.hidden = false;
    const line = this.lines.querySelector('.line[tabindex="0"]');
    if (line instanceof HTMLElement) line.focus({ preventScroll: true });
  }

  /** @param {MouseEvent} event */
  point(event) {
    const line = lineOf(event.target);
    if (!line || event.detail > 1) return;
    stop(event);
    this.put(line);
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const line = lineOf(event.target);
    if (event.key === "Escape") this.end();
    else if (event.key === "Enter" && line) this.put(line);
    else return;
    stop(event);
  }

  /** @param {HTMLElement} line */
  async put(line) {
    const link = this.link;
    const acts = document.getElementById("acts");
    if (!link || !this.lines || !(acts instanceof HTMLFormElement)) return;
    const place = selected(this.lines)?.place ?? atLine(numberOf(line));
    const body = new FormData(acts);
    for (const [name, value] of Object.entries(place)) body.set(name, value);
    const answer = await ask(link.href, body).catch(() => null);
    if (answer?.status !== 200 || answer.isElsewhere) return this.say(this.dataset.failed ?? "");
    getSelection()?.removeAllRanges();
    this.end();
    fire(this, "arrived", answer.parts);
  }

  /** @param {string} words */
  say(words) {
    const told = this.querySelector("[role=status]");
    if (told) told.textContent = words;
  }

  /** The thread stays where it was. */
  end() {
    const link = this.link;
    this.link = null;
    this.say("");
    this.hidden = true;
    if (link?.isConnected) link.focus();
  }
}

/** @param {Event} event */
function stop(event) {
  event.preventDefault();
  event.stopPropagation();
}

customElements.define("placing-bar", PlacingBar);
