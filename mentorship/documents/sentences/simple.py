"""What is said of each thing that was found in the way of software that reads a file."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from mentorship.documents.formats.simple import kinds


@dataclass(frozen=True, slots=True)
class Told:
    """One kind of finding, in words.

    mark     the letter of its kind
    title    what it is
    means    what that means, in one sentence
    mending  of each program how it is mended there
    """

    mark: str
    title: str
    means: str
    mending: tuple[tuple[str, str], ...]


def told(mark: str) -> Told:
    """What is said of findings of this kind."""
    title, means, mending = SENTENCES[mark]()
    names = (_("Word"), _("Google Docs"), _("LaTeX"), _("Canva"))
    return Told(mark, title, means, tuple(zip(names, mending, strict=True)))


def brief(mark: str) -> str:
    """Its name where it stands."""
    return BRIEF[mark]()


BRIEF: dict[str, Callable[[], str]] = {
    kinds.PICTURE: lambda: _("a picture"),
    kinds.COLUMNS: lambda: _("columns mixed"),
    kinds.TABLE: lambda: _("a table read across"),
    kinds.DATE: lambda: _("a date on its own"),
    kinds.RUNNING: lambda: _("in the header or footer only"),
    kinds.BOX: lambda: _("in a text box"),
    kinds.SPACED: lambda: _("letters spaced out"),
    kinds.ICON: lambda: _("an icon"),
    kinds.UNMAPPED: lambda: _("letters lost"),
    kinds.UNSEEN: lambda: _("seen by nobody"),
}

Sentences = tuple[str, str, tuple[str, str, str, str]]


def _picture() -> Sentences:
    return (
        _("Words that are a picture"),
        _("Whatever this page says, it is drawn or scanned, and software gets no word of it."),
        (
            _(
                "Type the text, or insert it as text and not as a picture; then save as PDF, and do not print and scan."
            ),
            _(
                "Open the picture with Google Docs, which reads its words; correct them and download as PDF."
            ),
            _(
                "Set the text itself instead of including an image of it, and do not turn it into outlines."
            ),
            _("Download as “PDF Standard” with “Flatten PDF” switched off."),
        ),
    )


def _columns() -> Sentences:
    return (
        _("Columns read across"),
        _(
            "This file holds its columns line by line in turn, so software reads across from one into the other and the sentences fall apart."
        ),
        (
            _(
                "Set the columns with Layout › Columns or a table of one row, never with tabs or spaces."
            ),
            _(
                "Use Format › Columns, or a table with one row; no tabs or spaces between the columns."
            ),
            _(
                "Use paracol, multicol or one minipage for each column, and no tabular with a row for each line."
            ),
            _("Put each column into one text box of its own, instead of a box for each line."),
        ),
    )


def _table() -> Sentences:
    return (
        _("A table read across"),
        _(
            "Software reads these rows from side to side and loses the columns, so each row must make sense when it is read as one line."
        ),
        (
            _(
                "Write each row as a line of its own, such as “Python, expert, 6 years”, or use Table › Convert to Text."
            ),
            _(
                "Write each row as a line of its own, such as “Python, expert, 6 years”, and delete the table."
            ),
            _("Write itemize entries such as “Python, expert, 6 years” instead of a tabular."),
            _("Type the rows as lines of one text box instead of a table."),
        ),
    )


def _dates() -> Sentences:
    return (
        _("Dates without a place"),
        _(
            "These dates come far from what they belong to, so software can’t tell when you did what."
        ),
        (
            _(
                "Put each date on the line of its role, after a right-aligned tab, and not into a text box or column of its own."
            ),
            _(
                "Put each date on the line of its role, after a right-aligned tab on the ruler, and not into another column."
            ),
            _(
                "Write the date in the line of its role, after \\hfill, and not in a \\marginpar or a column set later."
            ),
            _("Type each date into the same text box as its role."),
        ),
    )


def _running() -> Sentences:
    return (
        _("Contact details only in the header or footer"),
        _("Much software leaves out headers and footers, and then nobody can reach you."),
        (
            _("Copy them to the first lines of the page itself, below your name."),
            _("Copy them to the first lines of the page itself, below your name."),
            _("Set them in the text and not with fancyhdr."),
            _("Nothing to do there: Canva has no headers."),
        ),
    )


def _box() -> Sentences:
    return (
        _("Words in a text box"),
        _("Much software passes over text boxes, or puts their words at the very end."),
        (
            _(
                "Cut the words out of the box, paste them into the page, and delete the box; use Layout › Columns for a sidebar."
            ),
            _("Type the words into the page instead of a drawing."),
            _("Set the words in the text and not in a textpos or tikz box."),
            _(
                "Everything there is a text box: download as PDF, and upload that instead of the Word file."
            ),
        ),
    )


def _spaced() -> Sentences:
    return (
        _("Letters spaced out"),
        _("Some software takes each letter for a word of its own, so it finds no heading here."),
        (
            _(
                "Delete the spaces, and widen the letters with Font › Advanced › Spacing, or not at all."
            ),
            _("Delete the spaces between the letters; bold or capitals set a heading off as well."),
            _("Leave out \\so, \\textls or a LetterSpace so wide, or make it less than 0.1 em."),
            _("Select the heading and set “Letter spacing” to 50 or less."),
        ),
    )


def _icons() -> Sentences:
    return (
        _("Icons that are letters of a special font"),
        _(
            "Software gets a sign without meaning for each, which does no harm beside a number or an address; where only the icon says what follows, write the word as well."
        ),
        (
            _(
                "Write “Phone” or “Email”, or insert the icon with Insert › Icons, which makes a picture of it."
            ),
            _("Write “Phone” or “Email”, or insert the icon as a picture."),
            _(
                "Write the word, or give the icon one with accsupp: \\BeginAccSupp{ActualText=Phone}."
            ),
            _("Write “Phone” or “Email”; icons from Elements are pictures and say nothing either."),
        ),
    )


def _unmapped() -> Sentences:
    return (
        _("Letters that are lost"),
        _(
            "The font in this file does not say which letters these are, so software gets a sign without meaning for each."
        ),
        (
            _(
                "Choose another font, such as Calibri, and use Save as PDF instead of printing to a file."
            ),
            _("Choose another font, and use File › Download › PDF."),
            _("Load cmap and fontenc with T1 and a font such as lmodern, or use LuaLaTeX."),
            _("Choose another font, and download as “PDF Standard”."),
        ),
    )


def _unseen() -> Sentences:
    return (
        _("Words nobody sees"),
        _(
            "Software reads these words and people don’t, which looks like a trick to whoever notices."
        ),
        (
            _(
                "Select everything, set the font colour to black, look under pictures as well, and delete what you find."
            ),
            _(
                "Select everything, set the text colour to black, look under pictures as well, and delete what you find."
            ),
            _("Look for \\textcolor{white}, and for text set beyond the edge of the page."),
            _(
                "Move pictures and shapes aside, and delete the text that lies under them or off the page."
            ),
        ),
    )


SENTENCES: dict[str, Callable[[], Sentences]] = {
    kinds.PICTURE: _picture,
    kinds.COLUMNS: _columns,
    kinds.TABLE: _table,
    kinds.DATE: _dates,
    kinds.RUNNING: _running,
    kinds.BOX: _box,
    kinds.SPACED: _spaced,
    kinds.ICON: _icons,
    kinds.UNMAPPED: _unmapped,
    kinds.UNSEEN: _unseen,
}
