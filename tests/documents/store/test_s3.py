"""Files in an S3-compatible store: the same uploads, reading copies and deletions as in a folder."""

from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from accounts.reader import as_account
from mentorship.documents import actions, rendering
from mentorship.documents.models import FileStore, Orphan
from mentorship.documents.store import files, orphans, pairing
from tests import make
from tests.browsing.browsers import signed_in
from tests.infrastructure.s3 import ACCESS_KEY, REGION, SECRET_KEY, make_bucket, s3_server

BUCKET = "resumes"


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    """The address of a real S3 server with an empty bucket."""
    with s3_server() as address:
        make_bucket(address, BUCKET)
        yield address


@pytest.fixture
def bucket(settings: Settings, s3: str, _files: None) -> None:
    """The file store is the bucket, set as the environment's S3 variables set it."""
    options = {
        "bucket_name": BUCKET,
        "endpoint_url": s3,
        "region_name": REGION,
        "access_key": ACCESS_KEY,
        "secret_key": SECRET_KEY,
        "default_acl": "private",
        "file_overwrite": False,
    }
    place = {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
    settings.STORAGES = {**settings.STORAGES, "default": place}


@pytest.mark.django_db
@pytest.mark.usefixtures("bucket")
def test_an_upload_becomes_readable_out_of_the_bucket(ada: User, browser_of_ada: Client):
    version = make.ready_version(ada)
    address = version.get_absolute_url()

    image = browser_of_ada.get(f"{address}pages/1/images/1/")
    original = browser_of_ada.get(f"{address}original/")

    assert image.getvalue().startswith(b"RIFF")
    assert original.getvalue() == make.TEXT.encode()


@pytest.mark.django_db
@pytest.mark.usefixtures("bucket")
def test_preparing_again_stores_no_second_image(ada: User):
    version = make.ready_version(ada)
    folder = str(PurePosixPath(version.original).parent)
    names = sorted(default_storage.listdir(folder)[1])

    page = version.pages.get()

    assert names == ["original", "page-1@1x.webp", "page-1@2x.webp"]
    assert sorted(image["file"] for image in page.images) == [
        f"{folder}/page-1@1x.webp",
        f"{folder}/page-1@2x.webp",
    ]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("bucket")
def test_deleting_empties_the_bucket_of_it(ada: User):
    version = make.ready_version(ada)

    actions.delete(version.document, by=as_account(ada))

    assert not default_storage.exists(version.original)
    assert default_storage.listdir(str(PurePosixPath(version.original).parent)) == ([], [])


@pytest.mark.django_db
@pytest.mark.usefixtures("bucket")
def test_bucket_and_database_know_each_other_and_what_has_no_row_waits(ada: User):
    make.document(ada)
    for name in default_storage.listdir("")[0]:
        if name not in pairing.named_folders():
            files.forget_folder(name)  # of tests before
    pairing.require_pair()
    for name in ("left", "lost"):
        default_storage.save(f"{name}/original", ContentFile(b"half an upload"))

    assert orphans.sweep() == "too many"

    assert default_storage.exists("left/original")
    assert sorted(Orphan.objects.values_list("folder", flat=True)) == ["left", "lost"]
    FileStore.objects.update(ref="another")
    with pytest.raises(ImproperlyConfigured, match="belong to another database"):
        pairing.require_pair()


@pytest.mark.django_db
@pytest.mark.usefixtures("bucket")
def test_bytes_that_are_not_in_the_bucket_are_looked_for_again(ada: User):
    version = make.document(ada).versions.get()
    default_storage.delete(version.original)

    rendering.prepare(version.pk)

    version.refresh_from_db()
    assert (version.state, version.trouble) == ("received", "missing")


@pytest.mark.django_db
@pytest.mark.usefixtures("bucket")
def test_a_stranger_gets_nothing_out_of_the_bucket(ada: User):
    version = make.ready_version(ada)

    answer = signed_in(make.person("Mallory")).get(f"{version.get_absolute_url()}pages/1/images/1/")

    assert answer.status_code == 404
