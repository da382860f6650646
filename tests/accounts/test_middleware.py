"""Who is let past the door, and how the others are told."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_a_stranger_is_asked_to_sign_in_and_comes_back(client: Client):
    answer = client.get("/documents/k3f9w2m8tq4x/")

    assert answer.status_code == 302
    assert answer["Location"] == "/account/login/?next=/documents/k3f9w2m8tq4x/"


def test_a_fragment_asked_for_after_the_session_ended_sends_the_whole_page(client: Client):
    page = "http://testserver/documents/k3f9w2m8tq4x/"
    headers = {"Fragment-For": page}

    answer = client.get("/documents/k3f9w2m8tq4x/versions/1/state/", headers=headers)

    assert answer.status_code == 200
    assert answer["Go-To"] == "/account/login/?next=/documents/k3f9w2m8tq4x/"
