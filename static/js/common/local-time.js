import { said } from "./dates.js";

const EVERY = 30_000; // milliseconds: what counts in minutes is at most half a minute behind

/** Those on the page: one clock serves them all. @type {Set<LocalTime>} */
const shown = new Set();
/** @type {ReturnType<typeof setInterval> | undefined} */
let clock;
/** @type {AbortController | undefined} */
let leaving;

/**
 * <local-time>: says the <time> inside it the way people do, in the reader's own zone, and keeps it
 * true while the page is open. Without script the date stands there as the server wrote it, which
 * stays as the tooltip.
 *
 *     <local-time><time datetime="2026-11-24T09:00:00Z">24 November 2026</time></local-time>
 */
class LocalTime extends HTMLElement {
  connectedCallback() {
    const time = this.querySelector("time");
    if (!time?.dateTime) return;
    time.title ||= time.textContent?.trim() ?? "";
    this.say();
    shown.add(this);
    if (clock === undefined) begin();
  }

  disconnectedCallback() {
    shown.delete(this);
    if (shown.size > 0) return;
    clearInterval(clock);
    clock = undefined;
    leaving?.abort();
  }

  say() {
    const time = this.querySelector("time");
    if (!time) return;
    const words = said(new Date(time.dateTime), new Date(), document.documentElement.lang);
    if (time.textContent !== words) time.textContent = words;
  }
}

function begin() {
  clock = setInterval(sayAll, EVERY);
  leaving = new AbortController();
  const { signal } = leaving;
  // A page in the background gets few ticks, and one that comes back from the history none.
  document.addEventListener("visibilitychange", sayAll, { signal });
  addEventListener("pageshow", sayAll, { signal });
}

function sayAll() {
  for (const one of shown) one.say();
}

customElements.define("local-time", LocalTime);
