import { fire } from "../events.js";
import { gist } from "./drafts.js";

/**
 * <unsaved-words>: the list of what was typed and not saved: each with a way back to it, which says
 * `draft-wanted`, and one to drop it. Replies and edits are listed at their thread's place as far as
 * the page shows it. Its `drafts` are given to it.
 *
 *     <unsaved-words class="unsaved" data-title="Unsaved" data-quoted="“{words}”" data-drop="Discard" hidden></unsaved-words>
 */
export class UnsavedWords extends HTMLElement {
  /** @type {import("./drafts.js").Drafts | undefined} */
  drafts;

  connectedCallback() {
    this.addEventListener("click", this);
  }

  /** @param {Event} event */
  handleEvent({ target }) {
    const { back, drop } = (target instanceof HTMLElement && target.dataset) || {};
    if (back) fire(this, "draft-wanted", back);
    else if (drop) this.drop(drop);
  }

  /** @param {string} [opened]  the one whose form is open */
  show(opened) {
    const left = this.drafts?.all().filter(([name]) => name !== opened) ?? [];
    this.hidden = left.length === 0;
    this.replaceChildren(...(left.length ? [this.heading(), ...left.map((one) => this.row(one))] : []));
  }

  heading() {
    const title = document.createElement("p");
    title.className = "unsaved-title";
    title.textContent = this.dataset.title ?? "";
    return title;
  }

  /** @param {[string, import("./drafts.js").Draft]} entry */
  row([name, draft]) {
    const row = document.createElement("p");
    const words = gist(draft);
    const shown = words.length > 40 ? `${words.slice(0, 40)}…` : words;
    const quoted = this.dataset.quoted?.replace("{words}", () => shown) ?? shown; // "$&" in it is no order
    row.append(button(quoted, { back: name }), button(this.dataset.drop ?? "", { drop: name }));
    return row;
  }

  /** The focus goes on to the next, or to the line that last had it. @param {string} name */
  drop(name) {
    const isByKeys = document.activeElement?.matches(":focus-visible");
    this.drafts?.drop(name);
    this.show();
    const next = this.querySelector("button") ?? document.querySelector(".line[tabindex='0']");
    if (next instanceof HTMLElement) next.focus({ preventScroll: !isByKeys });
  }
}

/** @param {string} label @param {Record<string, string>} orders */
function button(label, orders) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  Object.assign(made.dataset, orders);
  return made;
}

customElements.define("unsaved-words", UnsavedWords);
