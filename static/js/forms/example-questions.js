/**
 * <example-questions>: a press on an example puts it into the first question that is empty, and the
 * focus there. With no question empty the examples are out of reach. Without script the server does it.
 */
customElements.define(
  "example-questions",
  class extends HTMLElement {
    connectedCallback() {
      this.leaving = new AbortController();
      const { signal } = this.leaving;
      this.addEventListener("click", (event) => this.take(event), { signal });
      this.addEventListener("input", () => this.offer(), { signal });
      this.offer();
    }

    disconnectedCallback() {
      this.leaving?.abort();
    }

    get empty() {
      const fields = [...this.querySelectorAll("input")];
      return fields.find((field) => field.type === "text" && field.value.trim() === "");
    }

    offer() {
      const isFull = this.empty === undefined;
      for (const button of this.querySelectorAll("button")) button.disabled = isFull;
    }

    /** @param {MouseEvent} event */
    take(event) {
      const pressed = event.target instanceof Element && event.target.closest("button[data-example]");
      const field = this.empty;
      if (!pressed || !field) return;
      event.preventDefault();
      field.value = pressed.textContent?.trim() ?? "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.focus();
    }
  },
);
