/**
 * <seen-notices>: sends the form inside it once the page stands there: what was shown is no longer
 * new. Without script its button does it, and opening the page alone changes nothing.
 */
customElements.define(
  "seen-notices",
  class extends HTMLElement {
    async connectedCallback() {
      const form = this.querySelector("form");
      if (!form) return;
      const sent = { method: "POST", body: new FormData(form), headers: { "HX-Request": "true" } };
      const answer = await fetch(form.action, sent).catch(() => null);
      if (!answer?.ok) return;
      this.hidden = true;
      document.querySelector("[data-news-count]")?.remove();
    }
  },
);
