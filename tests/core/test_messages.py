import gettext
from io import BytesIO, StringIO

import pytest
from django.core.management import CommandError, call_command

from core import messages
from core.management.commands.messages import extracted, read
from core.messages import Message

TEMPLATE = """
<div>
    {% load i18n %}
        <p title="{% translate 'Save' %}">{{ _("Plain") }} {{ word|default:_("Nothing") }}</p>
      {% blocktranslate trimmed count number=number %}
          One
             page
      {% plural %}
          {{ number }} pages
      {% endblocktranslate %}
  {% translate "May" context "month" %} {% comment %}{% translate "Hidden" %}{% endcomment %}
</div>
"""
PYTHON = """
from django.utils.translation import gettext_lazy as _, ngettext, npgettext_lazy, pgettext
label = _("A long " "label")
count = ngettext("%(n)d page", "%(n)d pages", n)
month = pgettext("month", "May")
piece = npgettext_lazy("chess", "piece", "pieces", n)
other = print("not a word of the interface")
"""
PAGES = Message(
    ids=("One page", "%(number)s pages"),
    strings=("%(number)s lapa", "%(number)s lapas", "Lapu nav"),
)
SAVE = Message(ids=("Save",), strings=("Saglabāt",))
MAY = Message(ids=("May",), context="month", strings=("maijs",))


def test_it_finds_the_words_of_a_template_however_it_is_indented():
    assert set(extracted(messages.as_python(TEMPLATE))) == {
        Message(ids=("Save",)),
        Message(ids=("Plain",)),
        Message(ids=("Nothing",)),
        Message(ids=("One page", "%(number)s pages")),
        Message(ids=("May",), context="month"),
    }


def test_it_finds_the_words_of_python():
    assert set(extracted(PYTHON)) == {
        Message(ids=("A long label",)),
        Message(ids=("%(n)d page", "%(n)d pages")),
        Message(ids=("May",), context="month"),
        Message(ids=("piece", "pieces"), context="chess"),
    }


def test_it_keeps_translations_and_drops_what_nothing_says_any_more():
    found = [Message(ids=("Save",)), Message(ids=("Back",))]
    kept = messages.brought_up_to_date(found, [SAVE, MAY])
    assert kept == [Message(ids=("Back",)), SAVE]


def test_it_gathers_a_singular_and_its_plural_into_one():
    found = [Message(ids=("One page",)), Message(ids=PAGES.ids), Message(ids=("One page",))]
    assert messages.brought_up_to_date(found, []) == [Message(ids=PAGES.ids)]


def test_it_asks_for_a_look_when_a_plural_was_added():
    singular = Message(ids=("One page",), strings=("Viena lapa",))
    (message,) = messages.brought_up_to_date([Message(ids=PAGES.ids)], [singular])
    assert message.is_fuzzy and message.strings == ("Viena lapa",)


@pytest.mark.parametrize(
    "message",
    [
        PAGES,
        MAY,
        Message(ids=('Two\nlines \\ “quoted” "too"\n',), strings=("Divas\nrindas\t\n",)),
        Message(ids=("Not sure",), strings=("Varbūt",), is_fuzzy=True),
        Message(ids=("Not yet",), strings=("",)),
    ],
)
def test_what_it_writes_it_reads_again(tmp_path, message):
    path = tmp_path / "django.po"
    path.write_text(messages.po_text("lv", [message], "A remark."), encoding="utf-8")
    assert read(path) == [message]


def test_it_escapes_what_a_po_file_cannot_hold():
    text = messages.po_text("lv", [Message(ids=('A "\\" sign\n',))], "A remark.")
    assert 'msgid "A \\"\\\\\\" sign\\n"' in text


def test_gettext_reads_what_it_compiles():
    compiled = gettext.GNUTranslations(BytesIO(messages.mo_bytes("lv", [SAVE, MAY, PAGES])))
    assert compiled.gettext("Save") == "Saglabāt"
    assert compiled.pgettext("month", "May") == "maijs"
    counted = [compiled.ngettext(*PAGES.ids, number) for number in (0, 1, 2, 10, 11, 21)]
    one, many, none = PAGES.strings
    assert counted == [none, one, many, many, many, one]


def test_it_compiles_only_what_is_ready():
    unsure = Message(ids=("Not sure",), strings=("Varbūt",), is_fuzzy=True)
    half = Message(ids=("One", "Many"), strings=("Viens", "", ""))
    compiled = gettext.GNUTranslations(BytesIO(messages.mo_bytes("lv", [unsure, half])))
    assert compiled.gettext("Not sure") == "Not sure"
    assert compiled.ngettext("One", "Many", 1) == "One"


