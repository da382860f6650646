import { said } from "./dates.js";

/**
 * <local-time>: says the <time> inside it the way people do, in the reader's own zone.
 * Without script the date stands there as the server wrote it, which stays as the tooltip.
 */
customElements.define(
  "local-time",
  class extends HTMLElement {
    connectedCallback() {
      const time = this.querySelector("time");
      if (!time?.dateTime) return;
      time.title = time.textContent?.trim() ?? "";
      time.textContent = said(new Date(time.dateTime), new Date(), document.documentElement.lang);
    }
  },
);
