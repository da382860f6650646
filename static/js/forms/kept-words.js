/**
 * <kept-words>: what is typed into the text area inside it stays in this browser (localStorage, under
 * data-name) until a page shows that it has arrived: no lost connection and no closed window takes it.
 */
customElements.define(
  "kept-words",
  class extends HTMLElement {
    connectedCallback() {
      const area = this.querySelector("textarea");
      const name = `words ${this.dataset.name}`;
      if (!area) return;
      const keep = () => localStorage.setItem(name, area.value);
      const held = localStorage.getItem(name);
      if (area.value !== area.defaultValue) keep(); // typed before this script was here
      else if (held === area.defaultValue) localStorage.removeItem(name);
      else if (held !== null) area.value = held;
      this.leaving = new AbortController();
      area.addEventListener("input", keep, { signal: this.leaving.signal });
    }

    disconnectedCallback() {
      this.leaving?.abort();
    }
  },
);