def test_it_finds_nothing_wrong_with_good_translations():
    assert messages.faults("lv", [SAVE, MAY, PAGES]) == []
    assert messages.faults("en", [Message(ids=("Save",), strings=("",))]) == []


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ("untranslated", Message(ids=("Save",), strings=("",))),
        ("untranslated", Message(ids=("One", "Many"), strings=("Viens", "Daudz", ""))),
        ("fuzzy", Message(ids=("Save",), strings=("Glābt",), is_fuzzy=True)),
        ("2 forms", Message(ids=("One", "Many"), strings=("Viens", "Daudz"))),
        ("placeholders", Message(ids=("%(name)s saved",), strings=("Saglabāts",))),
        ("placeholders", Message(ids=("{name} saved",), strings=("{nosaukums} saglabāts",))),
        ("placeholders", Message(ids=("%s of %d",), strings=("%d no %s",))),
        ("placeholders", Message(ids=("One", "%(n)s"), strings=("Viens", "%(n)s", "Nav"))),
        ("blanks", Message(ids=("Status: ",), strings=("Statuss:",))),
    ],
)
def test_it_names_what_is_wrong_with_a_translation(fault, message):
    (line,) = messages.faults("lv", [message])
    assert line.startswith(fault) and message.ids[0] in line


def test_a_percent_sign_is_no_placeholder():
    assert messages.placeholders("100 %% and 50 % of %(whole)s") == {"%(whole)s"}


def test_it_names_what_a_catalogue_lacks_and_what_it_has_too_many():
    found = [Message(ids=("Save",)), Message(ids=("May", "Mays"), context="month")]
    assert messages.gaps(found, [MAY, PAGES]) == [
        "missing: “Save”",
        "obsolete: “One page”",
        "its plural has changed: “May” (month)",
    ]


@pytest.fixture
def little_site(settings, tmp_path):
    """A site of one template, gathered and translated; its folder."""
    settings.ROOT = tmp_path
    settings.LOCALE_PATHS = [tmp_path / "site", tmp_path / "upstream"]
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path / "templates"]}]
    (tmp_path / "templates").mkdir()
    say(tmp_path, "{% translate 'Save' %}")
    gathered = tmp_path / "site/lv/LC_MESSAGES/django.po"
    gathered.parent.mkdir(parents=True)
    gathered.write_text(messages.po_text("lv", [SAVE], "A remark."), encoding="utf-8")
    call_command("messages", stdout=StringIO())
    return tmp_path


def say(root, words):
    page = root / "templates" / "page.html"
    page.write_text("{% load i18n %}" + words, encoding="utf-8")


def files(root):
    return {path: path.read_bytes() for path in root.rglob("*.?o")}


def test_running_it_twice_changes_nothing(little_site):
    before = files(little_site)
    call_command("messages", stdout=StringIO())
    assert files(little_site) == before
    assert len(before) == 4


def test_it_passes_a_site_in_order(little_site):
    call_command("messages", check=True)


def test_it_compiles_the_catalogues_of_packages(little_site):
    path = little_site / "upstream/lv/LC_MESSAGES/djangojs.po"
    path.parent.mkdir(parents=True)
    path.write_text(messages.po_text("lv", [PAGES], "A remark."), encoding="utf-8")
    call_command("messages", stdout=StringIO())
    assert path.with_suffix(".mo").read_bytes() == messages.mo_bytes("lv", [PAGES])


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("{% translate 'Save' %}{% translate 'Back' %}", "lv.*missing: “Back”"),
        ("{% translate 'Save' %}{% translate 'Back' %}", "en.*missing: “Back”"),
        ("Nothing to say.", "obsolete: “Save”"),
    ],
)
def test_the_check_refuses_words_that_were_not_gathered(little_site, words, fault):
    say(little_site, words)
    before = files(little_site)
    with pytest.raises(CommandError, match=fault):
        call_command("messages", check=True)
    assert files(little_site) == before


def test_the_check_refuses_what_was_not_compiled(little_site):
    path = little_site / "site/lv/LC_MESSAGES/django.po"
    glossed = Message(ids=SAVE.ids, strings=("Glabāt",))
    path.write_text(messages.po_text("lv", [glossed], "A remark."), encoding="utf-8")
    with pytest.raises(CommandError, match=r"lv/LC_MESSAGES/django\.mo: not as"):
        call_command("messages", check=True)


def test_gathering_says_what_is_left_to_translate(little_site):
    say(little_site, "{% translate 'Back' %}")
    with pytest.raises(CommandError, match="lv.*untranslated: “Back”"):
        call_command("messages", stdout=StringIO())
    assert "Back" in (little_site / "site/lv/LC_MESSAGES/django.po").read_text(encoding="utf-8")
