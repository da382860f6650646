/**
 * What was typed and is not confirmed yet, kept in this browser per reader, version and place.
 * Nothing but the storage it is given.
 */

/**
 * @typedef {object} Draft
 * @property {"comment" | "reply" | "edit"} what
 * @property {string} address  where it is sent
 * @property {import("../lines/places.js").Place} place  of a comment
 * @property {string} about    what it is about, in words
 * @property {string} quote    the words it is about
 * @property {string} text
 * @property {string} kind
 * @property {string} key      idempotency key: sent twice it is one comment
 * @property {string} revision of the comment that is edited
 * @property {Record<string, string>} [more]  what was folded away in its form, by the fields' names
 * @property {boolean} isOpen  its form was open when the page was left
 * @property {boolean} isWaiting  Save was pressed, and no answer came
 */

/** What may be said besides the text. `instead_of` are the words that `wording` began with; `to`, for whom it is. */
export const FOLDED = ["wording", "why", "instead_of", "to"];

/** Whether other words are suggested: how blanks stand makes no difference. @param {Record<string, string>} [more] */
export function suggests({ wording = "", instead_of: old = "" } = {}) {
  return old !== "" && words(wording) !== words(old);
}

/** What one press says of words that are to stay: it is a comment without any text. */
export const KEEP = "praise";

/** Whether nothing was said. @param {Draft} draft */
export function isBlank({ what, kind, text, more }) {
  return !text.trim() && !more?.why?.trim() && !suggests(more) && !(what === "comment" && kind === KEEP);
}

/** The words by which its writer knows a draft again. @param {Draft} draft */
export function gist({ text, more, kind, quote }) {
  const kept = kind === KEEP ? words(quote) : "";
  return words(text) || (suggests(more) && words(more?.wording ?? "")) || words(more?.why ?? "") || kept || "…";
}

/** @param {string} text */
function words(text) {
  return text.trim().replace(/\s+/gu, " ");
}

/**
 * Drafts of one reader on one version. Two windows may write about the same place: the words of the
 * other are never written over, they stand under a name of their own.
 */
export class Drafts {
  /** What this window last read or wrote, by name. @type {Map<string, string>} */
  seen = new Map();

  /** @param {Storage} storage @param {string} room  whose they are, and of which version */
  constructor(storage, room) {
    this.storage = storage;
    this.prefix = `comment:${room}:`;
  }

  /**
   * Under which name it is held now: another one when another window has written there since.
   *
   * @param {string} name
   * @param {Draft} draft  one in which nothing is said is forgotten
   */
  hold(name, draft) {
    if (isBlank(draft)) {
      this.forget(name);
      return name;
    }
    const free = this.isOwn(name) ? name : `${name} ${crypto.randomUUID()}`;
    const words = JSON.stringify(draft);
    this.storage.setItem(this.prefix + free, words);
    this.seen.set(free, words);
    return free;
  }

  /** To go on with it here. @param {string} name @returns {Draft | null} */
  held(name) {
    const found = this.storage.getItem(this.prefix + name);
    if (found === null) return null;
    this.seen.set(name, found);
    return JSON.parse(found);
  }

  /** It has arrived, or says nothing: what another window wrote since stays. @param {string} name */
  forget(name) {
    if (this.isOwn(name)) this.drop(name);
  }

  /** Whoever wrote it. @param {string} name */
  drop(name) {
    this.storage.removeItem(this.prefix + name);
    this.seen.delete(name);
  }

  /** @param {string} name */
  isOwn(name) {
    const found = this.storage.getItem(this.prefix + name);
    return found === null || found === this.seen.get(name);
  }

  /** Whether just this is held. @param {string} name @param {Draft} [draft] */
  isAsHeld(name, draft) {
    return this.storage.getItem(this.prefix + name) === JSON.stringify(draft);
  }

  /** @returns {[string, Draft][]}  by name */
  all() {
    const names = Array.from({ length: this.storage.length }, (_, at) => this.storage.key(at) ?? "");
    return names
      .filter((name) => name.startsWith(this.prefix))
      .map((name) => name.slice(this.prefix.length))
      .sort()
      .flatMap((name) => {
        const found = this.storage.getItem(this.prefix + name);
        return found ? [/** @type {[string, Draft]} */ ([name, JSON.parse(found)])] : [];
      });
  }
}
