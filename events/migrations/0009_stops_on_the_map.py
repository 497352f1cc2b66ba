import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0008_own_calendar"),
    ]

    operations = [
        migrations.AddField(
            model_name="programmeitem",
            name="latitude",
            field=models.DecimalField(
                blank=True,
                decimal_places=5,
                help_text="Of a stop that is to be on the map of the trip: degrees north, WGS 84.",
                max_digits=8,
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(34),
                    django.core.validators.MaxValueValidator(72),
                ],
                verbose_name="latitude",
            ),
        ),
        migrations.AddField(
            model_name="programmeitem",
            name="longitude",
            field=models.DecimalField(
                blank=True,
                decimal_places=5,
                help_text="Degrees east, WGS 84.",
                max_digits=8,
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(-25),
                    django.core.validators.MaxValueValidator(45),
                ],
                verbose_name="longitude",
            ),
        ),
    ]
