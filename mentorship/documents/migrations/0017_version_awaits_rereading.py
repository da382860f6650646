"""What waits says so in its own row, as in 0009."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0016_thank_you_letters")]

    operations = [
        migrations.AddField(
            model_name="version",
            name="awaits_rereading",
            field=models.BooleanField(
                default=False,
                db_default=False,
                help_text="It came before what software reads was kept: its file is read once more.",
            ),
        ),
        migrations.AddIndex(
            model_name="version",
            index=models.Index(
                fields=["id"],
                condition=models.Q(("awaits_rereading", True), ("state", "ready")),
                name="documents_version_to_reread",
            ),
        ),
    ]
