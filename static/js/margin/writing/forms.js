import { FOLDED } from "./drafts.js";
import { atLine, atQuestion, nameOf, onPage, WHOLE } from "../lines/places.js";
import { CommentWriting } from "./comment-writing.js";
import { ask } from "../../common/fragments.js";
import { excess } from "../../forms/lengths.js";
import { numberOf } from "../lines/pointing.js";

/** @typedef {import("./drafts.js").Draft} Draft */
/** @typedef {{ name: string, draft: Draft, form?: HTMLFormElement, only?: HTMLElement }} Wanted  a form to open, what is in it, and the line it could be about alone */

/** @type {Draft} */
const EMPTY = {
  what: "comment", address: "", place: WHOLE, about: "", quote: "", text: "", kind: "",
  key: "", revision: "", isOpen: true, isWaiting: false,
};

/** The forms of a margin: what each is about, what is held of it, and where in the margin it stands. */
export class Forms {
  /**
   * @param {HTMLElement} threads
   * @param {import("./drafts.js").Drafts} drafts
   * @param {DOMStringMap} words
   * @param {string} address  where new threads are sent; empty for whoever may not begin any
   */
  constructor(threads, drafts, words, address) {
    this.threads = threads;
    this.drafts = drafts;
    this.words = words;
    this.address = address;
  }

  /** The one that is open. @returns {CommentWriting | null} */
  get current() {
    return this.threads.querySelector("comment-writing");
  }

  /** @param {Partial<Draft>} facts @returns {Wanted} */
  comment(facts) {
    const draft = { ...EMPTY, address: this.address, key: crypto.randomUUID(), ...facts };
    const words = draft.place.line && excess(draft.quote, mostWords()) <= 0 ? draft.quote : "";
    draft.more ??= { wording: words, instead_of: words, why: "" };
    return { name: nameOf(draft.place), draft };
  }

  /** @param {HTMLElement} line @param {string} [text]  what was typed already */
  onLine(line, text = "") {
    const place = atLine(numberOf(line));
    const quote = line.querySelector(".words")?.textContent?.trim() ?? "";
    return this.comment({ place, about: this.say("line", place.line), quote, text });
  }

  /** A way to say more about a line that has threads. @param {HTMLElement} line */
  more(line) {
    if (!this.address || !line.matches(".line")) return null;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "thread-more";
    button.textContent = this.say("more", String(numberOf(line)));
    button.dataset.at = line.id;
    return button;
  }

  /** The line that such a way is about. @param {Element} more */
  lineOf(more) {
    return document.getElementById(more.getAttribute("data-at") ?? "") ?? undefined;
  }

  /** @param {{ place: import("../lines/places.js").Place, quote: string }} words @param {HTMLElement} [only]  the line that may be meant alone */
  onWords({ place, quote }, only) {
    const about = place.line === place.end_line ? this.say("words", place.line) : this.say("stretch", place.line, place.end_line);
    return { ...this.comment({ place, about, quote }), only };
  }

  /** A press that makes it about this line alone. @param {CommentWriting} box @param {HTMLElement} line */
  narrow(box, line) {
    box.only = line;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-link line-only";
    button.textContent = this.say("only", String(numberOf(line)));
    box.querySelector(".comment-about")?.append(" ", button);
  }

  /** @param {string} page @param {string} [box]  a part of it */
  onPage(page, box) {
    return this.comment({ place: onPage(page, box), about: this.say(box ? "part" : "page", page) });
  }

  /** What a link in the questions asks for. @param {HTMLElement} link */
  onAsked(link) {
    const number = link.dataset.question;
    if (!number) return this.comment({});
    const quote = link.closest("li")?.querySelector("[dir]")?.textContent ?? "";
    return this.comment({ place: atQuestion(number), about: this.say("question", number), quote });
  }

  /** @param {HTMLAnchorElement} link @returns {Wanted} */
  reply(link) {
    const draft = /** @type {Draft} */ ({ ...EMPTY, what: "reply", address: link.pathname, key: crypto.randomUUID() });
    return { name: `reply ${link.pathname}`, draft };
  }

  /** @param {HTMLAnchorElement} link @returns {Wanted} */
  edit(link) {
    return { name: `edit ${link.pathname}`, draft: { ...EMPTY, what: "edit", address: link.pathname } };
  }

  /** A form that came with the page. @param {HTMLFormElement} form @returns {Wanted} */
  adopted(form) {
    const typed = Object.fromEntries(new FormData(form));
    const place = /** @type {typeof WHOLE} */ (
      Object.fromEntries(Object.keys(WHOLE).map((name) => [name, String(typed[name] ?? "")]))
    );
    const more = Object.fromEntries(FOLDED.map((name) => [name, String(typed[name] ?? "")]));
    const wanted = this.comment({ place, text: String(typed.text ?? ""), key: String(typed.key), more });
    return { ...wanted, form };
  }

  /** A form with what is held of it, for `put`; null when it could not be had. @param {Wanted} wanted */
  async form({ name, draft, form, only }) {
    const held = this.drafts.held(name) ?? draft;
    const made = form ?? (held.what === "edit" ? await editForm(held.address) : formOf(held.place.question ? "answer" : held.what));
    if (!made) return null;
    const box = new CommentWriting();
    Object.assign(box, { drafts: this.drafts, draft: held, name, words: this.words });
    box.append(made);
    if (only) this.narrow(box, only);
    return box;
  }

  /** A comment stands among the threads, a reply under its thread, an edit under its comment. @param {CommentWriting} box */
  put(box) {
    const { what, address, place } = /** @type {Draft} */ (box.draft);
    const links = [...this.threads.querySelectorAll("a")];
    const link = what === "comment" ? undefined : links.find((one) => one.getAttribute("href") === address);
    const comment = what === "edit" ? link?.closest(".comment") : null;
    for (const fact of /** @type {const} */ (["line", "page", "box"])) if (place[fact]) box.dataset[fact] = place[fact];
    if (comment) box.dataset.below = comment.id;
    if (comment) comment.after(box);
    else if (link) link.closest(".thread-acts")?.before(box);
    else this.threads.append(box);
  }

  /** @param {string} name @param {string} number @param {string} [last] */
  say(name, number, last = "") {
    return (this.words[name] ?? "").replace("{number}", number).replace("{last}", last);
  }
}

/** @param {string} what */
function formOf(what) {
  const template = document.getElementById(`${what}-template`);
  const form = template instanceof HTMLTemplateElement && template.content.querySelector("form");
  return form ? document.importNode(form, true) : null;
}

/** How many characters of words others may be suggested for: as many as their field takes. */
function mostWords() {
  const field = formOf("comment")?.elements.namedItem("wording");
  return Number((field instanceof HTMLTextAreaElement && field.dataset.limit) || 0);
}

/** @param {string} address */
async function editForm(address) {
  const answer = await ask(address).catch(() => null);
  const form = answer?.parts.find((part) => part.matches("form.comment-form"));
  return form instanceof HTMLFormElement ? form : null;
}
