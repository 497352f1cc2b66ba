from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum.moderation import (
    LIMITS,
    SHORTEST_REPEATED,
    Author,
    Cause,
    Draft,
    Outcome,
    Rule,
    SectionRule,
    Standing,
    WordList,
    fingerprint,
    has_word,
    judge,
    standing_of,
    weight_of_report,
)

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
KNOWN = Author(standing=Standing.KNOWN, approved=5)
AT_ONCE = SectionRule(Rule.AT_ONCE)
ORDER = (Standing.NEW, Standing.KNOWN, Standing.TRUSTED, Standing.STAFF)
SEVERITY = (Outcome.PUBLISH, Outcome.HOLD, Outcome.REFUSE)
WORDS = WordList(held=("reklām*",), refused=("muļķis",))


def verdict(text="Vai pie ezera būs soliņi?", *, author=KNOWN, section=AT_ONCE, **fields):
    return judge(Draft(text=text, **fields), author, section, WORDS, NOW)


def links(count):
    return " ".join(f"https://adrese.example/{number}" for number in range(count))


drafts = st.builds(
    Draft,
    text=st.sampled_from(["Labdien!", "Lēta reklāma", "Muļķis!", links(3), links(9)]),
    title=st.sampled_from(["", "Muļķis", "Ezers"]),
    language=st.sampled_from(["lv", "en", "und"]),
    fingerprint=st.sampled_from(["", "a" * 32]),
    pictures=st.integers(0, 6),
    begins_topic=st.booleans(),
    said_by_others=st.integers(0, 2),
)
authors = st.builds(
    Author,
    standing=st.sampled_from(ORDER),
    approved=st.integers(0, 20),
    removed_lately=st.integers(0, 3),
    last_at=st.none() | st.timedeltas(timedelta(0), timedelta(minutes=3)).map(lambda d: NOW - d),
    last_hour=st.integers(0, 70),
    last_day=st.integers(0, 210),
    topics_last_day=st.integers(0, 25),
    fingerprints=st.sampled_from([frozenset(), frozenset({"a" * 32})]),
    is_blocked=st.booleans(),
)
sections = st.builds(SectionRule, st.sampled_from(Rule), st.integers(0, 3))


@given(drafts, authors, sections)
def test_a_verdict_has_causes_unless_the_post_is_published(draft, author, section):
    found = judge(draft, author, section, WORDS, NOW)
    assert bool(found.causes) == (found.outcome != Outcome.PUBLISH)
    assert len(set(found.causes)) == len(found.causes)


@given(drafts, authors, sections)
def test_staff_are_never_held(draft, author, section):
    found = judge(draft, replace(author, standing=Standing.STAFF), section, WORDS, NOW)
    assert found.outcome != Outcome.HOLD


@given(drafts, authors, sections)
def test_whoever_is_known_better_is_judged_no_harder(draft, author, section):
    found = [
        SEVERITY.index(
            judge(draft, replace(author, standing=standing), section, WORDS, NOW).outcome
        )
        for standing in ORDER
    ]
    assert found == sorted(found, reverse=True)


@given(drafts, authors, sections)
def test_a_refusal_comes_before_a_hold_whatever_the_section_asks(draft, author, section):
    found = judge(draft, author, section, WORDS, NOW)
    strictest = judge(draft, author, SectionRule(Rule.ALL_HELD), WORDS, NOW)
    assert (found.outcome == Outcome.REFUSE) == (strictest.outcome == Outcome.REFUSE)


@given(drafts, authors, sections)
def test_whoever_is_blocked_says_nothing(draft, author, section):
    found = judge(draft, replace(author, is_blocked=True), section, WORDS, NOW)
    assert (found.outcome, found.causes[0]) == (Outcome.REFUSE, Cause.BLOCKED)


def test_an_ordinary_post_of_somebody_known_appears_at_once():
    assert verdict().outcome == Outcome.PUBLISH


@pytest.mark.parametrize(
    ("rule", "approved", "outcome"),
    [
        (Rule.AT_ONCE, 0, Outcome.PUBLISH),
        (Rule.FIRST_HELD, 1, Outcome.HOLD),
        (Rule.FIRST_HELD, 2, Outcome.PUBLISH),
        (Rule.ALL_HELD, 50, Outcome.HOLD),
    ],
)
def test_the_rule_of_the_section(rule, approved, outcome):
    author = replace(KNOWN, approved=approved)
    assert verdict(author=author, section=SectionRule(rule, 2)).outcome == outcome


@pytest.mark.parametrize(
    ("standing", "count", "causes"),
    [
        (Standing.NEW, 2, ()),
        (Standing.NEW, 3, (Cause.LINKS,)),
        (Standing.KNOWN, 8, ()),
        (Standing.KNOWN, 9, (Cause.LINKS,)),
        (Standing.TRUSTED, 50, ()),
    ],
)
def test_how_many_links_somebody_may_give(standing, count, causes):
    assert verdict(links(count), author=replace(KNOWN, standing=standing)).causes == causes


