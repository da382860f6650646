import { fire } from "../events.js";
import { phraseOf } from "./phrases.js";
import { lineOf, selected } from "./pointing.js";

/**
 * <line-pointing>: presses on the lines of the page. Where lines flow, one means the sentence or the item
 * it is in; the key C means the line alone. Says `line-chosen`, or `comment-wanted` when
 * something is to be written about a line or about words of it.
 *
 *     <line-pointing></line-pointing>
 */
customElements.define(
  "line-pointing",
  class extends HTMLElement {
    connectedCallback() {
      this.leaving = new AbortController();
      this.lines = document.querySelector("reading-lines");
      for (const name of ["click", "keydown"]) this.lines?.addEventListener(name, this, { signal: this.leaving.signal });
    }

    disconnectedCallback() {
      this.leaving?.abort();
    }

    /** @param {Event} event */
    handleEvent(event) {
      if (event instanceof KeyboardEvent) this.press(event);
      else if (event instanceof MouseEvent) this.point(event);
    }

    /** A click means the line or what it is of; a second one and a third at once the words they have selected. @param {MouseEvent} event */
    point(event) {
      const line = lineOf(event.target);
      if (line && event.detail >= 2) fire(this, "comment-wanted", { line });
      else if (line && getSelection()?.isCollapsed) fire(this, "line-chosen", { line, phrase: phraseOf(line, event) });
    }

    /** @param {KeyboardEvent} event */
    press(event) {
      const line = event.target instanceof HTMLElement && event.target.matches(".line") ? event.target : null;
      if (!line || !this.lines || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "c" || (event.key === "Enter" && selected(this.lines))) fire(this, "comment-wanted", { line });
      else if (event.key === "Enter") fire(this, "line-chosen", { line, phrase: phraseOf(line) });
      else return;
      event.preventDefault();
    }
  },
);
