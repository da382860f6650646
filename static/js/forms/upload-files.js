import { kindOf, sizeOf, titleOf } from "./file-names.js";
import { pressEnds } from "../common/pointer-press.js";
import { newKey, send } from "./send-file.js";

/**
 * <upload-files>: choose or drop files, say what each is, and see each one arrive.
 * Improves the form inside it: one row per file, made from the <template>, one POST per row. A file
 * that is refused says so in its row, the others go on, and what was typed stays.
 *
 *   data-limit      bytes a file may have; data-too-large says that one has more
 *   data-not-sent   says that nothing came back
 *   data-next       where to go when several have arrived; after one, to that one
 */
customElements.define(
  "upload-files",
  class extends HTMLElement {
    /** The files, by their rows. @type {Map<HTMLElement, File>} */
    files = new Map();
    isSending = false;

    connectedCallback() {
      this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
      this.input = /** @type {HTMLInputElement} */ (this.querySelector("input[type=file]"));
      this.rows = /** @type {HTMLElement} */ (this.querySelector("[data-rows]"));
      for (const plain of this.querySelectorAll("[data-plain]")) plain.setAttribute("hidden", "");
      this.classList.add("is-ready");
      this.leaving = new AbortController();
      const { signal } = this.leaving;
      this.addEventListener("click", this);
      this.form.addEventListener("submit", this, { signal });
      this.input.addEventListener("change", this, { signal });
      for (const name of ["dragover", "drop", "dragleave", "beforeunload"]) addEventListener(name, this, { signal });
    }

    disconnectedCallback() {
      this.leaving?.abort();
    }

    /** @param {Event} event */
    handleEvent(event) {
      if (event.type === "beforeunload") {
        if (this.isSending) event.preventDefault();
      } else if (event instanceof DragEvent) {
        this.drag(event);
      } else if (event.type === "click") {
        this.press(event.target);
      } else if (event.type === "change") {
        this.choose(this.input?.files ?? []);
        if (this.input) this.input.value = "";
      } else if (this.files.size) {
        event.preventDefault();
        this.sendAll();
      }
    }

    /** @param {DragEvent} event */
    drag(event) {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault(); // else the browser leaves the page to show the file
      this.classList.toggle("is-over", event.type === "dragover");
      if (event.type === "drop") this.choose(event.dataTransfer.files);
    }

    /** A file is not to be sent after all. @param {EventTarget | null} target */
    press(target) {
      const row = target instanceof Element && target.closest("[data-remove]") && [...this.files.keys()].find((one) => one.contains(target));
      if (!row) return;
      this.leaveOut(row);
      this.input?.focus();
      this.goOn();
    }

    /** @param {Iterable<File>} chosen */
    choose(chosen) {
      if (this.isSending) return;
      if (!this.input?.multiple) for (const row of this.files.keys()) this.leaveOut(row);
      for (const file of this.input?.multiple ? chosen : [...chosen].slice(0, 1)) this.add(file);
      if (this.files.size) this.forgetRefusal();
    }

    /** A file is there now: that one was missing is no longer so. */
    forgetRefusal() {
      for (const told of document.querySelectorAll(".error-summary, .drop .errorlist")) told.remove();
      this.input?.removeAttribute("aria-invalid");
    }

    /** @param {File} file */
    add(file) {
      const template = /** @type {HTMLTemplateElement} */ (this.querySelector("template"));
      const row = /** @type {HTMLElement} */ (document.importNode(template.content, true).firstElementChild);
      for (const name of row.querySelectorAll("[data-name]")) name.textContent = file.name;
      const size = row.querySelector("[data-size]");
      if (size) size.textContent = sizeOf(file.size, document.documentElement.lang);
      const title = row.querySelector("input");
      if (title) title.value = titleOf(file.name);
      const kind = row.querySelector("select");
      if (kind) kind.value = kindOf(file.name);
      row.dataset.key = newKey();
      this.files.set(row, file);
      this.rows?.append(row);
      this.rows?.removeAttribute("hidden");
      if (file.size > Number(this.dataset.limit)) this.tell(row, this.dataset.tooLarge ?? "");
    }

    /** @param {HTMLElement} row */
    leaveOut(row) {
      row.remove();
      this.files.delete(row);
      this.rows?.toggleAttribute("hidden", this.files.size === 0);
    }

    async sendAll() {
      if (this.isSending) return;
      this.isSending = true;
      this.setAttribute("aria-busy", "true");
      for (const [row, file] of this.files) {
        if (!row.dataset.arrived && file.size <= Number(this.dataset.limit)) await this.sendRow(row, file);
      }
      this.isSending = false;
      this.removeAttribute("aria-busy");
      this.goOn();
    }

    /** Once every file that is left has arrived, there is nothing more to do here. */
    goOn() {
      const arrived = [...this.files.keys()].map((row) => row.dataset.arrived);
      if (!arrived.length || !arrived.every(Boolean)) return;
      location.assign((arrived.length === 1 ? arrived[0] : this.dataset.next) ?? "");
    }

    /**
     * @param {HTMLElement} row
     * @param {File} file
     */
    async sendRow(row, file) {
      const progress = /** @type {HTMLProgressElement} */ (row.querySelector("progress"));
      this.tell(row, "");
      progress.hidden = false;
      const answer = await send(this.form?.action ?? "", this.body(row, file), (part) => {
        if (part < 1) progress.value = part;
        else progress.removeAttribute("value"); // all sent; how long the answer takes nobody knows
      });
      await pressEnds();
      progress.hidden = true;
      progress.value = 0;
      if (answer.status === 201 && answer.there) this.arrive(row, answer.there);
      if (answer.status === 201 || answer.status === 422) this.show(row, answer.html);
      else this.tell(row, this.dataset.notSent ?? "");
    }

    /**
     * @param {HTMLElement} row
     * @param {File} file
     */
    body(row, file) {
      const body = new FormData(this.form);
      body.set("key", row.dataset.key ?? "");
      body.set("file", file, file.name);
      for (const field of row.querySelectorAll("input, select")) {
        if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
          body.set(field.name, field.value);
        }
      }
      return body;
    }

    /**
     * @param {HTMLElement} row
     * @param {string} there
     */
    arrive(row, there) {
      row.dataset.arrived = there;
      for (const done of row.querySelectorAll("[data-about], [data-remove]")) done.remove();
    }

    /**
     * What the server says about the row: our own fragment, escaped there.
     *
     * @param {HTMLElement} row
     * @param {string} html
     */
    show(row, html) {
      const fragment = new DOMParser().parseFromString(html, "text/html");
      row.querySelector("[data-answer]")?.replaceChildren(...fragment.body.children);
    }

    /**
     * @param {HTMLElement} row
     * @param {string} sentence
     */
    tell(row, sentence) {
      const told = document.createElement("p");
      told.className = "arrival refused";
      told.textContent = sentence;
      row.querySelector("[data-answer]")?.replaceChildren(...(sentence ? [told] : []));
    }
  },
);
