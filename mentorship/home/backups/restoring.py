"""A backup is put back: first it is looked through whole, then files, then rows, with mail held."""

from pathlib import Path

from django.conf import settings

from mentorship.documents.store import copying
from mentorship.home.backups import database, manifest, places
from mentorship.home.backups.manifest import Manifest
from mentorship.home.backups.taking import FILES, KEYS, SECRET_KEY


def restore(folder: Path, *, replace: bool = False) -> Manifest:
    """Put back what the backup in `folder` holds; what that was.

    replace  rows that are here may go for good; files stay, as orphans if no row names them

    Raises BackupError, with nothing changed, when the backup is damaged or does not fit here. Cut off
    later, the service does not start before this is done once more, with `replace`.
    """
    made = manifest.read(folder)
    manifest.require_whole(made, folder)
    database.require_known(made)
    key = (folder / KEYS / SECRET_KEY).read_text()
    places.require_key(key)
    with places.held(Path(settings.STATE_DIR)):
        if not replace:
            places.require_empty()
        places.require_silence()
        copying.part()
        for entry in made.entries:
            if entry.path.startswith(f"{FILES}/"):
                copying.put(folder / entry.path, entry.path.removeprefix(f"{FILES}/"))
        database.KINDS[made.database].load(folder / database.FOLDER, made)
        database.bring_up_to_date()
        places.keep_key(key)
        copying.pair_anew()
    return made
