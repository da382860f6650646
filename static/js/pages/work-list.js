import { ask, swap } from "../common/fragments.js";
import { isTypedIn } from "../common/typing.js";

const KEPT = "reason:";

/**
 * <work-list>: presses of its forms change one point and not the page, so that nothing typed at
 * another is lost. A reason that is not sent yet is also in this browser (localStorage), until it is.
 * data-offline and data-failed say what to do when a press did not get through.
 */
customElements.define(
  "work-list",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("submit", this);
      this.addEventListener("input", this);
      for (const form of this.forms(this)) putBack(form);
    }

    disconnectedCallback() {
      this.removeEventListener("submit", this);
      this.removeEventListener("input", this);
    }

    /** @param {Element} within @returns {HTMLFormElement[]} */
    forms(within) {
      return [...within.querySelectorAll("form")].filter((form) => form.dataset.point);
    }

    /** @param {Event} event */
    handleEvent(event) {
      const form = event.target instanceof Element ? event.target.closest("form") : null;
      if (!form?.dataset.point) return;
      if (event.type === "input") keep(form);
      else this.press(/** @type {SubmitEvent} */ (event), form);
    }

    /** @param {SubmitEvent} event @param {HTMLFormElement} form */
    async press(event, form) {
      event.preventDefault();
      if (form.ariaBusy === "true") return;
      const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
      const body = new FormData(form);
      const sent = areaOf(form).value;
      if (button) body.set(button.name, button.value);
      form.ariaBusy = "true";
      try {
        const answer = await ask(form.action, body);
        const isOurs = [200, 409, 422].includes(answer.status) && !answer.isElsewhere;
        if (isOurs && answer.status === 200) drop(form, sent);
        if (isOurs) this.show(answer.parts, form);
        else this.warn(form, this.dataset.failed ?? "");
      } catch {
        this.warn(form, this.dataset.offline ?? "");
      } finally {
        form.ariaBusy = null;
      }
    }

    /** What is typed meanwhile, here or at another point, stays, and so does the focus. @param {Element[]} parts @param {HTMLFormElement} form */
    show(parts, form) {
      const typed = document.activeElement instanceof HTMLTextAreaElement ? document.activeElement : null;
      for (const part of parts) {
        const old = document.getElementById(part.id);
        if (!old) continue;
        swap(old, part);
        for (const fresh of this.forms(part)) putBack(fresh);
      }
      const point = /** @type {HTMLElement | null} */ (this.querySelector(`#point-${form.dataset.point}`));
      const at = document.activeElement;
      if (typed && !typed.isConnected) goOn(typed);
      else if (!isTypedIn(at) && (at === document.body || point?.contains(at))) point?.focus({ preventScroll: true });
      const said = this.querySelector("[data-said]")?.textContent ?? "";
      const status = this.querySelector(":scope > [role=status]");
      if (status) status.textContent = said;
    }

    /** @param {HTMLFormElement} form @param {string} words */
    warn(form, words) {
      const told = form.querySelector(".point-trouble") ?? document.createElement("p");
      told.className = "point-trouble";
      told.setAttribute("role", "alert");
      told.textContent = words;
      form.prepend(told);
    }
  },
);

/** @param {HTMLFormElement} form @returns {HTMLTextAreaElement} */
function areaOf(form) {
  return /** @type {HTMLTextAreaElement} */ (form.elements.namedItem("reason"));
}

/** @param {HTMLFormElement} form */
function keep(form) {
  localStorage.setItem(KEPT + form.dataset.point, areaOf(form).value);
}

/** It has arrived; what was typed since stays. @param {HTMLFormElement} form @param {string} sent */
function drop(form, sent) {
  if (areaOf(form).value === sent) localStorage.removeItem(KEPT + form.dataset.point);
}

/** The caret is where it was, in the field that took this one's place. @param {HTMLTextAreaElement} typed */
function goOn(typed) {
  const area = document.getElementById(typed.id);
  if (!(area instanceof HTMLTextAreaElement)) return;
  area.focus({ preventScroll: true });
  area.setSelectionRange(typed.selectionStart, typed.selectionEnd);
}

/** What was typed here last time and not sent. @param {HTMLFormElement} form */
function putBack(form) {
  const held = localStorage.getItem(KEPT + form.dataset.point);
  const area = areaOf(form);
  if (held === null || held === area.value) return;
  area.value = held;
  for (let box = area.closest("details"); box; box = box.parentElement?.closest("details") ?? null) box.open = true;
}
