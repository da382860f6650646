import { selected } from "../lines/pointing.js";

/** @typedef {import("../margin-notes.js").MarginNotes} MarginNotes */

/**
 * Says of the words that are selected that they are to stay: one press. What was begun about them
 * before is not sent with it, but shown.
 *
 * @param {MarginNotes} notes
 */
export async function keepWords(notes) {
  const { forms, lines } = notes;
  const words = forms?.address && lines ? selected(lines) : null;
  if (!forms || !words) return;
  const wanted = forms.onWords(words);
  await notes.open(wanted, { isCalm: true });
  const box = forms.current;
  if (box?.name !== wanted.name) return; // something else was chosen meanwhile
  const press = box.form.querySelector(".comment-keep");
  if (box.isEmpty && press instanceof HTMLButtonElement) box.form.requestSubmit(press);
  else box.area.focus();
}
