"""Ask pandoc what a file says. It runs sandboxed: it opens its input and nothing else."""

import json
import signal
import subprocess
from pathlib import Path

import pypandoc

from mentorship.documents.formats.blocks import Block, BlockWriter
from mentorship.documents.formats.confine import Killed, die_with_parent
from mentorship.documents.formats.manuscript import Unreadable
from mentorship.documents.formats.pictures import Pictures
from mentorship.documents.formats.runs import RunWriter

MEDIA = "media"
HEAP_EXHAUSTED = 251  # GHC's exit code when -M is reached
OUT_OF_LIMITS = {HEAP_EXHAUSTED, -signal.SIGXCPU, -signal.SIGXFSZ}


def blocks_of(source: Path, reader: str, folder: Path, *, alt_texts: bool = False) -> list[Block]:
    """What `source` says, read by pandoc's `reader` ("docx+styles", …); its images go to `folder`.

    alt_texts  whether the words that stand for an image are shown where it cannot be.
    Raises     Unreadable: "damaged", or "too-complex" when pandoc reached a limit. Killed when
               something else ended it: that says nothing about the file.
    """
    document = json.loads(_run(source, reader, folder))
    pictures = Pictures(folder / MEDIA, folder)
    if not reader.startswith("docx"):  # elsewhere it is a title nobody sees on the page
        document["meta"] = {}
    return BlockWriter(RunWriter(pictures, alt_texts=alt_texts)).document(document)


def _run(source: Path, reader: str, folder: Path) -> bytes:
    finished = subprocess.run(  # noqa: S603 - fixed program and options, our own file names
        [
            pypandoc.get_pandoc_path(),
            "--sandbox",
            f"--from={reader}",
            "--to=json",
            f"--extract-media={MEDIA}",
            str(source.resolve()),
            "+RTS",
            "-M256m",
            "-RTS",
        ],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        preexec_fn=die_with_parent,
    )
    if finished.returncode in OUT_OF_LIMITS:
        raise Unreadable("too-complex")
    if finished.returncode < 0:
        raise Killed
    if finished.returncode:
        raise Unreadable("damaged")
    return finished.stdout
