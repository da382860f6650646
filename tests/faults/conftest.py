"""A story for those that judge one, without a running service."""

import pytest
from pytest_django import Settings

from mentorship.notifications.delivery import gathering
from mentorship.notifications.models import Letter
from tests import make
from tests.faults.story import Story, World, new_story


@pytest.fixture
def story(settings: Settings) -> Story:
    """One in which nothing waits to be told: Ben has his letter."""
    settings.MAIL_LEAVES = True
    ada = make.person("Ada")
    told = new_story(World(0, ada, make.ready_version(ada)), seed=1)
    gathering.gather()
    Letter.objects.update(state=Letter.State.SENT)
    return told
