import { ask } from "../common/fragments.js";

const ROOM = matchMedia("(min-width: 64rem)");
const ROOM_FOR_BOTH = matchMedia("(min-width: 116rem)");
// What is said on a line is read in the margin: there the posting makes way for it.
const MARGIN_WANTED = ["line-chosen", "comment-wanted", "threads-wanted"];

/**
 * <posting-beside>: its link to the posting of a job puts it beside the text, where there is room, and
 * takes it away again. Where there is none, and for whoever opens it elsewhere, the link is a link.
 *
 *     <posting-beside><a href="/documents/k3f9/versions/2/posting/">The posting</a></posting-beside>
 */
customElements.define(
  "posting-beside",
  class extends HTMLElement {
    connectedCallback() {
      this.leaving = new AbortController();
      const { signal } = this.leaving;
      this.link?.addEventListener("click", (event) => this.press(event), { signal });
      for (const name of MARGIN_WANTED) {
        document.addEventListener(name, () => ROOM_FOR_BOTH.matches || this.close(), { signal });
      }
      document.addEventListener("keydown", (event) => event.key === "Escape" && this.close(), { signal });
    }

    disconnectedCallback() {
      this.leaving?.abort();
    }

    get link() {
      return this.querySelector("a");
    }

    get shown() {
      return document.querySelector("main > .posting-aside");
    }

    /** @param {MouseEvent} event */
    press(event) {
      if (!ROOM.matches || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (this.shown) this.close();
      else this.open();
    }

    async open() {
      const { status, isElsewhere, parts } = await ask(this.link?.href ?? "");
      if (!this.isConnected || this.shown) return;
      if (status !== 200 || isElsewhere || !parts[0]) {
        location.assign(this.link?.href ?? "");
        return;
      }
      const main = document.querySelector("main");
      main?.append(parts[0]);
      main?.classList.add("shows-posting");
      this.link?.setAttribute("aria-expanded", "true");
      if (parts[0] instanceof HTMLElement) parts[0].focus({ preventScroll: true });
    }

    close() {
      const shown = this.shown;
      if (!shown) return;
      const hadFocus = shown.contains(document.activeElement);
      shown.remove();
      document.querySelector("main")?.classList.remove("shows-posting");
      this.link?.setAttribute("aria-expanded", "false");
      if (hadFocus) this.link?.focus();
    }
  },
);
