/**
 * <time-zone>: puts the browser's time zone into the hidden field `time_zone` of the form inside it,
 * so that dates in letters and pages are the person's own. Without script the field stays empty and
 * the zone is UTC until it is changed in the settings.
 */
customElements.define(
  "time-zone",
  class extends HTMLElement {
    connectedCallback() {
      const field = this.querySelector('input[name="time_zone"]');
      if (!(field instanceof HTMLInputElement) || field.value) return;
      field.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
    }
  },
);
