"""What is counted beside a draft alone is what is counted beside all that stands there."""

import pytest

from mentorship.critique import actions
from mentorship.critique.margin.build import margin_of
from mentorship.documents.access import COMMENTER
from tests import make
from tests.make import saying

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("openness", ["table", "apart", "blind_first"])
def test_a_draft_alone_is_told_with_the_same_counts(openness: str) -> None:
    version = make.ready_version(make.person("Ada"))
    ben, eve = saying.two_at_one_table(version, openness)
    saying.point(version, eve, "Shorter.")
    actions.resolve(saying.point(version, ben, "Longer."), by=ben)
    saying.ask_all(version, ben)
    draft = saying.draft(version, ben).thread

    whole = margin_of(version, reader=ben, held=COMMENTER)
    alone = margin_of(version, reader=ben, held=COMMENTER, thread=draft, is_draft=True)

    assert alone.threads == [one for one in whole.threads if one.ref == draft.ref]
    assert (alone.open_count, alone.after) == (whole.open_count, whole.after)
    assert whole.open_count == (1 if openness == "apart" else 2)
    assert (alone.bar, alone.questions) == (whole.bar, whole.questions)
