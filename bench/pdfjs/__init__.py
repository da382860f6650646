"""The same file in PDF.js, to compare with.

Mozilla's own application, as somebody has built it from that release's sources; a viewer of all the
components of today's release; and the least there is.
"""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench import FOLDER
from mentorship.supervisor.__main__ import answers
from mentorship.supervisor.plan import web
from tests.infrastructure import node
from tests.infrastructure.processes import free_port, running

HERE = Path(__file__).parent
PARTS = (
    "build/pdf.mjs",
    "build/pdf.worker.mjs",
    "build/pdf.min.mjs",
    "build/pdf.worker.min.mjs",
    "web/pdf_viewer.mjs",
    "web/pdf_viewer.css",
    "web/images",
)
# The application as a browser needs it for this file; of its languages it asks for one.
APPLICATION = (
    "build/pdf.js",
    "build/pdf.worker.js",
    "web/viewer.html",
    "web/viewer.css",
    "web/pdf.viewer.js",
    "web/images",
    "web/locale/locale.properties",
    "web/locale/en-US",
)


@contextlib.contextmanager
def site(document: Path) -> Iterator[str]:
    """Serve the pages with `document` on this machine: yields the address of their folder.

    By the web server the service runs on, each file compressed beforehand as its own are.
    """
    folder = FOLDER / "pdfjs"
    for name in PARTS:
        copy(node.packages() / "pdfjs-dist" / name, folder)
    built = node.packages() / "pdfjs-dist-viewer-min" / "build" / "minified"
    for name in APPLICATION:
        copy(built / name, (folder / "application" / name).parent)
    for path in [*HERE.glob("*.html"), *HERE.glob("*.mjs"), *HERE.glob("*.css")]:
        copy(path, folder)
    shutil.copy(document, folder / "resume.pdf")
    subprocess.run([sys.executable, "-m", "whitenoise.compress", "--quiet", folder], check=True)
    port = free_port()
    command = [sys.executable, "-m", *web("127.0.0.1", port, "bench.pdfjs.site")]
    with running(
        command,
        FOLDER / "pdfjs.log",
        ready=lambda: answers(("127.0.0.1", port), b"GET / HTTP/1.0\r\n\r\n", b"HTTP/1."),
        env={**os.environ, "PDFJS_SITE": str(folder)},
    ):
        yield f"http://localhost:{port}"


def copy(source: Path, into: Path) -> None:
    """A file or a folder, into a folder that need not be there yet."""
    into.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, into / source.name)
    else:
        shutil.copy(source, into)
