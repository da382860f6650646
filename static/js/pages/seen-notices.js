import { ask } from "../common/fragments.js";

/**
 * <seen-notices>: sends the form inside it once the page stands there: what was shown is no longer
 * new. Without script its button does it, and opening the page alone changes nothing.
 */
customElements.define(
  "seen-notices",
  class extends HTMLElement {
    async connectedCallback() {
      const form = this.querySelector("form");
      if (!form || this.hidden) return;
      const answer = await ask(form.action, new FormData(form)).catch(() => null);
      if (answer?.status !== 204) return;
      this.hidden = true;
      document.querySelector("[data-news-count]")?.remove();
    }
  },
);
