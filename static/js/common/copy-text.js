/**
 * <copy-text copy="Copy" copied="Copied">: a button beside the field inside, or the words marked
 * `data-copy`, that copies them. Without script, or where the browser keeps its clipboard to itself,
 * the text is selected to be copied by hand.
 */
customElements.define(
  "copy-text",
  class extends HTMLElement {
    connectedCallback() {
      const source = this.querySelector("input, [data-copy]");
      if (!source) return;
      this.leaving = new AbortController();
      this.querySelector("button")?.remove();
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button second";
      button.textContent = this.getAttribute("copy");
      button.setAttribute("aria-live", "polite");
      button.addEventListener("click", async () => {
        if (source instanceof HTMLInputElement) source.select();
        else getSelection()?.selectAllChildren(source);
        try {
          await navigator.clipboard.writeText(source instanceof HTMLInputElement ? source.value : (source.textContent ?? ""));
          button.textContent = this.getAttribute("copied");
        } catch {
          if (source instanceof HTMLInputElement) source.focus();
        }
      }, { signal: this.leaving.signal });
      this.append(button);
    }

    disconnectedCallback() {
      this.leaving?.abort();
    }
  },
);
