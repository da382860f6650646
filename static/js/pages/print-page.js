/** <print-page>: its button opens the browser's own print dialog; without a script there is none. */
customElements.define(
  "print-page",
  class extends HTMLElement {
    connectedCallback() {
      this.hidden = false;
      this.addEventListener("click", this);
    }

    disconnectedCallback() {
      this.removeEventListener("click", this);
    }

    /** @param {Event} event */
    handleEvent(event) {
      if (event.target instanceof Element && event.target.closest("button")) print();
    }
  },
);
