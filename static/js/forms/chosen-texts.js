/**
 * <chosen-texts>: a folded list of boxes says in its summary which are ticked, also after they changed.
 */
customElements.define(
  "chosen-texts",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("change", this);
    }

    disconnectedCallback() {
      this.removeEventListener("change", this);
    }

    handleEvent() {
      const ticked = [...this.querySelectorAll("input")].filter((box) => box.checked);
      const titles = ticked.map((box) => {
        const title = document.createElement("b");
        title.textContent = box.closest("label")?.textContent?.trim() ?? "";
        return title;
      });
      this.querySelector(".ask-chosen")?.replaceChildren(...titles);
    }
  },
);
