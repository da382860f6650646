import { fire } from "./events.js";
import { selected } from "./pointing.js";

/**
 * <selection-button>: a button near the words that are selected, as long as some are. Says
 * `comment-wanted` about nothing else. It lies over the page, whatever it stands in.
 *
 *     <selection-button data-label="Comment"></selection-button>
 */
customElements.define(
  "selection-button",
  class extends HTMLElement {
    connectedCallback() {
      this.leaving = new AbortController();
      const { signal } = this.leaving;
      this.button = document.createElement("button");
      this.button.type = "button";
      this.button.className = "button selection-button";
      this.button.textContent = this.dataset.label ?? "";
      this.button.hidden = true;
      this.button.addEventListener("pointerdown", (event) => event.preventDefault(), { signal }); // keeps the selection
      this.button.addEventListener("click", () => fire(this, "comment-wanted", {}), { signal });
      document.body.append(this.button);
      document.addEventListener("selectionchange", () => this.follow(), { signal });
      this.follow(); // words that were selected before this was here
    }

    disconnectedCallback() {
      this.leaving?.abort();
      this.button?.remove();
    }

    /** Below the end of the selection: above it phones show their own. */
    follow() {
      const lines = document.querySelector("reading-lines");
      const found = lines && selected(lines);
      if (!this.button) return;
      this.button.hidden = !found;
      const boxes = found ? [...found.range.getClientRects()].filter(({ width }) => width > 0) : [];
      const last = boxes[boxes.length - 1];
      if (!last) return;
      const room = document.documentElement.clientWidth - this.button.offsetWidth - 8;
      this.button.style.top = `${last.bottom + scrollY + 8}px`;
      this.button.style.left = `${Math.max(8, Math.min(last.right, room))}px`;
    }
  },
);
