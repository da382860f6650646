import { ask } from "../common/fragments.js";

/** @typedef {{ start: number, typed: string }} Asked  where the sign stands, and what follows it */
/** @typedef {{ title: string, text: string }} Offer  what is read in the list, and what it stands for */

let count = 0; // of lists, for ids of their own

/**
 * What is offered while a sign and what follows it are typed into the text area of a form. Arrow keys and
 * Enter choose, or a tap; Escape leaves. What there is to offer is asked for once, below the form's
 * address, when the sign is typed first. data-label names the list; data-found says how many there are,
 * with {count} in it.
 */
export class TypedOffers extends HTMLElement {
  /** Where the offers are, below the form's address. */
  where = "";
  /** @type {Offer[] | undefined} */
  offers;
  /** @type {Asked | null} */
  asked = null;
  /** Which of those on offer is chosen. */
  chosen = 0;

  /** What is typed just before the caret, if it asks for offers. @param {string} _text @param {number} _caret @returns {Asked | null} */
  askedFor(_text, _caret) {
    return null;
  }

  /** Those meant by what was typed. @param {Offer[]} offers @param {string} _typed @returns {Offer[]} */
  matching(offers, _typed) {
    return offers;
  }

  /** The text with the offer in it, and where the caret stands then. @param {string} text @param {number} caret @param {Asked} _asked @param {Offer} _offer */
  completed(text, caret, _asked, _offer) {
    return { text, caret };
  }

  connectedCallback() {
    const area = this.closest("form")?.querySelector("textarea[name=text]");
    if (!(area instanceof HTMLTextAreaElement)) return;
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    this.area = area;
    this.list = document.createElement("ul");
    this.list.id = `offers-${(count += 1)}`;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.dataset.label ?? "");
    this.said = document.createElement("p");
    this.said.className = "visually-hidden";
    this.said.setAttribute("role", "status");
    this.replaceChildren(this.list, this.said);
    area.setAttribute("aria-autocomplete", "list");
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
    const asked = this.askedFor(this.area.value, this.area.selectionStart);
    if (!asked) return this.close();
    this.offers ??= await this.fetched();
    this.asked = this.askedFor(this.area.value, this.area.selectionStart); // typing went on meanwhile
    const found = this.asked ? this.matching(this.offers, this.asked.typed) : [];
    if (found.length && document.activeElement === this.area) this.show(found);
    else this.close();
  }

  /** @returns {Promise<Offer[]>} */
  async fetched() {
    const form = /** @type {HTMLFormElement} */ (this.closest("form"));
    const answer = await ask(new URL(this.where, form.action).href).catch(() => null);
    if (answer?.status !== 200) return [];
    const found = answer.parts.flatMap((part) => [...part.querySelectorAll("li")]);
    return found.map((one) => ({ title: one.textContent ?? "", text: one.dataset.text ?? one.textContent ?? "" }));
  }

  /** @param {Offer[]} offers */
  show(offers) {
    this.shown = offers;
    const options = offers.map(({ title }, place) => {
      const option = document.createElement("li");
      option.setAttribute("role", "option");
      option.id = `${this.list?.id}-${place}`;
      option.dir = "auto";
      option.textContent = title;
      return option;
    });
    this.list?.replaceChildren(...options);
    this.hidden = false;
    this.area?.setAttribute("aria-controls", this.list?.id ?? "");
    this.choose(0);
    this.scrollIntoView({ block: "nearest" });
    const words = (this.dataset.found ?? "").replace("{count}", String(offers.length));
    if (this.said && this.said.textContent !== words) this.said.textContent = words;
  }

  close() {
    if (this.isOpen) this.area?.removeAttribute("aria-activedescendant"); // which may be another list's
    this.hidden = true;
    this.list?.replaceChildren();
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
    else if (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) this.take(this.chosen);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {Event} event */
  tap({ target }) {
    const option = target instanceof Element ? target.closest("[role=option]") : null;
    if (option) this.take([...(this.list?.children ?? [])].indexOf(option));
  }

  /** @param {number} place */
  take(place) {
    const offer = this.shown?.[place];
    if (!offer || !this.area || !this.asked) return;
    const { value, selectionStart } = this.area;
    const { text, caret } = this.completed(value, selectionStart, this.asked, offer);
    this.area.value = text;
    this.area.setSelectionRange(caret, caret);
    this.close();
    this.area.dispatchEvent(new Event("input", { bubbles: true })); // so that the draft is kept
  }
}
