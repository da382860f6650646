import { ask } from "../common/fragments.js";
import { askedFor, completed, matching } from "./mention-names.js";

let count = 0; // of lists, for ids of their own

/**
 * <name-completion>: offers names while "@…" is typed into the text area of its form. Arrow keys and
 * Enter choose, or a tap; Escape leaves. Whom one may name is asked for once, at the form's address,
 * when the first "@" is typed. data-found says how many there are, with {count} in it.
 */
customElements.define(
  "name-completion",
  class extends HTMLElement {
    /** @type {string[] | undefined} */
    names;
    /** @type {import("./mention-names.js").Asked | null} */
    asked = null;
    /** Which of the names on offer is chosen. */
    chosen = 0;

    connectedCallback() {
      const area = this.closest("form")?.querySelector("textarea[name=text]");
      if (!(area instanceof HTMLTextAreaElement)) return;
      this.leaving = new AbortController();
      const { signal } = this.leaving;
      this.area = area;
      this.list = document.createElement("ul");
      this.list.id = `names-${(count += 1)}`;
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", this.dataset.label ?? "");
      this.said = document.createElement("p");
      this.said.className = "visually-hidden";
      this.said.setAttribute("role", "status");
      this.replaceChildren(this.list, this.said);
      area.setAttribute("aria-autocomplete", "list");
      area.setAttribute("aria-controls", this.list.id);
      for (const name of ["input", "keydown", "blur", "click"]) area.addEventListener(name, this, { signal });
      this.list.addEventListener("pointerdown", (event) => event.preventDefault(), { signal }); // keeps the focus
      this.list.addEventListener("click", this, { signal });
    }

    disconnectedCallback() {
      this.leaving?.abort();
      this.close();
    }

    /** @param {Event} event */
    handleEvent(event) {
      if (event.type === "blur") this.close();
      else if (event instanceof KeyboardEvent) this.press(event);
      else if (event.currentTarget === this.list) this.tap(event);
      else this.look();
    }

    get isOpen() {
      return !this.hidden;
    }

    async look() {
      if (!this.area) return;
      const asked = askedFor(this.area.value, this.area.selectionStart);
      if (!asked) return this.close();
      this.names ??= await this.people();
      this.asked = askedFor(this.area.value, this.area.selectionStart); // typing went on meanwhile
      const found = this.asked ? matching(this.names, this.asked.typed) : [];
      if (found.length && document.activeElement === this.area) this.show(found);
      else this.close();
    }

    /** @returns {Promise<string[]>} */
    async people() {
      const form = /** @type {HTMLFormElement} */ (this.closest("form"));
      const address = new URL("people/", form.action);
      const answer = await ask(address.href).catch(() => null);
      if (answer?.status !== 200) return [];
      return answer.parts.flatMap((part) => [...part.querySelectorAll("li")].map((one) => one.textContent ?? ""));
    }

    /** @param {string[]} names */
    show(names) {
      const options = names.map((name, place) => {
        const option = document.createElement("li");
        option.setAttribute("role", "option");
        option.id = `${this.list?.id}-${place}`;
        option.textContent = name;
        return option;
      });
      this.list?.replaceChildren(...options);
      this.hidden = false;
      this.choose(0);
      this.scrollIntoView({ block: "nearest" });
      const words = (this.dataset.found ?? "").replace("{count}", String(names.length));
      if (this.said && this.said.textContent !== words) this.said.textContent = words;
    }

    close() {
      this.hidden = true;
      this.list?.replaceChildren();
      this.area?.removeAttribute("aria-activedescendant");
      if (this.said) this.said.textContent = "";
    }

    /** @param {number} place */
    choose(place) {
      const options = [...(this.list?.children ?? [])];
      this.chosen = (place + options.length) % options.length;
      options.forEach((option, at) => option.setAttribute("aria-selected", String(at === this.chosen)));
      const option = options[this.chosen];
      option?.scrollIntoView({ block: "nearest" });
      this.area?.setAttribute("aria-activedescendant", option?.id ?? "");
    }

    /** Before the form hears of it: Enter and Escape mean the list while it is open. @param {KeyboardEvent} event */
    press(event) {
      if (!this.isOpen || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.key === "ArrowDown") this.choose(this.chosen + 1);
      else if (event.key === "ArrowUp") this.choose(this.chosen - 1);
      else if (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) this.take(this.list?.children[this.chosen]);
      else if (event.key === "Escape") this.close();
      else return;
      event.preventDefault();
      event.stopPropagation();
    }

    /** @param {Event} event */
    tap({ target }) {
      if (target instanceof Element) this.take(target.closest("[role=option]") ?? undefined);
    }

    /** @param {Element} [option] */
    take(option) {
      if (!option || !this.area || !this.asked) return;
      const { value, selectionStart } = this.area;
      const { text, caret } = completed(value, selectionStart, this.asked, option.textContent ?? "");
      this.area.value = text;
      this.area.setSelectionRange(caret, caret);
      this.close();
      this.area.dispatchEvent(new Event("input", { bubbles: true })); // so that the draft is kept
    }
  },
);
