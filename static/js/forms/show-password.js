/**
 * <show-password show="Show" hide="Hide" show-title="…" hide-title="…">: lets one read the password
 * one types in the field inside, since it is asked for once only. It is hidden again before it is
 * sent, so that the browser keeps it as a password. The widget of every password field wears it.
 */
customElements.define(
  "show-password",
  class extends HTMLElement {
    connectedCallback() {
      const input = this.querySelector("input");
      if (!input) return;
      this.leaving = new AbortController();
      const { signal } = this.leaving;
      const button = document.createElement("button");
      button.type = "button";
      button.setAttribute("aria-controls", input.id);
      this.querySelector("button")?.remove();
      this.append(button);
      /** @param {boolean} isShown */
      const turn = (isShown) => {
        input.type = isShown ? "text" : "password";
        button.textContent = this.getAttribute(isShown ? "hide" : "show");
        button.title = this.getAttribute(isShown ? "hide-title" : "show-title") ?? "";
      };
      turn(false);
      button.addEventListener("click", () => turn(input.type === "password"), { signal });
      input.form?.addEventListener("submit", () => turn(false), { signal });
    }

    disconnectedCallback() {
      this.leaving?.abort();
    }
  },
);
