"""How files are, for the health page: quick, and without changing anything."""

from django.core.files.storage import default_storage

from mentorship.documents.store.pairing import Pair, pair
from mentorship.documents.store.storage import store_failures


def are_well() -> bool:
    """Whether the store answers, takes files, and is the one this database belongs to."""
    try:
        found = pair()
        takes = getattr(default_storage, "takes_files", lambda: True)()  # S3 has no such limit
    except store_failures():
        return False
    return bool(takes) and found in {Pair.MATCHED, Pair.NEW}


def about_files() -> list[str]:
    """Sentences about a store that is not well."""
    try:
        found = pair()
    except store_failures() as error:
        return [f"The file store does not answer ({type(error).__name__})."]
    if found not in {Pair.MATCHED, Pair.NEW}:
        return [found.value]
    if are_well():
        return []
    return ["No file can be stored: the disk is full, or the folder may not be written to."]
