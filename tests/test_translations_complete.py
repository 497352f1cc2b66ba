"""Editors work in Latvian: no word of the backstage is missing, and English stays English."""

import re
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path

import django
import html5lib
import pytest
import time_machine
from django.apps import apps
from django.conf import settings
from django.contrib import humanize
from django.contrib.humanize.templatetags.humanize import naturaltime
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import ngettext, override
from django.utils.translation.trans_real import DjangoTranslation, translation
from wagtail.admin.templatetags.wagtailadmin_tags import timesince_simple
from wagtail.users.models import UserProfile

from core.management.commands.messages import catalogues, is_own, read
from tests import backstage

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SCRIPT_CATALOGUES = ("wagtailadmin", "wagtail_localize")

# What is written the same in both languages: names, units, signs.
SAME_IN_BOTH = {
    "Video", "video", "Licence", "licence",
    "%(first)s, %(rest)s", "%(field_label)s:", "%(truncated_text)s…", ", ", ":", ":?.!", "…",
    "%s KB", "%s MB", "%s GB", "%s TB", "%s PB", "%(num)s min",
    "jan", "feb", "mar", "apr", "aug", "sep", "nov", "dec",
    "ID", "IPv4", "IPv6", "MFA", "WebAuthn", "Headless", "Wagtail API v2", "Wagtail API v3",
    "%(time_zone_option)s: %(localized_time_zone_label)s",
    "%(weekday)s, %(date)s",
}  # fmt: skip

# English that the packages' own code says past every catalogue, and where it stands.
PAST_THE_CATALOGUES = {
    "# pages": "wagtail_localize: the template of the list of languages",
    "Actions": "wagtail.admin: the template of the buttons in a page's head",
    "Email address": "wagtail.admin: a field without a label, in the window for links",
    "Locale": "wagtail: a model without a name, in the permissions of a group",
    "None": "wagtail.admin: nobody, and nothing counted, as Python writes it",
    "Page": "wagtail.admin: a field without a label, in workflows and groups",
    "Port": "wagtail.sites: a column without a label",
    "Root page": "wagtail.sites: a column without a label",
    "Search": "wagtail.admin: a button that only screen readers meet",
    "Site name": "wagtail.sites: a column without a label",
}
# What is no English word of the interface: a name of a page or a language, and what is Latvian too,
# for “from” and for one administrator.
NOT_SAID_BY_THE_BACKSTAGE = {
    *(
        "Calendar",
        "Communities",
        "News",
        "Forum",
        "Forums",
        "Library",
        "English",
        "No",
        "Administrators",
    )
}
# The names of permissions are rows of the database.
STORED_PERMISSION = re.compile(r".+ \| .+ \| .+|Can (add|change|delete) .+")


def shipped(domain="django", labels=None, language="en"):
    """What the packages bring: the named apps, or all and what they lean on."""
    configs = apps.get_app_configs() if labels is None else map(apps.get_app_config, labels)
    folders = [Path(config.path) for config in configs]
    if labels is None:
        # Wagtail tells times in the words of an app that need not be installed.
        folders += [Path(django.__file__).parent / "conf", Path(humanize.__file__).parent]
    paths = [folder / f"locale/{language}/LC_MESSAGES/{domain}.po" for folder in folders]
    return [message for path in paths for message in read(path)]


def own():
    """What the site itself says, in Latvian."""
    return [
        message
        for path in catalogues()
        if is_own(path) and "lv" in path.parts
        for message in read(path)
    ]


def for_packages(domain="django"):
    """What the project says in Latvian for the packages."""
    paths = [path for path in catalogues() if path.match(f"upstream/lv/*/{domain}.po")]
    return [message for path in paths for message in read(path)]


def scripts(language, label):
    """The words that the scripts of an app are given."""
    folder = Path(apps.get_app_config(label).path) / "locale"
    return DjangoTranslation(language, domain="djangojs", localedirs=[str(folder)])