@pytest.mark.parametrize(
    ("fields", "cause"),
    [
        ({"text": "Lētas reklāmas visiem"}, Cause.HELD_WORD),
        ({"title": "REKLĀMA"}, Cause.HELD_WORD),
        ({"tags": ("reklama",)}, Cause.HELD_WORD),
        ({"said_by_others": 1}, Cause.REPEATED_BY_OTHERS),
        ({"language": "und"}, Cause.LANGUAGE),
        ({"pictures": 5}, Cause.PICTURES),
    ],
)
def test_what_makes_a_post_wait(fields, cause):
    found = verdict(**fields)
    assert (found.outcome, found.causes) == (Outcome.HOLD, (cause,))


def test_posts_wait_after_two_removals():
    assert verdict(author=replace(KNOWN, removed_lately=1)).outcome == Outcome.PUBLISH
    assert verdict(author=replace(KNOWN, removed_lately=2)).causes == (Cause.REMOVED_LATELY,)


@pytest.mark.parametrize("standing", ORDER[:3])
@pytest.mark.parametrize("begins_topic", [False, True])
def test_time_passes_between_two_posts(standing, begins_topic):
    limits = LIMITS[standing]
    least = limits.before_topic if begins_topic else limits.between
    author = replace(KNOWN, standing=standing, last_at=NOW - least + timedelta(milliseconds=1))
    assert verdict(author=author, begins_topic=begins_topic).causes == (Cause.TOO_FAST,)
    author = replace(author, last_at=NOW - least)
    assert verdict(author=author, begins_topic=begins_topic).outcome == Outcome.PUBLISH


@pytest.mark.parametrize("standing", ORDER)
def test_how_much_somebody_may_write(standing):
    limits = LIMITS[standing]
    for counts, cause in (
        ({"last_hour": limits.posts_an_hour}, Cause.TOO_MANY),
        ({"last_day": limits.posts_a_day}, Cause.TOO_MANY),
        ({"topics_last_day": limits.topics_a_day}, Cause.TOO_MANY_TOPICS),
    ):
        author = replace(KNOWN, standing=standing, **counts)
        assert verdict(author=author, begins_topic=True).causes == (cause,)
        [(name, most)] = counts.items()
        author = replace(author, **{name: most - 1})
        assert verdict(author=author, begins_topic=True).outcome == Outcome.PUBLISH


def test_the_same_is_said_once():
    mark = fingerprint("Pie ezera vajadzētu vēl vienu soliņu!")
    author = replace(KNOWN, fingerprints=frozenset({mark}))
    assert verdict(author=author, fingerprint=mark).causes == (Cause.REPEATED,)
    assert verdict(author=author, fingerprint="b" * 32).outcome == Outcome.PUBLISH


@given(st.text())
def test_marks_and_case_do_not_make_other_words_and_short_ones_are_anybodys(text):
    assert fingerprint(text) == fingerprint(f"  {text}!? ")
    assert len(fingerprint(text)) in (0, 32)
    assert not fingerprint("ja" * (SHORTEST_REPEATED // 2 - 1))


@pytest.mark.parametrize(
    "text", ["Tu esi muļķis.", "MUĻĶIS", "mulkis", "Mulk1s", "(muļķis)", "muļķis"]
)
def test_a_word_is_found_however_it_is_written(text):
    assert has_word(text, ("muļķis",))


@pytest.mark.parametrize("text", ["muļķisks", "apmuļķis", "", "m u ļ ķ i s"])
def test_other_words_are_not_taken_for_it(text):
    assert not has_word(text, ("muļķis", "*", " ", ""))


@given(st.text(), st.lists(st.text()))
def test_no_text_and_no_list_is_too_strange(text, words):
    assert has_word(text, tuple(words)) in (True, False)


@pytest.mark.parametrize(
    ("facts", "standing"),
    [
        ({}, Standing.NEW),
        ({"approved": 1}, Standing.KNOWN),
        ({"approved": 10, "days": 13}, Standing.KNOWN),
        ({"approved": 10, "days": 14}, Standing.TRUSTED),
        ({"approved": 10, "days": 14, "removed_lately": 1}, Standing.KNOWN),
        ({"is_staff": True}, Standing.STAFF),
    ],
)
def test_how_well_somebody_is_known(facts, standing):
    usual = {"is_staff": False, "approved": 0, "removed_lately": 0, "days": 0, "trusted_after": 10}
    assert standing_of(**usual | facts) == standing


@pytest.mark.parametrize(
    ("standing", "dismissed", "upheld", "weight"),
    [
        (Standing.NEW, 0, 0, 0),
        (Standing.KNOWN, 0, 0, 1),
        (Standing.TRUSTED, 0, 0, 2),
        (Standing.STAFF, 0, 0, 2),
        (Standing.TRUSTED, 3, 1, 0),
        (Standing.TRUSTED, 3, 2, 2),
        (Standing.TRUSTED, 2, 0, 2),
    ],
)
def test_what_a_report_weighs(standing, dismissed, upheld, weight):
    assert weight_of_report(standing, dismissed, upheld) == weight


def test_two_posts_of_staff_that_are_sent_at_once_are_both_taken():
    # Whoever waited for the other began before it was kept.
    author = replace(KNOWN, standing=Standing.STAFF, last_at=NOW + timedelta(seconds=1))
    assert verdict(author=author).outcome == Outcome.PUBLISH
