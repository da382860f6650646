import { askedFor, completed, matching } from "./saved-words.js";
import { TypedOffers } from "./typed-offers.js";

/** <saved-comments>: offers the comments one keeps to use again while "/…" is typed. */
customElements.define(
  "saved-comments",
  class extends TypedOffers {
    where = "saved/";

    /** @param {string} text @param {number} caret */
    askedFor(text, caret) {
      return askedFor(text, caret);
    }

    /** @param {import("./typed-offers.js").Offer[]} offers @param {string} typed */
    matching(offers, typed) {
      return matching(offers, typed);
    }

    /** @param {string} text @param {number} caret @param {import("./typed-offers.js").Asked} asked @param {import("./typed-offers.js").Offer} offer */
    completed(text, caret, asked, offer) {
      return completed(text, caret, asked, offer);
    }
  },
);
