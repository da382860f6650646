/**
 * <time-zone>: puts the browser's time zone into the hidden field inside it, so that dates in
 * letters and pages are the person's own. Without script the field stays empty and the zone is UTC
 * until it is changed in the settings.
 */
customElements.define(
  "time-zone",
  class extends HTMLElement {
    connectedCallback() {
      const field = this.querySelector("input");
      if (field && !field.value) field.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
    }
  },
);
