import { ask, swap } from "./fragments.js";
import { LookAgain } from "./look-again.js";

const OVER = new Set([403, 404, 410]);

/**
 * <live-part>: asks where it comes from again and again, and lets the answer take its place: after a
 * press that is under way, and with the focus where it was. Nothing is asked while the page is hidden.
 * 204 says that nothing is new. An answer without data-from asks no more; without script, none does.
 *
 *     <live-part data-from="/documents/k3f9/versions/2/state/?since=received" data-seconds="1">…</live-part>
 */
customElements.define(
  "live-part",
  class extends HTMLElement {
    connectedCallback() {
      if (!this.dataset.from) return;
      this.leaving = new AbortController();
      new LookAgain(() => this.look(), { inFront: Number(this.dataset.seconds) }).start(this.leaving.signal);
    }

    disconnectedCallback() {
      this.leaving?.abort();
    }

    async look() {
      const { status, isElsewhere, there, parts } = await ask(this.dataset.from ?? "");
      if (!this.isConnected) return;
      if (there) location.assign(there);
      else if (isElsewhere || OVER.has(status)) this.leaving?.abort();
      else if (status === 200 && parts[0]) swap(this, parts[0]);
    }
  },
);
