"""Pieces of what software reads, and what is marked of them afterwards."""

from collections.abc import Sequence
from dataclasses import replace

from mentorship.documents.formats.manuscript import Piece
from mentorship.documents.formats.simple.kinds import PICTURE


def picture() -> Piece:
    """What stands for a page that software sees as a picture."""
    return Piece(opens=True, marks=PICTURE)


def marked(
    pieces: Sequence[Piece], spans: Sequence[tuple[int, int]], mark: str
) -> tuple[Piece, ...]:
    """`pieces`, those that share words with any of `spans` with this mark besides."""
    return tuple(
        replace(piece, marks=piece.marks + mark)
        if mark not in piece.marks
        and any(start < piece.end and piece.start < end for start, end in spans)
        else piece
        for piece in pieces
    )
