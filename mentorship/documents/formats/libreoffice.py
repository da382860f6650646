"""Office files as a PDF that keeps their layout, by LibreOffice, where it is installed.

One process per document, with a profile of its own that is thrown away: a document cannot reach
the next one, a hanging process takes nobody with it.
"""

import os
import signal
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

from mentorship.documents.formats.confine import Killed, die_with_parent
from mentorship.documents.formats.typeset import FONTS

RESTART = 81  # its exit code when a fresh profile wants a second start
# Measured with a loopback listener and LibreOffice 7.4: nothing is fetched, no file embedded.
PROFILE = {
    "Common/Security/Scripting": {
        "BlockUntrustedRefererLinks": "true",
        "DisableMacrosExecution": "true",
        "DisableActiveContent": "true",
        "MacroSecurityLevel": "3",
    },
    "Writer/Content/Update": {"Link": "2"},
}
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
# Its source's order is in it then: see `pdf/tagged`.
TAGGED = '{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
SETTING = (
    '<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
FONT_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>{fonts}</dir>
<cachedir>{cache}</cachedir>
</fontconfig>
"""


def convert(
    source: Path, infilter: str, folder: Path, soffice: str, *, seconds: float
) -> Path | None:
    """A PDF of `source`, made in `folder`; None when `soffice` has none.

    source    cleaned, and in `folder`: see `OfficeReader.cleaned`
    infilter  LibreOffice's name for its format

    Raises OSError or Killed when the program did not come to its own end.
    """
    command = _command(source, infilter, folder, soffice)
    for _ in range(2):
        status = _run(command, folder, seconds)
        if status != RESTART:
            break
    pdf = source.with_suffix(".pdf")
    return pdf if status == 0 and pdf.is_file() and pdf.stat().st_size else None


def _command(source: Path, infilter: str, folder: Path, soffice: str) -> list[str]:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    settings = profile / "user" / "registrymodifications.xcu"
    settings.write_text(_settings(), encoding="utf-8")
    # The wrapper starts the program as a grandchild that outlives it; we start it ourselves.
    program = Path(soffice).resolve().with_name("soffice.bin")
    return [
        str(program) if program.is_file() else soffice,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nologo",
        "--nolockcheck",
        "--nodefault",
        f"--infilter={infilter}",
        "--convert-to",
        f"pdf:writer_pdf_Export:{TAGGED}",
        "--outdir",
        str(folder),
        str(source),
    ]


def _settings() -> str:
    items = [
        SETTING.format(path=path, name=name, value=value)
        for path, properties in PROFILE.items()
        for name, value in properties.items()
    ]
    return SETTINGS.format(items="\n".join(items))


def _run(command: list[str], folder: Path, seconds: float) -> int:
    """The exit code, -1 when the time is over; nothing of the process is left afterwards.

    Raises OSError when the program cannot be started: it was there when the service was; Killed when
    somebody else ended it.
    """
    fonts = folder / "fonts.conf"
    places = {"fonts": escape(str(FONTS)), "cache": escape(str(folder / "font-cache"))}
    fonts.write_text(FONT_CONFIG.format(**places), encoding="utf-8")
    process = subprocess.Popen(  # noqa: S603 - the configured program, our own arguments
        command,
        cwd=folder,
        env={
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": str(folder),
            "TMPDIR": str(folder),
            "LANG": "C.UTF-8",
            "FONTCONFIG_FILE": str(fonts),
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        process_group=0,
        preexec_fn=die_with_parent,  # noqa: PLW1509 - one system call, in a process of one thread
    )
    try:
        status = process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return -1
    finally:
        _kill_group(process)
    if status == -signal.SIGKILL:
        raise Killed
    return status


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    finally:
        process.wait()
