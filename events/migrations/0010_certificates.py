import django.core.validators
import django.db.models.deletion
import events.models.certificates
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0009_stops_on_the_map"),
    ]

    operations = [
        migrations.AddField(
            model_name="eventpage",
            name="certificate_from",
            field=models.PositiveSmallIntegerField(
                blank=True,
                help_text="Leave empty for at least half of them.",
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(366),
                ],
                verbose_name="from how many times attended",
            ),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="gives_certificates",
            field=models.BooleanField(
                default=False,
                help_text="For a course: everybody signs up for themselves alone, and after the last time you issue the certificates on the page of those who have signed up.",
                verbose_name="with a certificate of participation",
            ),
        ),
        migrations.CreateModel(
            name="Certificate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        default=events.models.certificates.new_code,
                        max_length=20,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                ("issued_at", models.DateTimeField(verbose_name="issued")),
                ("language", models.CharField(max_length=10, verbose_name="language")),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("organiser", models.CharField(max_length=255, verbose_name="organiser")),
                ("belt", models.CharField(max_length=20, verbose_name="belt")),
                ("first_day", models.DateField(verbose_name="first day")),
                ("last_day", models.DateField(verbose_name="last day")),
                ("sessions", models.PositiveSmallIntegerField(verbose_name="sessions attended")),
                ("of_sessions", models.PositiveSmallIntegerField(verbose_name="sessions in all")),
                (
                    "minutes",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="minutes attended"
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=100, verbose_name="name")),
                ("name_seal", models.CharField(blank=True, max_length=64)),
                ("holder_seal", models.CharField(blank=True, db_index=True, max_length=64)),
                (
                    "sign_up",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="certificate",
                        to="events.signup",
                        verbose_name="sign-up",
                    ),
                ),
            ],
            options={
                "verbose_name": "certificate",
                "verbose_name_plural": "certificates",
                "default_permissions": (),
            },
        ),
    ]
