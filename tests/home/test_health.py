"""Whether the service is well: little to the world, the parts to the machine itself."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from mentorship.documents.models import FileStore, Version
from mentorship.documents.store import pairing
from mentorship.home import tasks
from tests import make

pytestmark = pytest.mark.django_db


def test_the_world_learns_only_that_it_is_well(client: Client):
    answer = client.get("/health/", headers={"X-Forwarded-For": "203.0.113.7"})

    assert (answer.status_code, answer.json()) == (200, {"well": True})


def test_the_machine_itself_learns_of_each_part(client: Client):
    told = client.get("/health/", headers={"Host": "localhost"}).json()

    assert told["database"] is told["files"] is True
    assert told["tasks"] is False  # no worker has said anything yet
    assert told["uploads"] is True
    assert told["told"] == []
    assert set(told) >= {"redis", "converters_without_network"}


def test_in_production_it_is_asked_by_its_name_and_without_the_proxy(
    client: Client, settings: Settings
):
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = ["mentorship.example"], True

    told = client.get("/health/", headers={"Host": "mentorship.example"})
    elsewhere = client.get("/", headers={"Host": "mentorship.example"})

    assert (told.status_code, elsewhere.status_code) == (200, 301)
    assert told.json()["database"] is True


def test_a_worker_that_works_is_heard(client: Client):
    tasks.heartbeat()

    assert client.get("/health/", headers={"Host": "localhost"}).json()["tasks"] is True


def test_a_redis_that_is_not_there_is_waited_for_by_nobody(
    client: Client, monkeypatch: pytest.MonkeyPatch
):
    waits: list[float] = []
    monkeypatch.setattr("kombu.utils.functional.sleep", waits.append)

    told = client.get("/health/", headers={"Host": "localhost"}).json()

    assert (told["redis"], waits) == (False, [])


def test_files_of_another_database_are_not_well(client: Client):
    pairing.require_pair()
    FileStore.objects.update(ref="another")

    answer = client.get("/health/", headers={"Host": "localhost"})

    assert (answer.status_code, answer.json()["files"]) == (503, False)
    assert "belong to another database" in answer.json()["told"][0]


def test_a_store_that_is_no_folder_is_not_well(client: Client, tmp_path: Path):
    (tmp_path / "files").write_text("a file where the folder was")

    assert client.get("/health/").status_code == 503


def test_uploads_that_wait_for_us_are_told_to_the_operator(client: Client):
    make.document(make.person())
    Version.objects.update(trouble="no-room")

    answer = client.get("/health/", headers={"Host": "localhost"})

    assert (answer.status_code, answer.json()["uploads"]) == (200, False)
    assert "1 uploads wait for us: the disk is full" in answer.json()["told"][0]
