"""Whether the service is well: little to the world, the parts to the machine itself."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from mentorship.documents.formats.sandbox import network_is_closed
from mentorship.documents.models import FileStore, Orphan, Version
from mentorship.documents.store import pairing
from mentorship.home import tasks
from mentorship.home.models import Heartbeat
from mentorship.notifications.models import Letter
from tests import make
from tests.infrastructure.processes import free_port
from tests.infrastructure.smtp import Sink
from tests.notifications.mail_servers import goes_to

pytestmark = pytest.mark.django_db


def local(client: Client) -> dict[str, object]:
    """What this machine itself is told."""
    found: dict[str, object] = client.get("/health/", headers={"Host": "localhost"}).json()
    return found


def test_the_world_learns_only_that_it_is_well(client: Client):
    answer = client.get("/health/", headers={"X-Forwarded-For": "203.0.113.7"})

    assert (answer.status_code, answer.json()) == (200, {"well": True})


def test_the_machine_itself_learns_of_each_part(client: Client):
    told = client.get("/health/", headers={"Host": "localhost"}).json()

    assert told["database"] is told["files"] is True
    assert told["tasks"] is False  # no worker has said anything yet
    assert told["uploads"] is True
    assert any(sentence.startswith("Nobody does notifications.sweep") for sentence in told["told"])
    assert set(told) >= {"redis", "converters_without_network", "clock", "mail"}


def test_in_production_it_is_asked_by_its_name_and_without_the_proxy(
    client: Client, settings: Settings
):
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = ["mentorship.example"], True

    told = client.get("/health/", headers={"Host": "mentorship.example"})
    elsewhere = client.get("/", headers={"Host": "mentorship.example"})

    assert (told.status_code, elsewhere.status_code) == (200, 301)
    assert told.json()["database"] is True


def test_workers_that_sweep_are_heard(client: Client):
    for name in settings.SWEEPS:
        Heartbeat.objects.beat(name)
    tasks.heartbeat()

    told = client.get("/health/", headers={"Host": "localhost"}).json()

    assert told["tasks"] is True
    assert told["converters_without_network"] is network_is_closed()


@pytest.mark.parametrize("order", [("here", "there"), ("there", "here")])
def test_a_machine_that_opens_files_with_network_is_named_whoever_speaks_last(
    client: Client, order: tuple[str, str]
):
    for host in order:
        Heartbeat.objects.beat(f"converters@{host}", without_network=host == "here")

    told = local(client)

    assert told["converters_without_network"] is False
    assert "Files are opened with network on there." in str(told["told"])


def test_a_machine_that_is_gone_says_nothing_about_the_network(client: Client):
    for host in ("here", "there"):
        Heartbeat.objects.beat(f"converters@{host}", without_network=host == "here")
    others = Heartbeat.objects.filter(name="converters@there")
    others.update(at=timezone.now() - timedelta(minutes=10))
    assert local(client)["converters_without_network"] is True

    Heartbeat.objects.update(at=timezone.now() - timedelta(minutes=10))

    assert local(client)["converters_without_network"] is False


def test_a_letter_that_has_waited_long_is_told(client: Client):
    assert local(client)["letters"] is True
    long_ago = timezone.now() - timedelta(minutes=6)
    Letter.objects.create(kind="circle.asked", address="ada@example.org", due_at=long_ago)

    told = local(client)

    assert told["letters"] is False
    assert "The oldest letter that is due has waited 360 seconds." in told["told"]


def test_a_version_that_has_waited_long_is_told(client: Client):
    make.document(make.person())
    assert local(client)["versions"] is True
    Version.objects.update(due_at=timezone.now() - timedelta(minutes=6))

    assert local(client)["versions"] is False


def test_files_that_cannot_be_written_and_read_back_are_told(client: Client, tmp_path: Path):
    assert local(client)["files_read_back"] is True
    (tmp_path / "files").rmdir()
    (tmp_path / "files").write_text("a file where the folder was")

    assert local(client)["files_read_back"] is False


def test_a_probe_leaves_nothing_in_the_store(client: Client, tmp_path: Path):
    local(client)

    assert [path.name for path in (tmp_path / "files").iterdir()] == []


def test_a_redis_that_is_not_there_is_waited_for_by_nobody(
    client: Client, monkeypatch: pytest.MonkeyPatch
):
    waits: list[float] = []
    monkeypatch.setattr("kombu.utils.functional.sleep", waits.append)

    told = client.get("/health/", headers={"Host": "localhost"}).json()

    assert (told["redis"], waits) == (False, [])


def test_a_mail_server_that_nobody_can_reach_is_told(
    client: Client, settings: Settings, sink: Sink
):
    goes_to(settings, sink.port)
    assert local(client)["mail"] is True
    goes_to(settings, free_port())

    told = local(client)

    assert told["mail"] is False
    assert f"Nobody listens at 127.0.0.1:{settings.EMAIL_PORT}" in str(told["told"])


def test_files_of_another_database_are_not_well(client: Client):
    pairing.require_pair()
    FileStore.objects.update(ref="another")

    answer = client.get("/health/", headers={"Host": "localhost"})

    assert (answer.status_code, answer.json()["files"]) == (503, False)
    assert "belong to another database" in str(answer.json()["told"])


def test_a_store_that_is_no_folder_is_not_well(client: Client, tmp_path: Path):
    (tmp_path / "files").write_text("a file where the folder was")

    assert client.get("/health/").status_code == 503


def test_files_without_a_row_are_told_to_the_operator(client: Client):
    assert local(client)["orphans"] is True
    Orphan.objects.create(folder="k3f9w2m8tq4x")

    told = local(client)

    assert told["orphans"] is False
    assert "Files of 1 uploads have no row." in str(told["told"])


def test_uploads_that_wait_for_us_are_told_to_the_operator(client: Client):
    make.document(make.person())
    Version.objects.update(trouble="no-room")

    answer = client.get("/health/", headers={"Host": "localhost"})

    assert (answer.status_code, answer.json()["uploads"]) == (200, False)
    assert "1 uploads wait for us: the disk is full" in str(answer.json()["told"])
