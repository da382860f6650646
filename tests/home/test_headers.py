"""What every answer carries, also those that no view of ours gives."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

pytestmark = pytest.mark.django_db
POLICY = "Content-Security-Policy"


def test_the_way_to_https_carries_the_policy(settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True

    answer = Client().get("/")

    assert (answer.status_code, answer["Location"]) == (301, "https://testserver/")
    assert "default-src 'none'" in answer[POLICY]


def test_a_static_file_carries_it_too(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "page.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    settings.STATIC_ROOT = tmp_path

    answer = Client().get("/static/page.svg")

    assert answer.status_code == 200
    assert "default-src 'none'" in answer[POLICY]
    assert "no-store" not in answer["Cache-Control"]
    answer.close()
