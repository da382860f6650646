"""Pandoc's block elements as blocks for the typesetter: only what text is, nothing that runs."""

import itertools
import unicodedata
from collections.abc import Callable
from typing import Any

from mentorship.documents.formats.runs import (
    Node,
    Run,
    RunWriter,
    line_break,
    text_run,
    visible_html,
)

DEEPEST = 6  # of lists, quotations and tables in each other; below it only their words are kept
NUMBERINGS = {"LowerAlpha": "a", "UpperAlpha": "A", "LowerRoman": "i", "UpperRoman": "I"}
DELIMITERS = {"OneParen": "{})", "TwoParens": "({})"}
ICON = 40.0  # points; a picture no wider stands in the line
TITLES = {"Title", "Name"}  # Word's paragraph styles of the line on top
FRONT = ("title", "subtitle", "author", "date", "abstract")
RIGHT_TO_LEFT = {"R", "AL"}
WITH_DIRECTION = RIGHT_TO_LEFT | {"L"}

Block = dict[str, Any]  # JSON for the template, as described in typeset.py


def paragraph(runs: list[Run], *, size: float = 1.0) -> Block:
    """A paragraph of `runs`, in the direction of its first letter that has one."""
    return {"k": "p", "runs": runs, "rtl": _is_right_to_left(runs), "size": size}


def paragraphs(runs: list[Run]) -> list[Block]:
    """`runs` as a paragraph; a picture larger than an icon stands on its own."""
    made: list[Block] = []
    for is_large, group in itertools.groupby(runs, key=_is_large_picture):
        if is_large:
            made += [{"k": "picture", **run} for run in group]
        else:
            made.append(paragraph(list(group)))
    return made


def heading(level: int, runs: list[Run]) -> Block:
    """A heading; level 0 is the title, above all others."""
    return {"k": "h", "level": level, "runs": runs, "rtl": _is_right_to_left(runs)}


def words_only(blocks: list[Block]) -> list[Block]:
    """Every paragraph and heading of `blocks`, out of their lists and tables, without pictures."""
    kept: list[Block] = []
    for block in blocks:
        if "runs" in block:
            kept.append(paragraph([run for run in block["runs"] if "t" in run]))
        for inner in [*block.get("items", []), block.get("blocks", [])]:
            kept += words_only(inner)
        for cell in block.get("cells", []):
            kept += words_only(cell["blocks"])
    return kept


