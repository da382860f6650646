"""Text as people read it: composed, without control characters, one hyphen for a family of them."""

import re
import unicodedata

SOFT_HYPHEN = "\u00ad"
"""At the end of a line: the word goes on in the next one."""

_HYPHENS = re.compile("[-\u00ad\u2010\u2011]*[\u00ad\u2010\u2011][-\u00ad\u2010\u2011]*")
# Cc and Cs; joiners stay (Persian and Indic words need them), direction marks and fillers go.
_UNSEEN = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]"
)
# U+001C to U+001F are ligatures in old fonts and Python calls them spaces: never ask str.isspace().
SPACES = frozenset(
    "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)


def fold_word(text: str) -> str:
    """`text` in NFC, without unseen characters, each run of typographic hyphens as one "-".

    Word for Mac writes a single hyphen as "-", U+00AD, U+2010. Plain "--" stays as it is.
    """
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _HYPHENS.sub("-", _UNSEEN.sub("", text)))


def fold_signs(text: str) -> str:
    """`text` with the shapes that Arabic letters take within words, and with radicals, as what they show.

    Fonts that draw a radical and its ideograph alike give the code of either.
    """
    if not any("\ufb50" <= sign <= "\ufefc" or "\u2f00" <= sign <= "\u2fd5" for sign in text):
        return text
    return unicodedata.normalize("NFKC", text)


def is_ideograph(character: str) -> bool:
    """Whether `character` is written without spaces to its neighbours (Han, kana).

    Such text is taken apart character by character, as nothing shows where its words end.
    """
    return (
        "\u3041" <= character <= "\u30ff"
        or "\u3400" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
    )


def is_mark(character: str) -> bool:
    """Whether `character` is an accent or sign that joins the character before it."""
    return character > "\u02ff" and unicodedata.category(character)[0] == "M"


def is_right_to_left(text: str) -> bool:
    """Whether most letters of `text` that have a direction run from right to left."""
    if text.isascii():  # no letter of these does
        return False
    directions = [unicodedata.bidirectional(character) for character in text]
    return directions.count("R") + directions.count("AL") > directions.count("L")
