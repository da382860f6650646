from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0005_orphan_given_up"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.CheckConstraint(
                condition=models.Q(("shows", "masked"), _negated=True),
                name="documents_grant_masked_is_refused",
            ),
        ),
    ]
