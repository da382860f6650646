"""What marks in the code tell is what coverage.py's own tracer tells."""

import ast
import json
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage, CoverageData

from tests import probes

SOURCE = '''
"""A module."""

import contextlib


def twice(function):
    """What is decorated is called twice."""
    return lambda *words: (function(*words), function(*words))[0]


class Kind:
    """What stands in a class."""

    few, many = 1, 2


@twice
def asked(
    number,
    words=(),
):
    if number > 3:
        return "many"
    elif number == 3:
        found = [
            word
            for word in words
            if word
        ]
    else:
        found = []
    for word in found:
        if word == "stop":
            break
        if word == "on":
            continue
    else:
        found.append("end")
    while found:
        found.pop()
    return found


def told(what):
    match what:
        case int():
            what += 1
        case "a" | "b":
            return what
        case [first, *_] if first:
            return first
    try:
        with contextlib.suppress(KeyError):
            {}[what]
        return what + 1
    except (
        ValueError
    ):
        return None
    except TypeError:
        return 0
    finally:
        if what == "last":
            del what


async def later():
    async for one in ():
        print(one)
'''
CALLS = (
    (),
    ("asked(4)", "told(1)"),
    ("asked(2)", "told('a')", "told('last')"),
    ("asked(3)", "asked(3, ['on', '', 'stop', 'x'])", "told([3])", "told([])", "told('c')"),
    ("asked(3, ['x'])", "asked(5)"),
)


def report(of: Coverage, file: Path) -> Any:
    """What is missing, as coverage.py says it."""
    said = file.with_suffix(".json")
    of.json_report(morfs=[str(file)], outfile=str(said))
    (facts,) = json.loads(said.read_text())["files"].values()
    names = ("executed_lines", "missing_lines", "executed_branches", "missing_branches")
    return {name: facts[name] for name in names}


def run(code: Any, calls: tuple[str, ...], **known: Any) -> None:
    names: dict[str, Any] = {**known}
    exec(code, names)  # noqa: S102 - what stands above
    for call in calls:
        eval(call, names)  # noqa: S307 - the same


@pytest.mark.parametrize("calls", CALLS)
def test_marks_tell_what_a_tracer_tells(calls: tuple[str, ...], tmp_path: Path) -> None:
    file = tmp_path / "module.py"
    file.write_text(SOURCE)
    tracer = Coverage(data_file=None, branch=True, include=[str(file)], config_file=False)
    tracer.start()
    run(compile(SOURCE, str(file), "exec"), calls)
    tracer.stop()

    marks = probes.Marks()
    code = compile(probes.Marker(str(file), marks).module(ast.parse(SOURCE)), str(file), "exec")
    run(code, calls, **{probes.NAME: marks.passed})
    data = CoverageData(str(tmp_path / "data"))
    data.add_arcs({str(file): probes.arcs_of(str(file), {place[1:] for place in marks.told()})})
    data.write()
    told = Coverage(data_file=str(tmp_path / "data"), branch=True, config_file=False)
    told.load()

    assert report(told, file) == report(tracer, file)
