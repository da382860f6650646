import { counted, excess, isNear } from "./lengths.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

/*
 * What is typed or pasted stays in its field, however long it is. Near the limit the characters are
 * counted beside it; over it the form is not sent, and says by how much. The server says the same.
 */

const said = document.getElementById("field-limits")?.dataset ?? {};
/** @type {number[]} */
const samples = JSON.parse(said.samples ?? "[]");

/** The sentences by their samples. @param {string | undefined} sentences  JSON @returns {Record<string, string>} */
function bySample(sentences) {
  const each = JSON.parse(sentences ?? "[]");
  return Object.fromEntries(samples.map((number, at) => [String(number), each[at]]));
}

const words = {
  tooMany: bySample(said.tooMany),
  left: bySample(said.left),
  again: said.again ?? "",
  error: said.error ?? "",
};
const language = document.documentElement.lang || "en";
let made = 0;

/** @param {EventTarget | null} target @returns {target is Field} */
function isField(target) {
  const canHold = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return canHold && target.dataset.limit !== undefined;
}

/** @param {Field} field */
function over(field) {
  return excess(field.value, Number(field.dataset.limit));
}

/** The line below a field that counts; made when there is something to say. @param {Field} field @param {boolean} isWanted */
function lineOf(field, isWanted) {
  const next = field.nextElementSibling;
  if (next?.classList.contains("limit")) return next;
  if (!isWanted) return null;
  const line = document.createElement("p");
  line.className = "limit";
  line.id = `limit-${(made += 1)}`;
  field.after(line);
  const described = field.getAttribute("aria-describedby");
  field.setAttribute("aria-describedby", described ? `${described} ${line.id}` : line.id);
  return line;
}

/** @param {Field} field */
function count(field) {
  const more = over(field);
  const isOver = more > 0;
  const line = lineOf(field, isNear(more, Number(field.dataset.limit)));
  if (!line) return;
  const wasOver = line.classList.contains("is-over");
  if (isOver) line.textContent = counted(words.tooMany, more, language);
  else line.textContent = isNear(more, Number(field.dataset.limit)) ? counted(words.left, -more, language) : "";
  line.classList.toggle("is-over", isOver);
  if (isOver) field.setAttribute("aria-invalid", "true");
  else if (wasOver) field.removeAttribute("aria-invalid");
}

/** On top of a form with several fields, each a link to the one that is too full. @param {HTMLFormElement} form @param {Field[]} full */
function summarise(form, full) {
  form.querySelector(".limit-summary")?.remove();
  if (full.length === 0 || !form.querySelector(".fields")) return;
  const summary = document.createElement("div");
  summary.className = "error-summary flow limit-summary";
  summary.setAttribute("role", "alert");
  const title = document.createElement("h2");
  title.textContent = words.again;
  const list = document.createElement("ul");
  for (const field of full) {
    const label = field.labels?.[0]?.cloneNode(true);
    if (label instanceof Element) label.querySelector(".optional")?.remove();
    const link = document.createElement("a");
    link.href = `#${field.id}`;
    const name = label?.textContent?.trim() ?? "";
    const sentence = counted(words.tooMany, over(field), language);
    link.textContent = words.error.replace("{label}", () => name).replace("{error}", () => sentence);
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  summary.append(title, list);
  form.prepend(summary);
}

/** @param {Event} event */
function hold(event) {
  const form = event.target;
  const pressed = event instanceof SubmitEvent ? event.submitter : null;
  const isDraft = pressed instanceof HTMLButtonElement && pressed.formNoValidate;
  if (!(form instanceof HTMLFormElement) || isDraft) return;
  const full = [...form.elements].filter(isField).filter((field) => over(field) > 0);
  summarise(form, full);
  if (full.length === 0) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  for (const field of full) {
    count(field);
    field.closest("details")?.setAttribute("open", "");
  }
  full[0]?.focus();
}

for (const name of ["input", "focusin"]) addEventListener(name, ({ target }) => isField(target) && count(target));
addEventListener("submit", hold, { capture: true }); // before whoever sends the form in its own way
for (const field of document.querySelectorAll("[data-limit]")) if (isField(field) && field.value) count(field);
