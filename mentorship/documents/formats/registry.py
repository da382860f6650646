"""Every format that becomes a reading copy, one row each; what is known of a format stands here.

What sniffs and prepares reads these rows, and so does what is said about formats: the field that
takes files, its help, refusals. To add one, write its module and its row.

The web process reads the rows and loads no converter for them, so a row names its module.
"""

from dataclasses import dataclass

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
WRITER = "application/vnd.oasis.opendocument.text"


def gettext_noop(sentence: str) -> str:
    """`sentence` itself, found by whoever translates; Django's own would bring Django."""
    return sentence


@dataclass(frozen=True, slots=True)
class Format:
    """A format. Without magic and media types it is a text.

    name         as rows of versions hold it: at most eight letters
    endings      of file names, the usual one first
    module       in this room: a `Reader`, or an `OfficeReader`; empty for what is shown as it is
    magic        how its bytes begin
    media_types  what an office package declares itself to be, one of these
    libreoffice  LibreOffice's filter for it, where it has a layout worth keeping. Given by us, never
                 guessed from the bytes: LibreOffice takes HTML under any name, and fetches.
    called       what people call it, to be translated; empty when that is its name in capitals
    """

    name: str
    endings: tuple[str, ...]
    module: str = ""
    magic: bytes = b""
    media_types: tuple[str, ...] = ()
    libreoffice: str = ""
    called: str = ""

    @property
    def is_text(self) -> bool:
        """Whether any text under its name is of this format."""
        return not (self.magic or self.media_types)


# In the order people read them.
FORMATS = (
    Format("pdf", ("pdf",), magic=b"%PDF-"),
    Format(
        "docx",
        ("docx", "dotx"),
        module="docx",
        media_types=(WORD + "document.main+xml", WORD + "template.main+xml"),
        libreoffice="MS Word 2007 XML",
    ),
    Format(
        "odt",
        ("odt", "ott"),
        module="odt",
        media_types=(WRITER, WRITER + "-template"),
        libreoffice="writer8",
    ),
    Format("rtf", ("rtf",), module="rtf", magic=b"{\\rtf", libreoffice="Rich Text Format"),
    Format("txt", ("txt", "text"), module="plain", called=gettext_noop("plain text")),
    Format("md", ("md", "markdown"), module="markdown", called=gettext_noop("text with Markdown")),
)
BY_NAME = {format_.name: format_ for format_ in FORMATS}
BY_ENDING = {ending: format_ for format_ in FORMATS for ending in format_.endings}
