"""Where most journeys of critique begin."""

import pytest
from playwright.sync_api import Page

from tests.infrastructure.service import Service
from tests.journeys.steps.asking import Asked, ask_ben


@pytest.fixture
def asked(page: Page, service: Service) -> Asked:
    """Ada has asked Ben, and his letter has come."""
    return ask_ben(page, service)
