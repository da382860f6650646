from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0003_preference"),
    ]

    operations = [
        migrations.AddField(
            model_name="letter",
            name="nonce",
            # In the database too: a worker of the release before writes letters without one.
            field=models.CharField(blank=True, db_default="", default="", max_length=32),
        ),
    ]
