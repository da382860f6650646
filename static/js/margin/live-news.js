import { fire } from "./events.js";
import { ask } from "../common/fragments.js";
import { LookAgain } from "../common/look-again.js";

const PACES = { inFront: 5, behind: 15 }; // seconds
const OVER = new Set([403, 404, 410]);

/**
 * <live-news>: asks what is new, every few seconds, until the reader may not read any more. Says
 * `news` with the parts that have changed. What the page shows already is told by #margin-count.
 *
 *     <live-news data-from="/documents/k3f9/versions/2/news/?kind=praise"></live-news>
 */
customElements.define(
  "live-news",
  class extends HTMLElement {
    connectedCallback() {
      this.leaving = new AbortController();
      new LookAgain(() => this.look(), PACES).start(this.leaving.signal);
    }

    disconnectedCallback() {
      this.leaving?.abort();
    }

    async look() {
      const address = new URL(this.dataset.from ?? "", location.href); // asks for the threads that this page shows
      address.searchParams.set("after", document.getElementById("margin-count")?.dataset.after ?? "");
      const { status, isElsewhere, parts } = await ask(address.href);
      if (!this.isConnected) return;
      if (isElsewhere || OVER.has(status)) this.leaving?.abort();
      else if (status === 200) fire(this, "news", parts);
    }
  },
);
