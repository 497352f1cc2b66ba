from django.contrib.auth.management import create_permissions
from django.db import migrations

EDITORS = "Redaktori"
RIGHTS = (
    *("moderate", "tend", "change_forumsettings"),
    *(f"{deed}_reason" for deed in ("add", "change", "delete")),
    *(f"{deed}_dutyturn" for deed in ("add", "change", "delete")),
)
# Reason and rule in Latvian and in English; whether residents may choose it when they report.
REASONS = (
    (
        "Apvainojumi",
        "Runājam par lietu, nevis par cilvēku: neapsaukājam un nepazemojam.",
        "Insults",
        "We speak about the matter, not the person: no name-calling and no humiliation.",
        True,
    ),
    (
        "Naids un draudi",
        "Nekūdām uz naidu tautības, ticības, dzimuma, vecuma vai citu pazīmju dēļ un nedraudam.",
        "Hatred and threats",
        "No hatred because of nationality, belief, sex, age or the like, and no threats.",
        True,
    ),
    (
        "Reklāma un surogātpasts",
        "Neievietojam reklāmu un vienu un to pašu tekstu daudzās vietās.",
        "Advertising and spam",
        "No advertising, and not the same text in many places.",
        True,
    ),
    (
        "Citu cilvēku personas dati",
        "Bez cilvēka piekrišanas nepublicējam viņa adresi, tālruni, veselības datus un tamlīdzīgi.",
        "Private data of others",
        "Nobody’s address, telephone number or state of health without their consent.",
        True,
    ),
    (
        "Nav par tēmu",
        "Rakstām tur, kur par to runā; citai lietai sākam jaunu tēmu.",
        "Off topic",
        "We write where the matter is talked about; another matter gets a topic of its own.",
        True,
    ),
    (
        "Pretlikumīgs saturs",
        "Nepublicējam to, ko aizliedz likums, arī svešus darbus bez autora atļaujas.",
        "Unlawful content",
        "Nothing that the law forbids, and no works of others without their permission.",
        True,
    ),
    (
        "Nepatiesa informācija, kas var kaitēt",
        "Neizplatām apzināti nepatiesas ziņas, kuru dēļ kāds var ciest.",
        "Harmful untruth",
        "Nobody spreads what they know to be untrue and what may do harm.",
        True,
    ),
    (
        "Atkārtoti pārkāpumi",
        "Kas noteikumus pārkāpj atkārtoti, kādu laiku nevar rakstīt.",
        "Repeated breaches",
        "Whoever breaks the rules again and again cannot write for a time.",
        False,
    ),
)


def write_reasons(apps, schema_editor):
    """The list that editors begin with."""
    reasons = apps.get_model("forum", "Reason").objects
    if reasons.exists():
        return
    for order, (name_lv, rule_lv, name_en, rule_en, is_for_reports) in enumerate(REASONS, start=1):
        reasons.create(
            name_lv=name_lv,
            rule_lv=rule_lv,
            name_en=name_en,
            rule_en=rule_en,
            is_for_reports=is_for_reports,
            sort_order=order * 10,
        )


def let_editors_moderate(apps, schema_editor):
    """Give the editors' group what moderation needs in the backstage."""
    editors = apps.get_model("auth", "Group").objects.filter(name=EDITORS).first()
    if editors is None:
        return
    # Django makes the rows of rights after all migrations, which is too late here.
    config = apps.get_app_config("forum")
    config.models_module = True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    rights = apps.get_model("auth", "Permission").objects
    for right in rights.filter(content_type__app_label="forum", codename__in=RIGHTS):
        editors.permissions.add(right)


class Migration(migrations.Migration):

    dependencies = [
        ("forum", "0002_objections"),
        ("communities", "0008_editors"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.RunPython(write_reasons, migrations.RunPython.noop),
        migrations.RunPython(let_editors_moderate, migrations.RunPython.noop),
    ]