def said(words, message):
    """What a person reads: the one form, or those for one, for two and for none."""
    first = "\4".join(part for part in (message.context, message.ids[0]) if part)
    if len(message.ids) == 1:
        forms = [words.gettext(first)]
    else:
        forms = [words.ngettext(first, message.ids[1], number) for number in (1, 2, 0)]
    return [form.rpartition("\4")[2] for form in forms]


def in_english(words, messages):
    """Which of the messages a person reads in English."""
    return {
        message.ids[0]
        for message in messages
        if not set(said(words, message)).isdisjoint(message.ids)
    }


def test_the_catalogues_are_in_order():
    call_command("messages", check=True)


def test_every_word_of_the_packages_is_said_in_latvian():
    assert in_english(translation("lv"), [*shipped(), *own()]) - SAME_IN_BOTH == set()


@pytest.mark.parametrize("label", SCRIPT_CATALOGUES)
def test_every_word_of_the_scripts_is_said_in_latvian(label):
    messages = shipped("djangojs", [label])
    assert in_english(scripts("lv", label), messages) - SAME_IN_BOTH == set()


def test_the_list_of_words_that_are_the_same_is_not_longer_than_needed():
    same = in_english(translation("lv"), [*shipped(), *own()])
    for label in SCRIPT_CATALOGUES:
        same |= in_english(scripts("lv", label), shipped("djangojs", [label]))
    assert SAME_IN_BOTH - same == set()


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_nothing_is_translated_that_no_package_says(domain):
    names = {config.name.partition(".")[0] for config in apps.get_app_configs()}
    folders = [Path(import_module(name).__file__).parent for name in names]
    paths = [
        path for folder in folders for path in folder.rglob(f"locale/en/LC_MESSAGES/{domain}.po")
    ]
    said_somewhere = {message.key for path in paths for message in read(path)}
    assert {message.key for message in for_packages(domain)} - said_somewhere == set()


def test_the_site_and_the_packages_say_one_thing_in_one_word():
    site = {message.key: message.strings for message in own()}
    packages = {message.key: message.strings for message in shipped(language="lv")}
    packages |= {message.key: message.strings for message in for_packages()}
    both = site.keys() & packages.keys()
    assert {key: packages[key] for key in both} == {key: site[key] for key in both}


def test_latvian_is_set_in_latvian_quotation_marks():
    texts = [
        text
        for message in [*own(), *for_packages(), *for_packages("djangojs")]
        for text in message.strings
    ]
    assert [text for text in texts if re.search(r"[“—]|\.\.\.|(?<![=\w])['\"]\w", text)] == []


@pytest.mark.parametrize(
    ("singular", "plural", "forms"),
    [
        ("%(num)d year", "%(num)d years", ("gads", "gadi", "gadu")),
        ("%(num)d month", "%(num)d months", ("mēnesis", "mēneši", "mēnešu")),
        ("%(num)d week", "%(num)d weeks", ("nedēļa", "nedēļas", "nedēļu")),
        ("%(num)d day", "%(num)d days", ("diena", "dienas", "dienu")),
        ("%(num)d hour", "%(num)d hours", ("stunda", "stundas", "stundu")),
        ("%(num)d minute", "%(num)d minutes", ("minūte", "minūtes", "minūšu")),
        ("%(count)s image", "%(count)s images", ("attēls", "attēli", "attēlu")),
        ("%(count)s document", "%(count)s documents", ("dokuments", "dokumenti", "dokumentu")),
        ("1 page", "%(counter)s pages", ("lapa", "lapas", "lapu")),
        ("%(size)d byte", "%(size)d bytes", ("baits", "baiti", "baitu")),
        ("entry", "entries", ("ieraksts", "ieraksti", "ierakstu")),
        ("an hour ago", "%(count)s hours ago", ("stundas", "stundām", "stundām")),
        (
            "Your password must contain at least %(min_length)d character.",
            "Your password must contain at least %(min_length)d characters.",
            ("rakstzīmei.", "rakstzīmēm.", "rakstzīmēm."),
        ),
    ],
)
def test_counted_things_take_their_latvian_form(singular, plural, forms):
    one, many, none = forms
    with override("lv"):
        counted = [
            ngettext(singular, plural, number).split()[-1] for number in (0, 1, 2, 10, 11, 21)
        ]
    assert counted == [none, one, many, many, many, one]


