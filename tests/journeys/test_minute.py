"""A tired reader on a phone leaves a comment within a minute: what that asks of her, counted."""

import pytest

from tests.infrastructure.pages import Windows
from tests.infrastructure.service import Service
from tests.journeys.steps.asking import Asked
from tests.journeys.steps.minute import minute

pytestmark = pytest.mark.journey


def test_the_main_job_asks_for_few_presses_and_few_words(
    asked: Asked, people: Windows, service: Service
) -> None:
    seen = minute(asked, people, service)
    assert seen.presses_to_a_comment <= 4, seen
    assert seen.words <= 120, seen
    assert max(seen.top_on_a_phone, seen.top_when_wide) <= 200, seen
    assert seen.presses_to_the_letter_of_the_round == 1, seen
    assert seen.controls_of_an_ask <= 9, seen
