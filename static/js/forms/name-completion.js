import { askedFor, completed, matching } from "./mention-names.js";
import { TypedOffers } from "./typed-offers.js";

/** <name-completion>: offers the people one may name while "@…" is typed. */
customElements.define(
  "name-completion",
  class extends TypedOffers {
    where = "people/";

    /** @param {string} text @param {number} caret */
    askedFor(text, caret) {
      return askedFor(text, caret);
    }

    /** @param {import("./typed-offers.js").Offer[]} offers @param {string} typed */
    matching(offers, typed) {
      const meant = matching(offers.map(({ title }) => title), typed);
      return offers.filter(({ title }) => meant.includes(title));
    }

    /** @param {string} text @param {number} caret @param {import("./typed-offers.js").Asked} asked @param {import("./typed-offers.js").Offer} offer */
    completed(text, caret, asked, offer) {
      return completed(text, caret, asked, offer.text);
    }
  },
);
