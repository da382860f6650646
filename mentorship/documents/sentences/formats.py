"""What people call formats, one and several."""

from django.utils.functional import lazy
from django.utils.translation import gettext as _

from mentorship.documents.formats.registry import BY_NAME, FORMATS
from mentorship.toolbox.words.phrases import listed, one_of


def format_name(name: str) -> str:
    """How people call a format: "PDF", "plain text"."""
    called = BY_NAME[name].called if name in BY_NAME else ""
    return _(called) if called else name.upper()


def others_than_pdf() -> str:
    """What can be read here besides PDF: "DOCX, ODT and RTF"."""
    return listed(row.name.upper() for row in FORMATS if row.module)


def _any_format() -> str:
    return one_of(row.name.upper() for row in FORMATS)


def _files() -> str:
    return _("%(formats)s, up to 10 MB and 20 pages each.") % {"formats": _any_format()}


def _file() -> str:
    return _("%(formats)s, up to 10 MB and 20 pages.") % {"formats": _any_format()}


# Said beside the fields that take files, in the language of whoever reads the form.
WHICH_FILES = lazy(_files, str)()
WHICH_FILE = lazy(_file, str)()
