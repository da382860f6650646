"""Serves the folder PDFJS_SITE as the service serves its own static files."""

import os
from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIEnvironment

from whitenoise import WhiteNoise


def missing(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
    """What is not in the folder is not there."""
    start("404 Not Found", [("Content-Type", "text/plain")])
    return [b"Not here."]


application = WhiteNoise(missing, root=os.environ["PDFJS_SITE"])
