"""What of the machine a process sees that prepares a document: the converters, and no more."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

# What converters need to run: programs, libraries, fonts; no home, no data, no settings of ours, and
# none of the folders in which services are put: /opt, /srv, /usr/local.
SYSTEM = (
    "/usr/bin",
    "/usr/lib",
    "/usr/lib64",
    "/usr/libexec",
    "/usr/share/fontconfig",
    "/usr/share/fonts",
    "/usr/share/liblangtag",
    "/usr/share/libreoffice",
    "/usr/share/zoneinfo",
    "/lib",
    "/lib64",
    "/bin",
    "/etc/fonts",
    "/etc/ld.so.cache",
    "/etc/libreoffice",
    "/var/spool/libreoffice",
    "/etc/nsswitch.conf",
    "/etc/passwd",  # LibreOffice will not run for a user it cannot look up
)
DEVICES = ("/dev/null", "/dev/urandom", "/dev/random", "/dev/zero")


def readable(soffice: str | None, hidden: Iterable[str]) -> list[Path]:
    """What a conversion needs to be read: nothing that holds one of `hidden`.

    soffice  LibreOffice's program, where it is used
    hidden   the project's folder, and where its state is
    """
    places = [*SYSTEM, *sys.path[1:]]  # the first place of Python is the project's folder
    if soffice:
        program = Path(soffice).resolve().parent
        places += [str(program), str(program.parent / "share"), str(program.parent / "presets")]
    resolved = [Path(place).resolve() for place in hidden]
    shown = [part for place in places for part in around(Path(place), resolved)]
    return [*shown, Path(__file__).parent]


def around(place: Path, hidden: Sequence[Path]) -> list[Path]:
    """The place; or, when one of `hidden` is in it, all that is beside that one on the way there.

    Of places within a hidden one only those stay that were named themselves.
    """
    real = place.resolve()
    if not any(one.is_relative_to(real) for one in hidden):
        return [place]
    if real in hidden or not real.is_dir():
        return []
    return [part for child in sorted(real.iterdir()) for part in around(child, hidden)]
