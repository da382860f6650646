"""Why a file has no reading copy, as a sentence that says what to do."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentorship.documents.formats.manuscript import Unreadable
from mentorship.documents.formats.registry import BY_NAME
from mentorship.documents.models import Version
from mentorship.documents.sentences.formats import format_name, others_than_pdf
from mentorship.toolbox.refused import Refused

Facts = Mapping[str, Any]  # from a JSON column: texts and numbers


def _empty(facts: Facts) -> str:
    return _("This file is empty. Save the document again and upload the new file.")


def _too_large(facts: Facts) -> str:
    return _(
        "This file is larger than %(limit)s. Save it with smaller pictures, then upload it again."
    ) % {"limit": filesizeformat(facts.get("limit", 0))}


def _unknown_format(facts: Facts) -> str:
    return _(
        "Files ending in “.%(extension)s” cannot be read here. Save the document as PDF and upload "
        "that. %(formats)s work too."
    ) % {"extension": facts.get("extension", ""), "formats": others_than_pdf()}


def _mismatch(facts: Facts) -> str:
    return _(
        "This file is named “.%(extension)s”, but its content is %(content)s. Open it in the program "
        "you wrote it with, save it as PDF, and upload that."
    ) % {
        "extension": facts.get("extension", ""),
        "content": content_name(str(facts.get("content", ""))),
    }


def _damaged(facts: Facts) -> str:
    return _(
        "This file is damaged and cannot be opened. Save or export the document again and upload "
        "the new file."
    )


def _unknown_letters(facts: Facts) -> str:
    return _(
        "We can’t tell the letters of this file: it doesn’t say how they are encoded. Open it in the "
        "program you wrote it with, save it as UTF-8, and upload that."
    )


def _password(facts: Facts) -> str:
    return _("This file asks for a password. Save a copy without one and upload that.")


def _acrobat_form(facts: Facts) -> str:
    return _(
        "This is a form that only Adobe Acrobat can show. Open it there, print it to a PDF, and "
        "upload that."
    )


def _too_many_pages(facts: Facts) -> str:
    limit = int(facts.get("limit", 0))
    return ngettext(
        "This document has more than %(limit)s page. Upload only the pages you want read.",
        "This document has more than %(limit)s pages. Upload only the pages you want read.",
        limit,
    ) % {"limit": limit}


def _page_size(facts: Facts) -> str:
    return _(
        "A page of this document has no usable size. Set it to A4 or Letter, save it as PDF, and "
        "upload that."
    )


def _too_complex(facts: Facts) -> str:
    return _(
        "This document takes too much time or memory to open. Save it as a simple PDF and upload "
        "that."
    )


def _old_word(facts: Facts) -> str:
    return _(
        "This is an old Word document, or one behind a password. Save it as DOCX or PDF without a "
        "password and upload that."
    )


def _no_converter(facts: Facts) -> str:
    return _("This document could not be laid out here. Save it as PDF and upload that.")


SENTENCES: dict[str, Callable[[Facts], str]] = {
    "empty": _empty,
    "too-large": _too_large,
    "unknown-format": _unknown_format,
    "mismatch": _mismatch,
    "damaged": _damaged,
    "unknown-letters": _unknown_letters,
    "password": _password,
    "acrobat-form": _acrobat_form,
    "too-many-pages": _too_many_pages,
    "page-size": _page_size,
    "too-complex": _too_complex,
    "old-word": _old_word,
    "no-converter": _no_converter,
}


def content_name(content: str) -> str:
    """What a person calls the content a file turned out to have."""
    names = {
        "html": _("a web page"),
        "text": _("plain text"),
        "letters": _("plain text"),
        "zip": _("an archive"),
        "png": _("a picture"),
        "jpeg": _("a picture"),
        "gif": _("a picture"),
        "binary": _("of no kind known here"),
        "docm": "DOCM",
    }
    known = format_name(content) if content in BY_NAME else content
    return names.get(content, known)


def sentence(version: Version) -> str:
    """Why this version was refused, in the reader's language."""
    return sentence_for(version.refusal)


def kept_until(version: Version) -> datetime | None:
    """When the file of this refused version is deleted; None once it is."""
    if not version.refused_at or not version.original:
        return None
    return version.refused_at + timedelta(days=settings.KEEP_REFUSED_DAYS)


def sentence_for(refusal: Mapping[str, Any]) -> str:
    """The sentence of a stored refusal: {"code": …, "facts": {…}}."""
    tell = SENTENCES.get(str(refusal.get("code")), _damaged)
    return tell(refusal.get("facts") or {})


def refused(unreadable: Unreadable) -> Refused:
    """The refusal of an upload whose file cannot be read."""
    told = sentence_for({"code": unreadable.code, "facts": unreadable.facts})
    return Refused(unreadable.code, told, field="file", status=422)
