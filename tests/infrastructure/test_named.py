"""A stage that none of the named files has a test for is not begun."""

from pathlib import Path

import pytest

from tests.infrastructure.named import may_hold

UNIT = "import pytest\n\npytestmark = pytest.mark.django_db\n"
JOURNEY = "import pytest\n\npytestmark = [pytest.mark.journey, pytest.mark.django_db]\n"
BOTH = "import pytest\n\n\n@pytest.mark.processes\ndef test_it() -> None: ...\n"
STAGES = ("not (journey or processes)", "processes", "journey")


@pytest.mark.parametrize(
    ("texts", "begun"),
    [
        ([UNIT], [True, False, False]),
        ([JOURNEY], [False, False, True]),
        ([BOTH], [True, True, False]),
        ([UNIT, JOURNEY], [True, False, True]),
    ],
)
def test_files_say_which_stages_they_are_for(
    texts: list[str], begun: list[bool], tmp_path: Path
) -> None:
    files = [tmp_path / f"test_{number}.py" for number, _ in enumerate(texts)]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text)
    words = [str(files[0]) + "::test_it", *map(str, files[1:]), "-x"]

    assert [may_hold(words, stage) for stage in STAGES] == begun
    assert [may_hold([*words, str(tmp_path)], stage) for stage in STAGES] == [True] * 3
    assert [may_hold([*words, "-k", "it"], stage) for stage in STAGES] == [True] * 3
