/**
 * <more-rows>: adds one more empty row of a Django formset without a round trip. The <template> in it
 * holds the empty form, with `__prefix__` where the row's number goes. Without script its button
 * asks the server for more rows.
 */
customElements.define(
  "more-rows",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("click", this);
    }

    disconnectedCallback() {
      this.removeEventListener("click", this);
    }

    /** @param {MouseEvent} event */
    handleEvent(event) {
      const more = event.target instanceof Element && event.target.closest("[data-more]");
      const total = this.querySelector('input[name$="-TOTAL_FORMS"]');
      const most = this.querySelector('input[name$="-MAX_NUM_FORMS"]');
      const template = this.querySelector("template");
      if (!more || !template || !(total instanceof HTMLInputElement)) return;
      event.preventDefault();
      const count = Number(total.value);
      const row = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
      for (const element of row.querySelectorAll("*")) number(element, count);
      for (const shown of row.querySelectorAll("[data-number]")) shown.textContent = String(count + 1);
      const first = row.querySelector("input");
      template.before(row);
      total.value = String(count + 1);
      first?.focus();
      if (most instanceof HTMLInputElement && count + 1 >= Number(most.value)) more.remove();
    }
  },
);

/**
 * @param {Element} element
 * @param {number} count
 */
function number(element, count) {
  for (const attribute of element.attributes) {
    attribute.value = attribute.value.replaceAll("__prefix__", String(count));
  }
}
