/**
 * <ten-seconds data-seconds="10" data-next="…">: the picture inside is there for so many seconds from the
 * moment it has come, and then the questions are. Without `data-seconds` it stays until the link is followed.
 * Going there replaces this page, so that "back" leads to no second look.
 */
customElements.define(
  "ten-seconds",
  class extends HTMLElement {
    connectedCallback() {
      const picture = this.querySelector("img");
      this.leaving = new AbortController();
      this.querySelector("a")?.addEventListener("click", (event) => {
        event.preventDefault();
        this.goOn();
      }, { signal: this.leaving.signal });
      if (!picture || !this.dataset.seconds) return;
      const begin = () => this.begin(Number(this.dataset.seconds) * 1000);
      if (picture.complete && picture.naturalWidth) begin();
      else picture.addEventListener("load", begin, { once: true, signal: this.leaving.signal });
    }

    disconnectedCallback() {
      this.leaving?.abort();
      clearTimeout(this.ends);
    }

    /** @param {number} lasts - milliseconds */
    begin(lasts) {
      this.ends = setTimeout(() => this.goOn(), lasts);
      const bar = this.querySelector(".look-time");
      bar?.animate([{ backgroundSize: "100% 100%" }, { backgroundSize: "0% 100%" }], { duration: lasts, fill: "forwards" });
    }

    goOn() {
      this.querySelector("img")?.remove();
      location.replace(this.dataset.next ?? "/");
    }
  },
);
