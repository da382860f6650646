"""Which lines of running headers and footers are worth keeping once they stand in the text."""

from collections.abc import Callable
from xml.etree.ElementTree import Element


def unique_with_words(
    elements: list[Element],
    *,
    words: Callable[[Element], str],
    has_page_number: Callable[[Element], bool],
) -> list[Element]:
    """`elements` that say something, each text once, without "Page 1 of 2".

    A line with a page number is kept when two longer words stand beside it: a name, an address.
    """
    seen: set[str] = set()
    kept: list[Element] = []
    for element in elements:
        said = " ".join(words(element).split())
        longer = [word for word in said.split() if len(word) > 2 and not word.isdigit()]
        is_only_number = has_page_number(element) and len(longer) < 2
        if said and said not in seen and not is_only_number:
            kept.append(element)
        seen.add(said)
    return kept
