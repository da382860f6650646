/**
 * <eye-places data-most="6" data-undo="…">: an empty page on which is pressed where the eye went. Each press
 * becomes a dot, and a hidden field of the form. By keyboard, and without script, the places are named in words.
 */
const SVG = "http://www.w3.org/2000/svg";

customElements.define(
  "eye-places",
  class extends HTMLElement {
    connectedCallback() {
      const page = this.querySelector("svg");
      if (!page) return;
      this.leaving = new AbortController();
      const { signal } = this.leaving;
      page.removeAttribute("hidden");
      this.querySelector("[data-hint]")?.removeAttribute("hidden");
      this.undo = this.undo ?? this.makeUndo();
      page.addEventListener("click", (event) => this.press(page, event), { signal });
      this.undo.addEventListener("click", () => this.takeBack(page), { signal });
      this.draw(page);
    }

    disconnectedCallback() {
      this.leaving?.abort();
    }

    get fields() {
      return [...this.querySelectorAll('input[name="eyes"]')];
    }

    makeUndo() {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button plain";
      button.textContent = this.dataset.undo ?? "";
      this.append(button);
      return button;
    }

    /** @param {SVGSVGElement} page @param {MouseEvent} event */
    press(page, event) {
      if (this.fields.length >= Number(this.dataset.most)) return;
      const box = page.getBoundingClientRect();
      const share = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = "eyes";
      field.value = share.map((one) => Math.min(Math.max(one, 0), 1).toFixed(4)).join(",");
      this.append(field);
      this.draw(page);
    }

    /** @param {SVGSVGElement} page */
    takeBack(page) {
      this.fields.at(-1)?.remove();
      this.draw(page);
    }

    /** @param {SVGSVGElement} page */
    draw(page) {
      const { width, height } = page.viewBox.baseVal;
      const dots = this.fields.map((field) => {
        const [x, y] = /** @type {HTMLInputElement} */ (field).value.split(",").map(Number);
        const dot = document.createElementNS(SVG, "circle");
        dot.setAttribute("cx", String((x ?? 0) * width));
        dot.setAttribute("cy", String((y ?? 0) * height));
        dot.setAttribute("r", String(width * 0.022));
        return dot;
      });
      page.replaceChildren(...dots);
      if (this.undo) this.undo.hidden = !dots.length;
    }
  },
);