class BlockWriter:
    """Turns pandoc's document into blocks, keeping count of how deep it is."""

    def __init__(self, inlines: RunWriter) -> None:
        self.runs = inlines.runs
        inlines.note = self.note
        self.depth = 0
        self.by_kind: dict[str, Callable[[Any], list[Block]]] = {
            "Plain": lambda content: paragraphs(self.runs(content)),
            "Para": lambda content: paragraphs(self.runs(content)),
            "LineBlock": lambda content: [paragraph(_lines(map(self.runs, content)))],
            "CodeBlock": lambda content: [paragraph(code_lines(content[1].split("\n")))],
            "RawBlock": lambda content: [paragraph(visible_html(content))],
            "BlockQuote": self.inset,
            "OrderedList": self.ordered,
            "BulletList": lambda content: self.listed("list", content),
            "DefinitionList": self.definitions,
            "Header": lambda content: [heading(content[0], self.runs(content[2]))],
            "HorizontalRule": lambda _: [{"k": "rule"}],
            "Table": self.table,
            "Figure": lambda content: [*self.blocks(content[2]), *self.blocks(content[1][1])],
            "Div": self.div,
        }

    def document(self, tree: Node) -> list[Block]:
        """The whole document: what Word calls its title first, then the rest in order."""
        meta = tree.get("meta", {})
        front = [block for name in FRONT if name in meta for block in self.front(meta[name])]
        made = [*front, *self.blocks(tree["blocks"])]
        if sum(block["k"] == "h" and block["level"] == 1 for block in made) > 1:
            _lower(made)
        return made

    def front(self, value: Node) -> list[Block]:
        """A field of the front matter: a Word title comes here instead of the body."""
        match value["t"]:
            case "MetaList":
                return [block for part in value["c"] for block in self.front(part)]
            case "MetaBlocks":
                return self.blocks(value["c"])
            case "MetaInlines":
                return [heading(0, self.runs(value["c"]))]
        return []

    def blocks(self, nodes: list[Node]) -> list[Block]:
        """`nodes` as blocks, without the empty ones; a kind we do not know says nothing."""
        turns = ((self.by_kind.get(node["t"]), node.get("c")) for node in nodes)
        made = [block for turn, content in turns if turn for block in turn(content)]
        return [block for block in made if "runs" not in block or block["runs"]]

    def within(self, nodes: list[Node]) -> list[Block]:
        """The blocks of something that holds others."""
        self.depth += 1
        try:
            return self.blocks(nodes)
        finally:
            self.depth -= 1

    def note(self, nodes: list[Node]) -> list[Run]:
        """A footnote as one paragraph."""
        return _lines(block["runs"] for block in words_only(self.blocks(nodes)))

    def div(self, content: list[Any]) -> list[Block]:
        """What a Word paragraph style or a division holds."""
        (_, _, attributes), nodes = content
        inner = self.blocks(nodes)
        level = _rank(dict(attributes).get("custom-style", ""))
        if level is None:
            return inner
        return [heading(level, block["runs"]) if block["k"] == "p" else block for block in inner]

    def inset(self, nodes: list[Node]) -> list[Block]:
        """A quotation, or the meaning of a term."""
        inner = self.within(nodes)
        return inner if self.depth >= DEEPEST else [{"k": "inset", "blocks": inner}]

    def listed(self, kind: str, items: list[list[Node]], **more: Any) -> list[Block]:
        """A list of either kind."""
        made = [self.within(item) for item in items]
        if self.depth >= DEEPEST:
            return [block for item in made for block in item]
        return [{"k": kind, "items": made, **more}]

    def ordered(self, content: list[Any]) -> list[Block]:
        """A numbered list with its own kind of numbers."""
        (start, style, delimiter), items = content
        pattern = DELIMITERS.get(delimiter["t"], "{}.").format(NUMBERINGS.get(style["t"], "1"))
        return self.listed("enum", items, start=max(start, 0), numbering=pattern)

    def definitions(self, entries: list[Any]) -> list[Block]:
        """Terms in bold, each above its meanings."""
        made: list[Block] = []
        for term, meanings in entries:
            made.append(paragraph(self.runs(term, "b")))
            made += [block for meaning in meanings for block in self.inset(meaning)]
        return made

    def table(self, content: list[Any]) -> list[Block]:
        """A table, its caption before it; too deep in others, only its words."""
        _, (_, caption), columns, (_, head), bodies, (_, foot) = content
        rows = [*head, *(row for _, _, first, rest in bodies for row in [*first, *rest]), *foot]
        cells = [self.cell(cell) for _, row in rows for cell in row]
        said = self.blocks(caption)
        if self.depth >= DEEPEST or not columns:
            return [*said, *(block for cell in cells for block in cell["blocks"])]
        shares = [max(width.get("c", 0.0), 0.0) for _, width in columns]
        return [*said, {"k": "table", "columns": shares, "cells": cells}]

    def cell(self, content: list[Any]) -> Block:
        """One cell with how many columns and rows it fills."""
        _, _, down, across, nodes = content
        return {"across": max(across, 1), "down": max(down, 1), "blocks": self.within(nodes)}


def code_lines(lines: list[str]) -> list[Run]:
    """`lines` as they stand: one kind of letter width, no space lost."""
    return _lines([text_run(keep_spaces(line), "m")] for line in lines)


def keep_spaces(line: str) -> str:
    """`line` with leading and repeated spaces that no typesetter takes away."""
    stripped = line.lstrip(" ")
    return "\u00a0" * (len(line) - len(stripped)) + stripped.replace("  ", "\u00a0 ")


def _rank(style: str) -> int | None:
    """The level of heading that a Word paragraph style means, by its name."""
    if style in TITLES:
        return 0
    return 2 if "heading" in style.lower() else None


def _is_large_picture(run: Run) -> bool:
    return bool(run.get("width", 0) > ICON)


def _lines(lines: Any) -> list[Run]:
    return [run for line in lines for run in (line_break(), *line)][1:]


def _lower(blocks: list[Block]) -> None:
    """Make the headings of a document that has several of the first rank one rank lower."""
    for block in blocks:
        if block["k"] == "h" and block["level"]:
            block["level"] += 1


def _is_right_to_left(runs: list[Run]) -> bool:
    directions = (unicodedata.bidirectional(char) for run in runs for char in run.get("t", ""))
    return next((way for way in directions if way in WITH_DIRECTION), "L") in RIGHT_TO_LEFT
