import { isTypedIn } from "../common/typing.js";
import { orderOf, stepped } from "./shortcuts.js";

/** @typedef {import("./margin-notes.js").MarginNotes} MarginNotes */

const OFF = "letters-are-no-shortcuts";
const PRESSES = { reply: ".thread-reply", resolve: ".thread-resolve, .thread-reopen, [formaction$=reconsidering\\/]" };

/**
 * <reading-keys>: single letters that lead through what is said, and the card that lists them. The
 * card switches them off for this browser, for whoever speaks to it or presses keys by accident (WCAG
 * 2.1.4). They do nothing while somebody types. Presses what the page shows, and knows no other way.
 */
customElements.define(
  "reading-keys",
  class extends HTMLElement {
    connectedCallback() {
      this.card = /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
      this.choice = /** @type {HTMLInputElement} */ (this.querySelector("[name=letters]"));
      this.choice.checked = localStorage.getItem(OFF) === null;
      this.addEventListener("click", this);
      this.addEventListener("change", this);
      this.leaving = new AbortController();
      document.addEventListener("keydown", this, { signal: this.leaving.signal });
    }

    disconnectedCallback() {
      this.leaving?.abort();
    }

    /** @param {Event} event */
    handleEvent(event) {
      if (event instanceof KeyboardEvent) this.press(event);
      else if (event.type === "change") this.choose();
      else this.point(event);
    }

    /** @returns {MarginNotes | null} */
    get notes() {
      return document.querySelector("margin-notes");
    }

    /** The thread that has the focus, or is read. @returns {HTMLElement | null} */
    get thread() {
      const focused = document.activeElement?.closest("article.thread");
      return /** @type {HTMLElement | null} */ (focused ?? document.querySelector("article.thread.is-active"));
    }

    choose() {
      if (this.choice?.checked) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, "");
    }

    /** @param {Event} event */
    point({ target }) {
      if (!(target instanceof Element)) return;
      if (target.closest(".keys-open")) this.card?.showModal();
      else if (target === this.card || target.closest(".keys-close")) this.card?.close();
    }

    /** @param {KeyboardEvent} event */
    press(event) {
      if (isTypedIn(event.target) || event.defaultPrevented || !this.choice?.checked || document.querySelector("dialog[open]")) return;
      const order = orderOf(event);
      if (order && this.obey(order)) event.preventDefault();
    }

    /** Whether there was something to do. @param {import("./shortcuts.js").Order} order */
    obey(order) {
      if (order === "help") this.card?.showModal();
      else if (order === "next") return this.go(1);
      else if (order === "previous") return this.go(-1);
      else if (order === "comment") return this.comment();
      else if (order === "filter") return this.filter();
      else return this.pressIn(PRESSES[order]);
      return true;
    }

    /** @param {1 | -1} step */
    go(step) {
      const threads = this.notes?.all.filter((thread) => thread.checkVisibility?.() ?? true) ?? [];
      const line = document.activeElement?.closest(".line");
      const start = Number(line?.getAttribute("data-start") ?? -1);
      const below = threads.findIndex((thread) => Number(thread.dataset.start ?? -1) >= start);
      const near = below < 0 ? threads.length : below;
      const now = this.thread ? threads.indexOf(this.thread) : -1;
      const next = threads[stepped(threads.length, now, step, near)];
      if (next) this.notes?.show([next], this.notes.lineOf(next));
      return Boolean(next);
    }

    /** @param {string} selector */
    pressIn(selector) {
      const press = this.thread?.querySelector(selector);
      if (press instanceof HTMLElement) press.click();
      return press instanceof HTMLElement;
    }

    /** About the line that is read, or the words that are selected. */
    comment() {
      const thread = this.thread;
      const line = thread ? this.notes?.lineOf(thread) : document.querySelector(".line[tabindex='0']");
      if (!(line instanceof HTMLElement) || !this.notes) return false;
      this.notes.write({ line });
      return true;
    }

    filter() {
      const filter = document.getElementById("filter");
      if (!(filter instanceof HTMLDetailsElement)) return false;
      filter.open = true;
      filter.querySelector("select")?.focus();
      return true;
    }
  },
);
