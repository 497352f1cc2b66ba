import django.db.models.deletion
from django.contrib.auth.management import create_permissions
from django.db import migrations, models


EDITORS = "Redaktori"
RIGHTS = tuple(f"{deed}_outsidecalendar" for deed in ("add", "change", "delete"))


def let_editors_keep_outside_calendars(apps, schema_editor):
    """Give the editors' group the calendars of others."""
    editors = apps.get_model("auth", "Group").objects.filter(name=EDITORS).first()
    if editors is None:
        return
    # Django makes the rows of rights after all migrations, which is too late here.
    config = apps.get_app_config("events")
    config.models_module = True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    rights = apps.get_model("auth", "Permission").objects
    for right in rights.filter(content_type__app_label="events", codename__in=RIGHTS):
        editors.permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0006_proposals"),
    ]

    operations = [
        migrations.CreateModel(
            name="OutsideCalendar",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                (
                    "address",
                    models.URLField(
                        help_text="Of an iCalendar file; it begins with https:// and mostly ends with .ics.",
                        max_length=500,
                        unique=True,
                        verbose_name="address",
                    ),
                ),
                (
                    "community_key",
                    models.UUIDField(
                        blank=True,
                        help_text="Whoever asks for the events of this community sees these too.",
                        null=True,
                        verbose_name="community",
                    ),
                ),
                ("is_used", models.BooleanField(default=True, verbose_name="in use")),
                ("etag", models.CharField(blank=True, editable=False, max_length=255)),
                ("last_modified", models.CharField(blank=True, editable=False, max_length=255)),
                (
                    "fetched_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="fetched"),
                ),
                ("read_at", models.DateTimeField(editable=False, null=True)),
                ("failed_at", models.DateTimeField(editable=False, null=True)),
                (
                    "trouble",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                "address",
                                "The address is not one of a calendar: it has to begin with https://.",
                            ),
                            (
                                "not-allowed",
                                "This site may not fetch calendars from there. Whoever runs the site allows it by adding the host to the setting OUTSIDE_CALENDAR_HOSTS.",
                            ),
                            (
                                "not-public",
                                "The address leads into a closed network, which is refused.",
                            ),
                            (
                                "unreachable",
                                "Nothing answers at this address. It is tried again each hour.",
                            ),
                            (
                                "moved",
                                "The calendar has moved to another address. Open it in a browser and write the new one.",
                            ),
                            (
                                "refused",
                                "The calendar is not given out at this address. Ask its owner.",
                            ),
                            (
                                "too-large",
                                "The calendar is larger than 2 MB. Ask its owner for a smaller one.",
                            ),
                            (
                                "broken-off",
                                "The calendar broke off half-way. It is tried again each hour.",
                            ),
                            (
                                "unreadable",
                                "There is no calendar at this address. It has to lead to an iCalendar file (.ics).",
                            ),
                        ],
                        editable=False,
                        max_length=20,
                    ),
                ),
                (
                    "count",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="events"),
                ),
                ("left_out", models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                "verbose_name": "calendar of others",
                "verbose_name_plural": "calendars of others",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="OutsideEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.CharField(max_length=255)),
                ("of", models.CharField(blank=True, max_length=16)),
                ("title", models.CharField(max_length=255)),
                ("text", models.TextField(blank=True)),
                ("place", models.CharField(blank=True, max_length=255)),
                ("url", models.URLField(blank=True, max_length=500)),
                ("day", models.DateField(verbose_name="first day")),
                ("last_day", models.DateField(verbose_name="last day")),
                ("starts_at", models.DateTimeField(verbose_name="begins")),
                ("ends_at", models.DateTimeField(verbose_name="ends")),
                ("is_all_day", models.BooleanField(default=False, verbose_name="the whole day")),
                (
                    "is_cancelled",
                    models.BooleanField(default=False, verbose_name="does not take place"),
                ),
                (
                    "calendar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="events",
                        to="events.outsidecalendar",
                    ),
                ),
            ],
            options={
                "verbose_name": "event of others",
                "verbose_name_plural": "events of others",
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["day", "starts_at", "id"], name="events_outside_day"),
                    models.Index(
                        condition=models.Q(("last_day__gt", models.F("day"))),
                        fields=["last_day"],
                        name="events_outside_long",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("calendar", "uid", "of"), name="events_outside_event_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gte", models.F("starts_at"))),
                        name="events_outside_event_ends",
                    ),
                ],
            },
        ),
        migrations.RunPython(let_editors_keep_outside_calendars, migrations.RunPython.noop),
    ]
