from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0012_page_shapes"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="version",
            name="documents_version_due",
        ),
        migrations.AddField(
            model_name="version",
            name="drawn_at",
            field=models.DateTimeField(
                help_text="When all pictures of its pages were there.", null=True
            ),
        ),
        migrations.AddIndex(
            model_name="version",
            index=models.Index(
                condition=models.Q(
                    ("state__in", ["received", "preparing"]),
                    models.Q(("drawn_at", None), ("state", "ready")),
                    _connector="OR",
                ),
                fields=["due_at"],
                name="documents_version_due",
            ),
        ),
    ]
