/**
 * <copy-text copy="Copy" copied="Copied">: a button beside the field inside that copies its text.
 * Without script, or where the browser keeps its clipboard to itself, the text is selected to be
 * copied by hand.
 */
customElements.define(
  "copy-text",
  class extends HTMLElement {
    connectedCallback() {
      const input = this.querySelector("input");
      if (!input || this.querySelector("button")) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button second";
      button.textContent = this.getAttribute("copy");
      button.setAttribute("aria-live", "polite");
      button.addEventListener("click", async () => {
        input.select();
        try {
          await navigator.clipboard.writeText(input.value);
          button.textContent = this.getAttribute("copied");
        } catch {
          input.focus();
        }
      });
      this.append(button);
    }
  },
);