@pytest.mark.parametrize(
    ("ago", "in_lists", "in_sentences"),
    [
        (timedelta(0), "tikko", "tagad"),
        (timedelta(hours=1, minutes=1), "pirms: 1\xa0stunda", "pirms 1 stundas"),
        (timedelta(days=21, minutes=1), "pirms: 3\xa0nedēļas", "pirms 3\xa0nedēļām"),
    ],
)
def test_the_backstage_tells_times_in_good_latvian(ago, in_lists, in_sentences):
    then = NOON - ago
    with override("lv"), time_machine.travel(NOON, tick=False):
        assert timesince_simple(then) == in_lists
        assert naturaltime(then) == in_sentences


def test_english_is_never_latvian():
    assert settings.LANGUAGE_CODE == "lv"
    words = translation("en")
    for message in [*shipped(), *own()]:
        singular, *plural = message.ids
        assert said(words, message) == [singular, *plural, *plural]


@pytest.mark.parametrize("label", SCRIPT_CATALOGUES)
def test_scripts_speak_english_too(label):
    words = scripts("en", label)
    for message in shipped("djangojs", [label]):
        singular, *plural = message.ids
        assert said(words, message) == [singular, *plural, *plural]


def seen_on(response):
    """The pieces of text that a person sees or is read, on a page or in a window over it."""
    is_window = response.headers["Content-Type"].startswith("application/json")
    html = response.json().get("html") or "" if is_window else response.content.decode()
    tree = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    for element in tree.iter():
        if element.tag in ("script", "style"):
            element.text = ""
        yield from (element.text, element.tail)
        yield from (element.get(name) for name in ("aria-label", "title", "placeholder", "alt"))
        if element.tag == "input" and element.get("type") == "submit":
            yield element.get("value")


def english_words():
    """English that Latvian says otherwise: a pattern for all of it, anything in its open places."""
    words, patterns = translation("lv"), set()
    for message in [*shipped(), *own()]:
        for text in set(message.ids) - set(said(words, message)):
            literal = re.split(r"%\(\w+\)[sd]|\{\w*\}", " ".join(text.split()))
            if re.search("[A-Za-z]{3}", "".join(literal)):
                first, *others = map(re.escape, (capfirst(literal[0]), *literal[1:]))
                patterns.add(".+".join([re.escape(literal[0]), *others]))
                patterns.add(".+".join([first, *others]))
    return re.compile("|".join(sorted(patterns)))


@pytest.mark.filterwarnings("ignore:Pagination may yield")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_the_backstage_says_nothing_in_english(site, people, client):
    english, leaks = english_words(), defaultdict(list)
    addresses = backstage.addresses(site, people)
    UserProfile.objects.create(user=people.admin, preferred_language="lv")
    client.force_login(people.admin)
    answers = [client.get(address, follow=True) for address in addresses]
    answers.append(Client().get(reverse("account_login")))
    for answer in answers:
        assert answer.status_code == 200, answer.request["PATH_INFO"]
        texts = {" ".join((piece or "").split()) for piece in seen_on(answer)}
        for text in texts - NOT_SAID_BY_THE_BACKSTAGE:
            if english.fullmatch(text) and not STORED_PERMISSION.fullmatch(text):
                leaks[re.sub(r"\d+", "#", text)].append(answer.request["PATH_INFO"])
    assert leaks.keys() == PAST_THE_CATALOGUES.keys(), dict(leaks)
