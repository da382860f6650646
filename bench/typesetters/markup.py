"""Documents of Typst's own language, and Markdown through pandoc and Typst."""

from collections.abc import Callable, Iterable
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory

import pypandoc
import typst

from bench.typesetters.people import FAMILY_OF, FONTS, Entry, Made, Person, people

Page = tuple[str, list[str]]


def _quoted(words: str) -> str:
    """Words as a string of Typst's: nothing in them is markup."""
    return '#"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _head(one: Person) -> str:
    fonts = ", ".join(f'"{name}"' for name in (FAMILY_OF.get(one.lang), "Noto Sans") if name)
    return (
        f'#set text(font: ({fonts},), size: 10pt, lang: "{one.lang}")\n'
        "#set page(margin: 2cm)\n#set list(indent: 4pt)\n"
    )


def _titled(words: str, size: int = 13) -> str:
    return f'#text(size: {size}pt, weight: "bold")[{_quoted(words)}]\n\n'


def _row(one: Entry) -> str:
    items = "".join(f"- {_quoted(item)}\n" for item in one.items)
    return f"*{_quoted(one.what)}* #h(6pt)#h(1fr){_quoted(one.dates)}\n\n{_quoted(one.where)}\n\n{items}\n"


def _words(entries: Iterable[Entry]) -> list[str]:
    return [
        word
        for one in entries
        for word in (one.what, one.dates, one.where, *(f"• {item}" for item in one.items))
    ]


def _body(one: Person) -> Page:
    source = (
        _titled(one.heads[0])
        + _quoted(one.profile)
        + "\n\n"
        + _titled(one.heads[1])
        + "".join(map(_row, one.jobs))
        + _titled(one.heads[2])
        + "".join(map(_row, one.studies))
    )
    words = [
        *(one.heads[0], one.profile, one.heads[1], *_words(one.jobs)),
        *(one.heads[2], *_words(one.studies)),
    ]
    return source, words


def plain(one: Person) -> Page:
    """One column, justified and hyphenated, a footer with the page's number."""
    body, words = _body(one)
    footer = f"#set par(justify: true)\n#set page(footer: [{_quoted(one.footer)} #h(1fr) 1])\n"
    top = _titled(one.name, 22) + _quoted(one.role) + "\n\n"
    return footer + top + body, [one.name, one.role, *words, one.footer, "1"]


def sidebar(one: Person) -> Page:
    """A column of skills and contact at the side that begins under the name."""
    body, words = _body(one)
    side = [one.heads[3], *one.skills, *one.contact]
    told = _titled(side[0]) + "".join(f"{_quoted(word)}\n\n" for word in side[1:])
    top = _titled(one.name, 22) + _quoted(one.role) + "\n\n"
    grid = f"#grid(columns: (30%, 1fr), gutter: 18pt, [{told}], [{body}])\n"
    return top + grid, [one.name, one.role, *side, *words]


def table(one: Person) -> Page:
    """Jobs in a table, its cells of two and more lines."""
    cells = "".join(
        f"[{_quoted(job.dates)}], [{_quoted(job.what)} \\ {_quoted(job.where)}], "
        f"[{_quoted(' '.join(job.items))}],\n"
        for job in (*one.jobs, *one.studies)
    )
    words = [
        word
        for job in (*one.jobs, *one.studies)
        for word in (job.dates, job.what, job.where, *job.items)
    ]
    top = _titled(one.name, 20) + _quoted(one.profile) + "\n\n" + _titled(one.heads[1])
    source = top + f"#table(columns: (24%, 30%, 1fr),\n{cells})\n"
    return source, [one.name, one.profile, one.heads[1], *words]


def columns(one: Person) -> Page:
    """Two columns of prose under a title across them."""
    body, words = _body(one)
    top = _titled(one.name, 22) + f"#line(length: 100%)\n{_quoted(' · '.join(one.contact))}\n\n"
    source = top + f"#set par(justify: true)\n#columns(2, gutter: 22pt)[{body}]\n"
    return source, [one.name, " · ".join(one.contact), *words]


def bands(one: Person) -> Page:
    """Bands of two and three columns, one under the other."""
    heads = [_titled(head) for head in one.heads]
    jobs = [
        _titled(job.what, 11) + _quoted(job.dates) + "\n\n" + _quoted(" ".join(job.items))
        for job in one.jobs
    ]
    skills = ", ".join(f"[{_quoted(skill)}]" for skill in one.skills[:3])
    source = (
        _titled(one.name, 22)
        + f"#grid(columns: (1fr, 1fr), gutter: 20pt, [{jobs[0]}], [{jobs[1]}])\n\n"
        + heads[3]
        + f"#grid(columns: (1fr, 1fr, 1fr), gutter: 20pt, {skills})\n\n"
        + heads[0]
        + _quoted(one.profile)
        + "\n"
    )
    told = [word for job in one.jobs for word in (job.what, job.dates, *job.items)]
    return source, [one.name, *told, one.heads[3], *one.skills[:3], one.heads[0], one.profile]


LAYOUTS: dict[str, tuple[Callable[[Person], Page], tuple[str, ...]]] = {
    "plain": (plain, ("en", "ar", "de", "el")),
    "sidebar": (sidebar, ("uk", "ja", "fr")),
    "table": (table, ("pl", "zh", "en", "ar")),
    "columns": (columns, ("de", "hy", "en", "he")),
    "bands": (bands, ("en", "ka", "vi", "hi")),
}


def typeset() -> Iterable[Made]:
    """All of them, set by Typst."""
    everybody = people()
    for layout, (lay, languages) in LAYOUTS.items():
        for language in languages:
            source, words = lay(everybody[language])
            content = _compiled(_head(everybody[language]) + source)
            yield Made(f"typst-{layout}-{language}.pdf", content, tuple(words))


def through_pandoc() -> Iterable[Made]:
    """Markdown with headings, lists and a table, as pandoc hands it to Typst."""
    everybody = people()
    for language in ("en", "vi", "uk"):
        one = everybody[language]
        markdown, words = _markdown(one)
        told = run(
            [pypandoc.get_pandoc_path(), "--from", "markdown-smart", "--to", "typst"],
            input=markdown.encode(),
            capture_output=True,
            check=True,
        ).stdout.decode()
        content = _compiled("#let horizontalrule = line(length: 100%)\n" + _head(one) + told)
        yield Made(f"pandoc-{language}.pdf", content, tuple(words))


def _markdown(one: Person) -> Page:
    lines = [f"# {one.name}", one.role, f"## {one.heads[0]}", one.profile, f"## {one.heads[1]}"]
    words = [one.name, one.role, one.heads[0], one.profile, one.heads[1]]
    for number, job in enumerate(one.jobs, 1):
        lines += [f"**{job.what}**, {job.where} ({job.dates})"]
        lines += ["\n".join(f"{i}. {item}" for i, item in enumerate(job.items, number))]
        words += [f"{job.what}, {job.where} ({job.dates})"]
        words += [f"{i}. {item}" for i, item in enumerate(job.items, number)]
    lines += [
        f"## {one.heads[3]}",
        f"| {one.heads[3]} | |\n|---|---|\n| {one.skills[0]} | {one.skills[1]} |",
    ]
    words += [one.heads[3], one.heads[3], one.skills[0], one.skills[1]]
    return "\n\n".join(lines) + "\n", words


def _compiled(source: str) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "page.typ"
        path.write_text(source, encoding="utf-8")
        return typst.compile(path, font_paths=[FONTS], ignore_system_fonts=True)
