/**
 * <cover-boxes data-drawn-label="…">: page one as a picture beside the lines that may be covered. Pressing a
 * line in the picture ticks it; "Draw a box" lets one be drawn, which becomes one more thing to tick.
 * Without script the ticks alone say what is covered.
 */
const SVG = "http://www.w3.org/2000/svg";
const LEAST = 4; // pixels: less is no box, but a press

customElements.define(
  "cover-boxes",
  class extends HTMLElement {
    connectedCallback() {
      const page = this.querySelector("svg");
      const drawing = this.querySelector("[data-drawing]");
      const toggle = drawing?.querySelector("button");
      if (!page || !toggle) return;
      this.leaving = new AbortController();
      const { signal } = this.leaving;
      drawing?.removeAttribute("hidden");
      this.addEventListener("change", () => this.paint(), { signal });
      toggle.addEventListener("click", () => this.draws(!this.classList.contains("is-drawing")), { signal });
      page.addEventListener("click", (event) => this.press(event), { signal });
      page.addEventListener("pointerdown", (event) => this.begin(page, event), { signal });
      this.addEventListener("keydown", (event) => { if (event.key === "Escape") this.draws(false); }, { signal });
      this.paint();
    }

    disconnectedCallback() {
      this.leaving?.abort();
    }

    /** @param {boolean} on */
    draws(on) {
      this.classList.toggle("is-drawing", on);
      this.querySelector("[data-drawing] button")?.setAttribute("aria-pressed", String(on));
    }

    /** @param {Element} shape @returns {HTMLInputElement | null} */
    tickOf(shape) {
      const name = shape.hasAttribute("data-line") ? "lines" : "drawn";
      const value = shape.getAttribute("data-line") ?? shape.getAttribute("data-box") ?? "";
      return this.querySelector(`input[name="${name}"][value="${CSS.escape(value)}"]`);
    }

    paint() {
      for (const shape of this.querySelectorAll("rect")) {
        shape.classList.toggle("is-covered", Boolean(this.tickOf(shape)?.checked));
      }
    }

    /** @param {MouseEvent} event */
    press(event) {
      if (this.classList.contains("is-drawing") || this.drew) return;
      const tick = event.target instanceof Element ? this.tickOf(event.target) : null;
      if (!tick) return;
      tick.checked = !tick.checked;
      this.paint();
    }

    /** @param {SVGSVGElement} page @param {PointerEvent} down */
    begin(page, down) {
      this.drew = false;
      if (!this.classList.contains("is-drawing") || down.button) return;
      down.preventDefault();
      page.setPointerCapture(down.pointerId);
      const box = page.getBoundingClientRect();
      const { width, height } = page.viewBox.baseVal;
      const frame = document.createElementNS(SVG, "rect");
      frame.setAttribute("class", "is-covered");
      page.append(frame);
      const ends = new AbortController();
      const share = [0, 0, 0, 0];
      const move = (/** @type {PointerEvent} */ at) => {
        const xs = [down.clientX, at.clientX].map((x) => Math.min(Math.max((x - box.left) / box.width, 0), 1));
        const ys = [down.clientY, at.clientY].map((y) => Math.min(Math.max((y - box.top) / box.height, 0), 1));
        share.splice(0, 4, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
        const [left = 0, top = 0, right = 0, bottom = 0] = share;
        frame.setAttribute("x", String(left * width));
        frame.setAttribute("y", String(top * height));
        frame.setAttribute("width", String((right - left) * width));
        frame.setAttribute("height", String((bottom - top) * height));
      };
      page.addEventListener("pointermove", move, { signal: ends.signal });
      page.addEventListener("pointercancel", () => { ends.abort(); frame.remove(); }, { signal: ends.signal });
      page.addEventListener("pointerup", (up) => {
        move(up);
        ends.abort();
        const [left = 0, top = 0, right = 0, bottom = 0] = share;
        this.drew = true;
        if ((right - left) * box.width < LEAST || (bottom - top) * box.height < LEAST) frame.remove();
        else this.keep(frame, share.map((one) => one.toFixed(4)).join(","));
        this.draws(false);
      }, { signal: ends.signal });
    }

    /** @param {Element} frame @param {string} sent */
    keep(frame, sent) {
      frame.setAttribute("data-box", sent);
      const label = document.createElement("label");
      label.className = "sheet-line";
      const tick = document.createElement("input");
      tick.type = "checkbox";
      tick.name = "drawn";
      tick.value = sent;
      tick.checked = true;
      const words = document.createElement("span");
      words.textContent = this.dataset.drawnLabel ?? "";
      label.append(tick, " ", words);
      this.querySelector("[data-boxes]")?.append(label);
      this.querySelector(".sheet-drawn")?.removeAttribute("hidden");
    }
  },
);
