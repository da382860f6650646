"""What the name of a file says about the document in it. `static/js/forms/file-names.js` says the same."""

import re
import unicodedata
from pathlib import PurePath

from mentorship.documents.lengths import MAX_TITLE

LETTER = re.compile(r"letter|anschreiben|motivation|lettre|carta", re.IGNORECASE)
CV = re.compile(r"\bcv\b", re.IGNORECASE)
RESUME = re.compile(r"r[eé]sum[eé]|\bcv\b|lebenslauf", re.IGNORECASE)


def title_of(filename: str) -> str:
    """A title made of the name: no ending, words apart; "Ada_Lovelace_CV.pdf" is "Ada Lovelace CV".

    Hyphens stay where blanks or underscores already part the words: "Jean-Luc CV.pdf". A Mac writes
    an accent beside its letter; here they are one.
    """
    composed = unicodedata.normalize("NFC", filename)
    stem = PurePath(composed.replace("\\", "/")).stem.replace("_", " ")
    words = stem if " " in stem.strip() else stem.replace("-", " ")
    title = CV.sub("CV", " ".join(words.split()))[:MAX_TITLE].strip()
    return title[:1].upper() + title[1:]


def kind_of(filename: str) -> str:
    """The kind the name speaks of, "resume" or "cover_letter"; "resume" when it speaks of none."""
    words = title_of(filename)
    is_letter = LETTER.search(words) and not RESUME.search(words)
    return "cover_letter" if is_letter else "resume"
