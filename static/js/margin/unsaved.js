import { gist } from "./drafts.js";

/**
 * The list of what was typed and not saved: each with a way back to it, and one to drop it.
 * Replies and edits are listed at their thread's place as far as the page shows it.
 */
export class Unsaved {
  /**
   * @param {HTMLElement} before  the element it stands before
   * @param {import("./drafts.js").Drafts} drafts
   * @param {DOMStringMap} words
   * @param {(name: string) => void} open
   */
  constructor(before, drafts, words, open) {
    this.drafts = drafts;
    this.words = words;
    this.open = open;
    this.place = document.createElement("div");
    this.place.className = "unsaved";
    before.before(this.place);
  }

  /** @param {string} [opened]  the one whose form is open */
  show(opened) {
    const left = this.drafts.all().filter(([name]) => name !== opened);
    this.place.hidden = left.length === 0;
    this.place.replaceChildren(...(left.length ? [this.title(), ...left.map((one) => this.row(one))] : []));
  }

  title() {
    const title = document.createElement("p");
    title.className = "unsaved-title";
    title.textContent = this.words.unsaved ?? "";
    return title;
  }

  /** @param {[string, import("./drafts.js").Draft]} entry */
  row([name, draft]) {
    const row = document.createElement("p");
    const words = gist(draft);
    const shown = words.length > 40 ? `${words.slice(0, 40)}…` : words;
    const quoted = this.words.quoted?.replace("{words}", () => shown) ?? shown; // "$&" in it is no order
    const back = this.button(quoted, () => this.open(name));
    row.append(back, this.button(this.words.drop ?? "", () => this.drop(name)));
    return row;
  }

  /** The focus goes on to the next, or to the line that last had it. @param {string} name */
  drop(name) {
    const isByKeys = document.activeElement?.matches(":focus-visible");
    this.drafts.drop(name);
    this.show();
    const next = this.place.querySelector("button") ?? document.querySelector(".line[tabindex='0']");
    if (next instanceof HTMLElement) next.focus({ preventScroll: !isByKeys });
  }

  /** @param {string} label @param {() => void} press */
  button(label, press) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", press);
    return button;
  }
}
