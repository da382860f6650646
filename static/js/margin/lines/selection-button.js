import { fire } from "../events.js";
import { selected } from "./pointing.js";

/**
 * <selection-button>: buttons near the words that are selected, as long as some are: to comment on them,
 * which says `comment-wanted` about nothing else, and to keep them, which says `keep-wanted`. They lie
 * over the page, whatever they stand in. Without data-keep nothing is kept so.
 *
 *     <selection-button data-label="Comment" data-keep="Keep this"></selection-button>
 */
customElements.define(
  "selection-button",
  class extends HTMLElement {
    connectedCallback() {
      this.leaving = new AbortController();
      const { signal } = this.leaving;
      this.buttons = document.createElement("div");
      this.buttons.className = "selection-buttons";
      this.buttons.hidden = true;
      this.buttons.addEventListener("pointerdown", (event) => event.preventDefault(), { signal }); // keeps the selection
      this.add("button", this.dataset.label, () => fire(this, "comment-wanted", {}), signal);
      if (this.dataset.keep) this.add("button second", this.dataset.keep, () => fire(this, "keep-wanted", null), signal);
      document.body.append(this.buttons);
      document.addEventListener("selectionchange", () => this.follow(), { signal });
      this.follow(); // words that were selected before this was here
    }

    disconnectedCallback() {
      this.leaving?.abort();
      this.buttons?.remove();
    }

    /** @param {string} look @param {string | undefined} label @param {() => void} press @param {AbortSignal} signal */
    add(look, label, press, signal) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = look;
      button.textContent = label ?? "";
      button.addEventListener("click", press, { signal });
      this.buttons?.append(button);
    }

    /** Below the end of the selection: above it phones show their own. */
    follow() {
      const lines = document.querySelector("reading-lines");
      const found = lines && selected(lines);
      if (!this.buttons) return;
      this.buttons.hidden = !found;
      const boxes = found ? [...found.range.getClientRects()].filter(({ width }) => width > 0) : [];
      const last = boxes[boxes.length - 1];
      if (!last) return;
      const room = document.documentElement.clientWidth - this.buttons.offsetWidth - 8;
      this.buttons.style.top = `${last.bottom + scrollY + 8}px`;
      this.buttons.style.left = `${Math.max(8, Math.min(last.right, room))}px`;
    }
  },
);
