from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notifications", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="notice",
            name="gathering",
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["thing", "kind"], name="notifications_event_about"),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                condition=models.Q(("channel", "page"), ("seen_at", None)),
                fields=["person"],
                name="notifications_notice_unseen",
            ),
        ),
    ]
