import { ask } from "../common/fragments.js";
import { pressEnds } from "../common/pointer-press.js";
import { answered, isToSend, keeping, pause, sending } from "./keeping.js";

/**
 * <draft-keeper>: keeps the text of the form inside it every few seconds and on leaving.
 * What is not kept yet is also in this browser (localStorage, under data-name), so that no crash,
 * lost connection or ended session takes a word. data-typing, data-offline, data-shut and
 * data-failed say how things stand; the server's own fragments say the rest.
 */
customElements.define(
  "draft-keeper",
  class extends HTMLElement {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    timer;
    /** @type {Promise<void> | undefined} */
    underWay;
    isLeaving = false;

    connectedCallback() {
      this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
      this.area = /** @type {HTMLTextAreaElement} */ (this.form.elements.namedItem("text"));
      this.revision = /** @type {HTMLInputElement} */ (this.form.elements.namedItem("revision"));
      this.state = keeping(this.area.defaultValue, Number(this.revision.value));
      this.form.querySelector("[data-plain]")?.setAttribute("hidden", "");
      this.leaving = new AbortController();
      const { signal } = this.leaving;
      this.area.addEventListener("input", this, { signal });
      this.form.addEventListener("submit", this, { signal });
      this.addEventListener("click", this);
      for (const name of ["online", "beforeunload", "pagehide"]) addEventListener(name, this, { signal });
      document.addEventListener("visibilitychange", this, { signal });
      const theirs = /** @type {HTMLTextAreaElement | null} */ (this.querySelector("[data-trouble] textarea"));
      if (theirs) this.state = { ...this.state, kept: theirs.value, trouble: "stale" };
      else this.putBack();
      if (isToSend(this.state, this.text)) this.typed(); // what was typed before this script was here
    }

    disconnectedCallback() {
      clearTimeout(this.timer);
      this.leaving?.abort();
    }

    get text() {
      return this.area?.value ?? "";
    }

    /** @param {Event} event */
    handleEvent(event) {
      if (event.type === "input") this.typed();
      else if (event.type === "submit") this.submit(/** @type {SubmitEvent} */ (event));
      else if (event.type === "click") this.drop(event);
      else if (event.type === "online") this.keep();
      else if (event.type === "beforeunload") this.warn(event);
      else if (document.visibilityState === "hidden" || event.type === "pagehide") this.keep(true);
    }

    /** What this browser still holds from last time; the server says whether it is stale. */
    putBack() {
      const held = localStorage.getItem(this.dataset.name ?? "");
      if (!held || !this.area || !this.state) return;
      const { text, revision } = JSON.parse(held);
      if (text === this.text) {
        this.forget();
        return;
      }
      this.area.value = text;
      this.state = keeping(this.state.kept, revision);
      this.keep();
    }

    typed() {
      const held = { text: this.text, revision: this.state?.revision };
      localStorage.setItem(this.dataset.name ?? "", JSON.stringify(held));
      if (this.state?.trouble === "") this.tellKept(this.dataset.typing ?? "");
      this.timer ??= setTimeout(() => this.keep(), 1000 * pause(/** @type {any} */ (this.state)));
    }

    forget() {
      localStorage.removeItem(this.dataset.name ?? "");
    }

    /** Sends what is not kept, one request at a time. */
    async keep(isLast = false) {
      clearTimeout(this.timer);
      this.timer = undefined;
      if (this.underWay || this.isLeaving || !this.state || !isToSend(this.state, this.text)) return;
      this.underWay = this.send(this.text, isLast);
      await this.underWay;
      this.underWay = undefined;
      if (this.text === this.state.kept) this.forget();
      else if (isToSend(this.state, this.text)) this.typed();
    }

    /**
     * @param {string} text
     * @param {boolean} isLast  the page may be gone before the answer is here
     */
    async send(text, isLast) {
      if (!this.form || !this.state) return;
      const body = new FormData(this.form);
      body.set("revision", String(this.state.revision));
      this.state = sending(this.state, text);
      try {
        const isSmall = text.length < 20_000; // browsers keep no more than 64 kB alive
        const { status, isElsewhere, parts } = await ask(this.form.action, body, { isLast: isLast && isSmall });
        const said = /** @type {HTMLElement | undefined} */ (parts.find((part) => part.matches("[data-revision]")));
        const revision = said && Number(said.dataset.revision);
        this.state = answered(this.state, { status, isElsewhere, revision, theirs: said?.querySelector("textarea")?.value });
        this.show(said ?? null);
      } catch {
        this.state = answered(this.state, { status: 0 });
        await pressEnds();
        this.show(null);
      }
    }

    /**
     * How it stands: the server's words when it kept the text or holds another, else ours.
     *
     * @param {HTMLElement | null} said
     */
    show(said) {
      if (!this.state || !this.revision) return;
      const { trouble } = this.state;
      this.revision.value = String(this.state.revision);
      const place = this.querySelector("[data-trouble]");
      if (trouble === "stale" && said) place?.replaceChildren(said);
      else if (trouble) this.warnOf(this.dataset[trouble] ?? "");
      else place?.replaceChildren();
      if (trouble) this.tellKept("");
      else if (said) this.tellKept(said.textContent?.trim() ?? "");
    }

    /** @param {string} words */
    warnOf(words) {
      const place = this.querySelector("[data-trouble]");
      if (!place || place.textContent?.trim() === words) return;
      const told = document.createElement("p");
      told.className = "notice warning";
      told.textContent = words;
      place.replaceChildren(told);
    }

    /** @param {string} words */
    tellKept(words) {
      const place = this.querySelector("[data-kept]");
      if (place) place.textContent = words;
    }

    /** A button sends the form itself: after what is under way, so that it sends the right revision. */
    async submit(/** @type {SubmitEvent} */ event) {
      if (this.underWay) {
        event.preventDefault();
        await this.underWay;
        this.form?.requestSubmit(event.submitter);
        return;
      }
      this.isLeaving = true;
    }

    /** @param {Event} event */
    drop(event) {
      if (!(event.target instanceof Element) || !event.target.closest("[data-drop]")) return;
      this.isLeaving = true;
      this.forget();
    }

    /** @param {Event} event */
    warn(event) {
      if (this.isLeaving || this.text === this.state?.kept) return;
      this.keep(true);
      if (this.state?.trouble) event.preventDefault();
    }
  },
);
