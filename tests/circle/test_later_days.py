"""Which days are offered to whoever cannot do it now."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from mentorship.circle.later_days import days
from mentorship.documents.models import Document
from tests import make
from tests.browsing.invitations import at, follow, links

pytestmark = pytest.mark.django_db


def test_no_day_is_offered_after_the_one_by_which_an_answer_is_wanted(
    resume: Document, ben: User
) -> None:
    wanted_by = timezone.localdate() + timedelta(days=2)
    invitation = make.invitation(resume, ben, wanted_by=wanted_by)

    page = follow(links(invitation)[0]).get(at("cover", invitation))

    assert page.context["days"] == [wanted_by - timedelta(days=1)]
    assert "you may pick a later day as well" in page.content.decode()


def test_where_only_later_days_are_left_the_page_says_so(resume: Document, ben: User) -> None:
    invitation = make.invitation(resume, ben, wanted_by=timezone.localdate())

    page = follow(links(invitation)[0]).get(at("cover", invitation))

    assert page.context["days"] == days()
    assert "These days are later than" in page.content.decode()
