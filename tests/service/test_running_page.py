"""What docs/running.md tells people to type is what the commands take."""

import re
import shlex

import pytest
from django.core.management import get_commands, load_command_class

from tests.infrastructure.node import ROOT

PAGE = (ROOT / "docs" / "running.md").read_text()
COMMANDS = re.findall(r"python manage\.py ([^`\n&]+)", PAGE)


def test_the_page_tells_of_the_commands_that_keep_things_safe():
    named = {command.split()[0] for command in COMMANDS}

    assert {"backup", "restore", "release_mail", "sanity", "migrate"} <= named


@pytest.mark.parametrize("command", sorted(set(COMMANDS)))
def test_a_command_takes_what_the_page_says(command: str):
    name, *words = shlex.split(command)
    loaded = load_command_class(get_commands()[name], name)

    loaded.create_parser("manage.py", name).parse_args(words)  # exits with 2 at what it knows not


def test_every_variable_on_the_page_is_one_of_the_settings():
    variables = set(re.findall(r"`([A-Z][A-Z0-9]*_[A-Z_]+)`", PAGE))
    known = "".join(path.read_text() for path in (ROOT / "mentorship").glob("*.py"))

    assert {name for name in variables if f'"{name}"' not in known} == set()
