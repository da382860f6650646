from django.db import migrations, models

import mentorship.critique.models.kinds


class Migration(migrations.Migration):
    dependencies = [
        ("critique", "0007_review_words"),
    ]

    operations = [
        migrations.AlterField(
            model_name="thread",
            name="kind",
            field=models.CharField(
                choices=mentorship.critique.models.kinds.kinds, default="comment", max_length=10
            ),
        ),
    ]
