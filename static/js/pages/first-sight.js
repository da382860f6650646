import { stretch } from "./line-fit.js";

/*
 * Stands in the reading page itself, right after its lines (critique/reading/_first_script.html): the words can
 * be selected as soon as they are there. All else comes when the first picture is on the screen, in the
 * order in which it is missed: what a press needs and how the margin looks, then what makes it richer,
 * then fonts. Where there is no picture it comes at once, and one that is on its way for too long is not
 * waited for. What was pressed meanwhile: kept-presses.js.
 */

const { dataset } = document.documentElement;
const picture = /** @type {HTMLImageElement | null} */ (document.querySelector(".page-picture"));
const isShown = picture?.checkVisibility() ?? false;
const [first, ...others] = document.querySelectorAll("reading-lines .page");
if (isShown) stretch(linesOf(first));

/** @param {Element | undefined} page @returns {HTMLElement[]} */
function linesOf(page) {
  return [...(page?.querySelectorAll(".line") ?? [])].filter((line) => line instanceof HTMLElement);
}

const PATIENCE = 4000; // milliseconds: longer than a picture takes on a line of a quarter of a megabit

const nextFrame = () => new Promise(requestAnimationFrame);

/** Two frames after the first picture is there, it is on the screen: then come the lines of the others. */
async function seen() {
  if (!picture || !isShown) return;
  await Promise.race([picture.decode().catch(() => {}), new Promise((done) => setTimeout(done, PATIENCE))]);
  await nextFrame().then(nextFrame);
  stretch(others.flatMap(linesOf));
}

/** @param {string} rel @returns {HTMLLinkElement[]} */
function named(rel) {
  return [...document.querySelectorAll("link")].filter((link) => link.rel === rel);
}

/** Resolves when it came, or did not. @param {HTMLLinkElement} link */
async function dressed(link) {
  const isThere = new Promise((done) => ["load", "error"].forEach((name) => link.addEventListener(name, done, { once: true })));
  link.rel = "stylesheet";
  await isThere;
}

/** @returns {Promise<void>} when all elements of the page are there */
async function parsed() {
  if (document.readyState === "loading") await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
}

/** One that does not come leaves what is there as it is: links and forms work by themselves. @param {HTMLLinkElement} link */
async function run({ href }) {
  await import(href).catch(() => {});
}

/** One for other windows is nobody's concern yet. @param {HTMLLinkElement} link */
function isMeant({ media }) {
  return matchMedia(media).matches;
}

async function late() {
  await seen();
  dataset.seen = "";
  const [press, ...rest] = named("late-module");
  if (press) press.rel = "modulepreload"; // fetched beside the styles, run after them
  await Promise.all([parsed(), ...named("late-style").filter(isMeant).map(dressed)]);
  if (press) await run(press);
  document.dispatchEvent(new Event("pressable"));
  for (const link of rest) await run(link);
  document.dispatchEvent(new Event("whole"));
  dataset.whole = "";
  await Promise.all([...named("late-style"), ...named("fonts")].map(dressed));
  await nextFrame().then(() => document.fonts.ready); // a frame asks for those that it shows
  document.dispatchEvent(new Event("lettered"));
}

late();
