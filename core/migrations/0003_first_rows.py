from django.db import migrations


def add_first_rows(apps, schema_editor):
    apps.get_model("core", "PageStamp").objects.get_or_create(pk=1)
    locales = apps.get_model("wagtailcore", "Locale").objects
    for code in ("lv", "en"):
        locales.get_or_create(language_code=code)


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_initial"),
        ("wagtailcore", "0054_initial_locale"),
    ]

    operations = [migrations.RunPython(add_first_rows, migrations.RunPython.noop)]
