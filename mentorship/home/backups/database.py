"""The database as a backup keeps it, whichever of the two kinds it is."""

from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from mentorship.home.backups import postgresql, sqlite
from mentorship.home.backups.manifest import BackupError, Manifest

KINDS = {"sqlite": sqlite, "postgresql": postgresql}
FOLDER = "database"


def kind() -> str:
    """Which of `KINDS` DATABASE_URL names."""
    return connection.vendor


def migrations() -> list[list[str]]:
    """What the tables are made by: [[app, name], …]."""
    return sorted(map(list, MigrationRecorder(connection).applied_migrations()))


def require_known(manifest: Manifest) -> None:
    """Raise BackupError when this release cannot read these tables."""
    if manifest.database != kind():
        raise BackupError(
            f"The backup is of {manifest.database}, and DATABASE_URL names {kind()}."
            " Set it to an empty database of the same kind."
        )
    known = set(MigrationLoader(None).disk_migrations)
    unknown = [f"{app}.{name}" for app, name in manifest.migrations if (app, name) not in known]
    if unknown:
        raise BackupError(
            f"The backup is from a newer release, which knows {' '.join(unknown[:3])}."
            " Restore it with that release."
        )


def bring_up_to_date() -> None:
    """Let the tables be those of this release."""
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
