"""What was sent for a job, and the copies that were made for it."""

import pytest
from django.core.files.storage import default_storage

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.documents import actions as documents
from mentorship.documents.models import Document, Version
from mentorship.jobsearch import actions
from mentorship.jobsearch.models import Pursuit, Sending
from mentorship.toolbox.refused import Refused
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(ada: User) -> Version:
    """A résumé of hers."""
    return make.ready_version(ada, title="Résumé")


def test_what_was_sent_is_kept_once_and_its_document_says_so(
    pursuit: Pursuit, version: Version, by_ada: Reader
) -> None:
    first = actions.send(pursuit, version, by=by_ada)

    assert actions.send(pursuit, version, by=by_ada) == first
    version.refresh_from_db()
    assert (version.sent_to, bool(version.sent_at)) == ("Acme", True)


def test_what_went_to_another_employer_before_still_says_that(
    pursuit: Pursuit, version: Version, by_ada: Reader
) -> None:
    documents.mark_sent(version, by=by_ada, sent_to="Bloom")

    sending = actions.send(pursuit, version, by=by_ada)
    actions.take_back(pursuit, sending.pk, by=by_ada)

    version.refresh_from_db()
    assert version.sent_to == "Bloom"


def test_what_was_not_sent_after_all_is_taken_back(
    pursuit: Pursuit, version: Version, by_ada: Reader
) -> None:
    sending = actions.send(pursuit, version, by=by_ada)

    for _press in range(2):
        actions.take_back(pursuit, sending.pk, by=by_ada)

    version.refresh_from_db()
    assert (version.sent_at, Sending.objects.exists()) == (None, False)


def test_a_version_of_somebody_else_is_neither_sent_nor_copied(
    pursuit: Pursuit, by_ada: Reader
) -> None:
    bens = make.ready_version(make.person("Ben"))
    make.grant(bens.document, to=pursuit.owner)

    for act, more in ((actions.send, {}), (actions.tailor, {"key": pursuit.key})):
        with pytest.raises(Refused, match="may-not"):
            act(pursuit, bens, by=by_ada, **more)


def test_nobody_else_sends_or_copies_for_it(pursuit: Pursuit, version: Version) -> None:
    eve = as_account(make.person("Eve"))

    for act, what, more in (
        (actions.send, version, {}),
        (actions.take_back, 1, {}),
        (actions.tailor, version, {"key": pursuit.key}),
    ):
        with pytest.raises(Refused, match="not-found"):
            act(pursuit, what, by=eve, **more)


def test_a_deleted_version_stays_sent_and_a_deleted_document_loses_its_name(
    pursuit: Pursuit, version: Version, by_ada: Reader
) -> None:
    make.ready(make.version(version.document, text="Another."))
    actions.send(pursuit, version, by=by_ada)

    documents.delete_version(version, by=by_ada)
    assert list(Sending.objects.values_list("version", "title", "number")) == [(None, "Résumé", 1)]

    actions.send(pursuit, version.document.versions.get(), by=by_ada)
    documents.delete(version.document, by=by_ada)
    assert Sending.objects.filter(title="").count() == 1


def test_a_copy_for_a_job_knows_where_it_came_from(pursuit: Pursuit, version: Version) -> None:
    copy = make.tailored(pursuit, version)

    assert (copy.title, copy.kind) == ("Résumé – Acme", "resume")
    assert copy.versions.get().sha256 == version.sha256
    assert (copy.tailoring.pursuit, copy.tailoring.from_version) == (pursuit, version)


def test_a_copy_of_what_was_written_here_is_written_on(
    pursuit: Pursuit, ada: User, by_ada: Reader
) -> None:
    draft = make.draft(ada, text="Dear reader,")
    written = documents.save_as_version(draft, by=by_ada, key=pursuit.key)

    copy = make.tailored(pursuit, written)

    assert Document.objects.get(pk=copy.pk).draft == "Dear reader,"
    assert actions.tailor(pursuit, written, by=by_ada, key=copy.key) != copy


def test_a_file_that_cannot_be_had_is_said_to_be_ours(pursuit: Pursuit, version: Version) -> None:
    default_storage.delete(version.original)

    with pytest.raises(Refused, match="no-original"):
        make.tailored(pursuit, version)
