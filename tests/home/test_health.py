"""Whether the service is well: little to the world, the parts to the machine itself."""

import pytest
from django.test import Client
from pytest_django import Settings

from mentorship.home import tasks

pytestmark = pytest.mark.django_db


def test_the_world_learns_only_that_it_is_well(client: Client):
    answer = client.get("/health/", headers={"X-Forwarded-For": "203.0.113.7"})

    assert (answer.status_code, answer.json()) == (200, {"well": True})


def test_the_machine_itself_learns_of_each_part(client: Client):
    told = client.get("/health/", headers={"Host": "localhost"}).json()

    assert told["database"] is told["files"] is True
    assert told["tasks"] is False  # no worker has said anything yet
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
