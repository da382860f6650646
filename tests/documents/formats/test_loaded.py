"""What opens files has loaded before it forks what its children need."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.make import samples

ROOT = Path(__file__).resolve().parents[3]
# As a child does it: loaded as its zygote is, with a file and a folder of its own.
CHILD = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from mentorship.documents.formats import zygote
from mentorship.documents.formats.manuscript import Limits
from mentorship.documents.formats.prepare import prepare
zygote.load()
before = set(sys.modules)
prepare(Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4]), limits=Limits())
loaded = set(sys.modules) - before
print(*(name for name in loaded if not name.startswith("encodings.")))  # as the text asks for
"""


@pytest.mark.parametrize(("filename", "raw"), samples.of_each_kind())
def test_a_child_finds_loaded_what_it_needs(tmp_path, filename, raw):
    (tmp_path / "original").write_bytes(raw)
    (tmp_path / "images").mkdir()
    given = [str(ROOT), str(tmp_path / "original"), filename, str(tmp_path / "images")]

    child = [sys.executable, "-I", "-c", CHILD, *given]
    loaded = subprocess.run(child, check=True, capture_output=True, text=True).stdout.split()

    assert loaded == []
