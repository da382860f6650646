"""What waits says so in its own row: every version is looked at once more, and then no more."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0008_version_image_bytes")]

    operations = [
        migrations.AddField(
            model_name="version",
            name="awaits_carrying",
            field=models.BooleanField(
                default=True,
                db_default=True,
                help_text="What was said about versions before it has still to find its places here.",
            ),
        ),
        migrations.AddIndex(
            model_name="version",
            index=models.Index(
                fields=["id"],
                condition=models.Q(("awaits_carrying", True), ("state", "ready")),
                name="documents_version_to_carry",
            ),
        ),
    ]
