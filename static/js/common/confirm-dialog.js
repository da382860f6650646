/**
 * <confirm-dialog>: asks in a dialog what the page behind the link inside it would ask.
 * The words and the form stay in one place, on that page (templates/ui/confirm.html); whenever it
 * cannot be had, the link is simply followed.
 */
customElements.define(
  "confirm-dialog",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("click", this);
    }

    disconnectedCallback() {
      this.removeEventListener("click", this);
    }

    /** @param {MouseEvent} event */
    handleEvent(event) {
      const link = event.target instanceof Element && event.target.closest("a");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.ask(link.href).catch(() => location.assign(link.href));
    }

    /** @param {string} address */
    async ask(address) {
      const answer = await fetch(address);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const question = page.querySelector(".confirm");
      if (!answer.ok || !question) throw new Error("no question on that page");
      const dialog = document.createElement("dialog");
      dialog.setAttribute("aria-labelledby", question.getAttribute("aria-labelledby") ?? "");
      dialog.append(document.adoptNode(question));
      const closing = new AbortController();
      const { signal } = closing;
      dialog.addEventListener("close", () => {
        closing.abort();
        dialog.remove();
      }, { signal });
      const cancel = /** @type {HTMLElement | null} */ (dialog.querySelector("[data-cancel]"));
      cancel?.addEventListener("click", (event) => {
        event.preventDefault();
        dialog.close();
      }, { signal });
      document.body.append(dialog);
      dialog.showModal();
      cancel?.focus();
    }
  },
);
