import { copyLink } from "./copy-link.js";
import { fire } from "../events.js";
import { PRESSES } from "./presses.js";
import { warn } from "./troubles.js";

/** @typedef {import("../margin-notes.js").MarginNotes} MarginNotes */

/**
 * What a press on a link or a button of the margin does.
 *
 * @param {MarginNotes} notes
 * @param {Element} pressed
 * @param {HTMLElement | null} thread  in which it stands
 * @returns {boolean}  whether it was answered here
 */
export function answer(notes, pressed, thread) {
  const { forms } = notes;
  const isLink = pressed instanceof HTMLAnchorElement;
  const line = notes.lineOf(thread);
  if (pressed.matches(".ask") && isLink && forms) notes.open(forms.onAsked(pressed));
  else if (pressed.matches(".asked-answer") && isLink) return read(notes, pressed);
  else if (pressed.matches(".thread-reply") && isLink && forms) notes.open(forms.reply(pressed));
  else if (pressed.matches(".comment-edit") && isLink && forms) edit(notes, forms.edit(pressed), pressed);
  else if (pressed.matches(".comment-link") && isLink) copyLink(pressed, (words) => notes.tell(words), notes.dataset.copied ?? "");
  else if (pressed.matches(".sheet-close")) close(notes);
  else if (pressed.matches(".thread-more")) notes.write({ line: forms?.lineOf(pressed) });
  else if (pressed.matches(PRESSES)) notes.presses?.send(/** @type {HTMLButtonElement} */ (pressed));
  else if (pressed.matches(".thread-place") && isLink && line) goTo(notes, line);
  else return false;
  return true;
}

/** @param {MarginNotes} notes @param {import("../writing/forms.js").Wanted} wanted @param {HTMLElement} link */
async function edit(notes, wanted, link) {
  warn(link, "");
  if (await notes.open(wanted)) return;
  warn(link, notes.dataset[navigator.onLine ? "pressFailed" : "pressOffline"] ?? "");
}

/** What she has answered, if it stands on this page. @param {MarginNotes} notes @param {HTMLAnchorElement} link */
function read(notes, link) {
  const thread = document.getElementById(link.hash.slice(1));
  if (!thread || link.pathname !== location.pathname) return false;
  notes.show([thread], null);
  return true;
}

/** @param {MarginNotes} notes */
function close(notes) {
  notes.wanted = null;
  notes.leave();
}

/** @param {MarginNotes} notes @param {HTMLElement} line */
function goTo(notes, line) {
  fire(notes, "left", null);
  line.focus({ preventScroll: true });
  line.scrollIntoView({ block: "center" });
}
