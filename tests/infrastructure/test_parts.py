"""What makes tests quick takes nothing away: kept databases, remembered copies, what is run once."""

from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from accounts.models import User
from mentorship.documents.formats.manuscript import Limits
from mentorship.documents.formats.sandbox import prepare_in_child
from tests.infrastructure.copies import remembering
from tests.infrastructure.databases import asks_a_database


@pytest.mark.django_db
def test_every_migration_is_in_the_database_of_tests() -> None:
    executor = MigrationExecutor(connection)

    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []


def test_a_remembered_copy_is_the_one_the_converters_make(tmp_path: Path) -> None:
    original = tmp_path / "original"
    original.write_text("Ada Lovelace\n\nWrote the first program.\n")
    (tmp_path / "copies").mkdir()
    remembered = remembering(prepare_in_child, tmp_path / "copies")
    made = []
    for name, prepare in {"new": remembered, "kept": remembered, "real": prepare_in_child}.items():
        folder = tmp_path / name
        folder.mkdir()
        manuscript = prepare(original, "a.txt", folder, limits=Limits())
        images = [image.path for page in manuscript.pages for image in page.images]
        assert {path.parent for path in images} == {folder}
        made.append((manuscript.text, {path.name: path.read_bytes() for path in images}))

    assert made[0] == made[1] == made[2]


@pytest.mark.django_db
def test_what_asks_a_database_by_its_mark_runs_on_all_of_them(
    request: pytest.FixtureRequest,
) -> None:
    assert asks_a_database(request.node)


@pytest.mark.usefixtures("transactional_db")
def test_what_asks_a_database_by_a_fixture_runs_on_all_of_them(
    request: pytest.FixtureRequest,
) -> None:
    assert asks_a_database(request.node)


def test_what_runs_on_one_database_alone_cannot_reach_it(request: pytest.FixtureRequest) -> None:
    assert not asks_a_database(request.node)
    with pytest.raises(RuntimeError, match="Database access not allowed"):
        User.objects.exists()
