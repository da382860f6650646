"""Pandoc's inline elements as runs: pieces of text in one style, line breaks, notes, pictures."""

from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

from mentorship.documents.formats.pictures import Pictures

STYLES = {
    "Emph": "i",
    "Underline": "u",
    "Strong": "b",
    "Strikeout": "x",
    "Superscript": "^",
    "Subscript": "_",
    "SmallCaps": "c",
}
QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}
# Word keeps its bullets in the private area of Symbol and Wingdings.
BULLETS = str.maketrans({"\uf0b7": "•", "\uf0a7": "▪", "\uf0fc": "✓", "\uf0d8": "➢", "\uf02d": "–"})
BREAK = "\n"

Node = dict[str, Any]  # pandoc's JSON: {"t": kind, "c": contents}
Run = dict[str, Any]  # JSON for the template, as described in typeset.py


def text_run(text: str, style: str = "") -> Run:
    """`text` in `style`: any of the letters b i u x c m ^ _ together."""
    return {"t": text.translate(BULLETS), "s": style}


def line_break() -> Run:
    """The end of a line within a paragraph."""
    return {"t": BREAK, "s": ""}


class RunWriter:
    """Turns pandoc's inline elements into runs. Links become their words, math its source."""

    def __init__(self, pictures: Pictures, *, alt_texts: bool) -> None:
        self.pictures = pictures
        self.alt_texts = alt_texts
        # A note holds blocks, which only the writer of blocks knows; it puts its function here.
        self.note: Callable[[list[Node]], list[Run]] = lambda _: []
        self.by_kind: dict[str, Callable[[Any, str], list[Run]]] = {
            "Str": lambda content, style: [text_run(content, style)],
            "Space": lambda _, style: [text_run(" ", style)],
            "SoftBreak": lambda _, style: [text_run(" ", style)],
            "LineBreak": lambda _, style: [line_break()],
            "Quoted": self.quoted,
            "Cite": lambda content, style: self.runs(content[1], style),
            "Span": lambda content, style: self.runs(content[1], style),
            "Link": lambda content, style: self.runs(content[1], style),
            "Code": lambda content, style: [text_run(content[1], style + "m")],
            "Math": lambda content, style: [text_run(content[1], style)],
            "RawInline": visible_html,
            "Note": lambda content, _: [{"note": self.note(content)}],
            "Image": self.image,
        }

    def runs(self, inlines: list[Node], style: str = "") -> list[Run]:
        """`inlines` as runs; neighbours of one style become one."""
        merged: list[Run] = []
        for run in (run for node in inlines for run in self.inline(node, style)):
            if merged and _alike(merged[-1], run):
                merged[-1]["t"] += run["t"]
            else:
                merged.append(run)
        return merged

    def inline(self, node: Node, style: str) -> list[Run]:
        """One element; a kind we do not know says nothing."""
        kind, content = node["t"], node.get("c")
        if kind in STYLES:
            return self.runs(content or [], "".join(sorted({*style, STYLES[kind]})))
        turn = self.by_kind.get(kind)
        return turn(content, style) if turn else []

    def quoted(self, content: list[Any], style: str) -> list[Run]:
        """Words between the marks that suit them."""
        left, right = QUOTES.get(content[0]["t"], QUOTES["DoubleQuote"])
        return [text_run(left, style), *self.runs(content[1], style), text_run(right, style)]

    def image(self, content: list[Any], style: str) -> list[Run]:
        """A picture out of the document itself, else perhaps its words."""
        (_, _, attributes), alt, (target, _) = content
        picture = self.pictures.run(target, dict(attributes))
        if picture:
            return [picture]
        return self.runs(alt, style) if self.alt_texts else []


def visible_html(content: list[str], style: str = "") -> list[Run]:
    """The words between the tags of a raw piece of HTML; of other raw formats nothing."""
    language, source = content
    if language != "html":
        return []
    reader = _VisibleText()
    reader.feed(source)
    reader.close()
    lines = "".join(reader.pieces).split("\n")
    kept = [line for line in (" ".join(line.split()) for line in lines) if line]
    runs = [run for line in kept for run in (line_break(), text_run(line, style))][1:]
    return runs or ([line_break()] if reader.broke else [])


class _VisibleText(HTMLParser):
    SILENT = {"script", "style", "title", "template"}
    LINES = {"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"}

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.silent: str | None = None
        self.broke = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.SILENT:
            self.silent = tag
        elif tag in self.LINES:
            self.pieces.append("\n")
            self.broke = self.broke or tag == "br"

    def handle_endtag(self, tag: str) -> None:
        if tag == self.silent:
            self.silent = None
        elif tag in self.LINES:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(data)


def _alike(last: Run, run: Run) -> bool:
    if "t" not in last or "t" not in run or BREAK in {last["t"], run["t"]}:
        return False
    return bool(last["s"] == run["s"])
