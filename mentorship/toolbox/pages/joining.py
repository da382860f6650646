"""Several source files of `static/` as one text, so that a page fetches them in one round.

No build: what a browser is given is what stands in the files, without their comments. Modules go by
what they import; each becomes a function that is called once, and what it exports a constant:

    const $common_dates = (() => { …; return { said }; })();

Only the plain forms that we write are known: `import { a, b } from "./c.js"`, `import "./c.js"`, and
`export` before a function, class or const. Anything else is a ValueError, and the test that joins all.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

IMPORT = re.compile(
    r'^import (?:\{(?P<names>[^}]*)\} from )?"(?P<path>\.[^"]+)\.js";\n', re.MULTILINE
)
EXPORT = re.compile(
    r"^export (?=(?:async function|function|class|const) (?P<name>\w+))", re.MULTILINE
)
UNKNOWN = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
# Behind code only without quotes: a string that looks like a comment ends in one.
SCRIPT_COMMENT = re.compile(
    r"""/\*\*.*?\*/[ \t]*\n?|^[ \t]*/\*.*?\*/\n|^[ \t]*//[^\n]*\n|[ \t]+// [^\n"'`]*$""",
    re.MULTILINE | re.DOTALL,
)
STYLE_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def script(folder: Path, entries: Iterable[str]) -> str:
    """These modules and all that they import, to be put into a page: it imports nothing."""
    written = "".join(_written(folder, name) for name in in_order(folder, entries))
    return f'(() => {{\n"use strict";\n{written}}})();\n'


def module(
    folder: Path, entries: Iterable[str], *, after: str = "", given: Iterable[str] = ()
) -> str:
    """The same as a module. Of what it imports, `given` are taken from the joined file `after`."""
    known = list(in_order(folder, given))
    own = [name for name in in_order(folder, entries) if name not in known]
    taken = (
        f'import {{ {",".join(map(_constant, known))} }} from "./{after}.js";\n' if known else ""
    )
    written = "".join(_written(folder, name) for name in own)
    return f"{taken}{written}export {{ {','.join(map(_constant, own))} }};\n"


def styles(folder: Path, names: Iterable[str]) -> str:
    """These style sheets one after another."""
    texts = ((folder / f"{name}.css").read_text() for name in names)
    return " ".join(" ".join(STYLE_COMMENT.sub("", text).split()) for text in texts)


def in_order(folder: Path, entries: Iterable[str]) -> list[str]:
    """The names of these modules and of all that they import, each after what it imports."""
    found: list[str] = []
    for entry in entries:
        _collect(folder, entry, found, under=())
    return found


def _collect(folder: Path, name: str, found: list[str], *, under: tuple[str, ...]) -> None:
    if name in under:
        raise ValueError(f"{name} imports itself: {' > '.join(under)}")
    if name in found:
        return
    for other in _imported(folder, name):
        _collect(folder, other, found, under=(*under, name))
    found.append(name)


def _imported(folder: Path, name: str) -> Iterator[str]:
    text = (folder / f"{name}.js").read_text()
    yield from (_beside(name, found["path"]) for found in IMPORT.finditer(text))


def _beside(name: str, path: str) -> str:
    """The name of the module that `name` calls by this relative path."""
    parts = name.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _written(folder: Path, name: str) -> str:
    """One module as a function that is called once."""
    text = SCRIPT_COMMENT.sub("", (folder / f"{name}.js").read_text())
    text = IMPORT.sub(lambda found: _taken(name, found), text)
    exported = [found["name"] for found in EXPORT.finditer(text)]
    text = EXPORT.sub("", text)
    if unknown := UNKNOWN.search(text):
        raise ValueError(f"{name} cannot be joined: {unknown.group()}")
    return (
        f"const {_constant(name)} = (() => {{\n{text}return {{ {','.join(exported)} }};\n}})();\n"
    )


def _taken(name: str, found: re.Match[str]) -> str:
    names = " ".join((found["names"] or "").replace(" as ", ": ").split())
    return f"const {{ {names} }} = {_constant(_beside(name, found['path']))};\n" if names else ""


def _constant(name: str) -> str:
    return "$" + re.sub(r"\W", "_", name)  # no name that we write begins so
