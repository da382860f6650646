"""What is joined for the reading page: it can be read by a browser, and nothing is in it twice."""

import subprocess
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from mentorship.toolbox.pages import joining
from mentorship.toolbox.pages.finders import JOINED, PRESS, REST, SCRIPTS
from tests.infrastructure.node import NODE


@pytest.mark.parametrize("path", [path for path in JOINED if path.endswith(".js")])
def test_a_joined_module_is_one(path: str, tmp_path: Path):
    copy = tmp_path / "joined.mjs"  # so called, node knows what it is
    copy.write_text(Path(finders.find(path) or "").read_text())

    checked = subprocess.run([NODE, "--check", copy], capture_output=True, text=True, check=False)

    assert checked.stderr == ""


def test_what_a_press_needs_comes_without_what_can_wait():
    press = joining.in_order(SCRIPTS, PRESS)

    assert "margin/lines/line-pointing" in press
    assert not {"margin/pages/page-drawing", "margin/live-news", "forms/name-completion"} & set(
        press
    )


def test_every_module_of_the_margin_is_in_one_of_both():
    """Nothing imports it otherwise: it would never be there."""
    there = {
        script.relative_to(SCRIPTS).with_suffix("").as_posix()
        for script in (SCRIPTS / "margin").rglob("*.js")
    }

    assert there <= {*joining.in_order(SCRIPTS, PRESS), *joining.in_order(SCRIPTS, REST)}
