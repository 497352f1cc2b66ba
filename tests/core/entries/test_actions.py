"""What is found of a page follows it in the transaction that changes it."""

import pytest
from django.db import transaction

from core import search_index
from core.entries.actions import forget_unused, keep_missing, renew_entries
from core.models import SearchEntry, SearchWord
from core.search_query import query_of
from home.models import StandardPage
from tests import world

BODY = [("text", "<p>Soli<b>ņi</b> pie ezera.</p><ul><li>Laipa</li></ul>")]


def build(site):
    site.page = world.standard_page(site.home, "Atpūtas vieta", summary="Kur peldēties.", body=BODY)
    site.draft = world.standard_page(site.home, "Melnraksts", is_published=False)


def found(typed: str) -> list[str]:
    entries = search_index.matching(SearchEntry.objects.all(), query_of(typed))
    return [entry.title for entry in entries]


def test_a_page_is_found_by_title_summary_and_text(site):
    assert found("atpūtā") == found("peldēties") == found("soliņš") == found("laipas")
    assert found("soliņš") == ["Atpūtas vieta"]
    entry = SearchEntry.objects.get(page=site.page)
    assert (entry.kind, entry.summary) == ("page", "Kur peldēties.")
    assert entry.text == "Soliņi pie ezera. Laipa"


def test_a_draft_is_not_found_and_a_new_version_only_once_it_is_out(site):
    assert found("melnraksts") == []
    page = StandardPage.objects.get(pk=site.page.pk)
    page.title = "Pludmale"
    revision = page.save_revision()
    assert found("pludmale") == []
    revision.publish()
    assert found("pludmale") == ["Pludmale"] and found("vieta") == []


def test_what_is_taken_off_or_deleted_is_not_found(site):
    other = world.standard_page(site.home, "Atpūtas vakars")
    site.page.unpublish()
    assert found("atpūta") == ["Atpūtas vakars"]
    other.delete()
    assert found("atpūta") == []


def test_what_is_taken_back_was_never_found(site):
    with pytest.raises(LookupError), transaction.atomic():
        world.standard_page(site.home, "Neatliekams")
        assert found("neatliekams")
        raise LookupError
    assert found("neatliekams") == []


def test_a_translation_is_an_entry_of_its_own(site):
    translated = world.translated(site.page)
    assert SearchEntry.objects.get(page=translated).title == translated.title


def test_pages_that_were_written_without_a_signal_are_found_later(site):
    kept = SearchEntry.objects.count()
    SearchEntry.objects.all().delete()
    assert keep_missing(most=1) == 1
    assert keep_missing(most=100) == kept - 1 and keep_missing(most=100) == 0
    assert found("peldēties") == ["Atpūtas vieta"]


def test_entries_are_made_anew_from_whatever_state(site):
    right = stored()
    SearchEntry.objects.filter(page=site.page).update(title="Cits", search_keys="cits")
    SearchEntry.objects.filter(page=site.home).delete()
    StandardPage.objects.filter(pk=site.draft.pk).update(live=True)
    assert list(renew_entries())[-1] == (len(right) + 1, len(right) + 1)
    StandardPage.objects.filter(pk=site.draft.pk).update(live=False)
    forget_unused()
    assert stored() == right


def stored():
    return set(SearchEntry.objects.values_list("page_id", "title", "search_keys"))


def test_a_renewal_that_ends_in_the_middle_leaves_an_index_of_all_pages(site, monkeypatch):
    right = stored()
    SearchEntry.objects.update(search_keys="")
    monkeypatch.setattr("core.entries.actions.PAGES_AT_ONCE", 1)
    renewal = renew_entries()
    next(renewal)
    renewal.close()
    assert SearchEntry.objects.count() == len(right)
    assert SearchEntry.objects.filter(search_keys="").exists()
    list(renew_entries())
    assert stored() == right


def test_the_vocabulary_holds_the_words_of_the_entries(site):
    words = set(SearchWord.objects.values_list("key", flat=True))
    assert {"laip", "ezer"} <= words
    StandardPage.objects.get(pk=site.page.pk).delete()
    forget_unused()
    left = set(SearchWord.objects.values_list("key", flat=True))
    assert "laip" not in left and left


def test_other_keys_after_a_change_of_the_stemmer_reach_ranking_and_spelling(site):
    entries = SearchEntry.objects.filter(page=site.page)
    kept = entries.values("title_keys", "summary_keys", "search_keys").get()
    entries.update(title_keys="x", summary_keys="x", search_keys="x")
    SearchWord.objects.all().delete()
    searched = next(one for one in search_index.registered() if one.model is SearchEntry)
    assert search_index.renew(searched) == 1
    assert entries.values("title_keys", "summary_keys", "search_keys").get() == kept
    assert SearchWord.objects.filter(key="solin").exists()
    assert search_index.renew(searched) == 0
