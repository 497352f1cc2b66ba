"""What becomes of a post: published, held for a moderator or refused, and why. Pure.

`judge` knows nothing but its arguments: who writes (`Author`), what (`Draft`), under which rule
(`SectionRule`) and by which words (`WordList`). Limits are of the order that Discourse, NodeBB and
Misago have proven.
"""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from core.latvian import fold

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
# How long the same words may not be said again.
SAME_WORDS_FOR = timedelta(days=1)
LINKS_OF_NEW, LINKS_OF_KNOWN = 2, 8
PICTURES_OF_NEW, PICTURES_OF_OTHERS = 1, 4
EDITS_A_DAY = 30
REPORTS_A_DAY = 20
# Languages in which the moderators of the site can read what they answer for.
READ_LANGUAGES = frozenset({"lv", "en", "ru", "uk", "lt", "et", "ltg"})
# Shorter words are anybody's: "thanks", "I agree".
SHORTEST_REPEATED = 30
TRUSTED_DAYS = 14
ABUSED_REPORTS = 3
# Signs that stand in for letters in words that somebody hides.
DISGUISES = str.maketrans("013457@$", "oieastas")
LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


class Rule(StrEnum):
    """What a section does with posts before they appear."""

    AT_ONCE = "at_once"
    FIRST_HELD = "first_held"
    ALL_HELD = "all_held"


class Standing(StrEnum):
    """How well the site knows a person."""

    NEW = "new"
    KNOWN = "known"
    TRUSTED = "trusted"
    STAFF = "staff"


class Outcome(StrEnum):
    """What becomes of a post."""

    PUBLISH = "publish"
    HOLD = "hold"
    REFUSE = "refuse"


class Cause(StrEnum):
    """Why a post is held or refused; `forum.wording` says it in words."""

    SECTION_HOLDS_ALL = "section_holds_all"
    FIRST_POSTS = "first_posts"
    LINKS = "links"
    PICTURES = "pictures"
    HELD_WORD = "held_word"
    REFUSED_WORD = "refused_word"
    REPEATED = "repeated"
    REPEATED_BY_OTHERS = "repeated_by_others"
    TOO_FAST = "too_fast"
    TOO_MANY = "too_many"
    TOO_MANY_TOPICS = "too_many_topics"
    LANGUAGE = "language"
    BLOCKED = "blocked"
    MODERATORS_WORDS = "moderators_words"
    REMOVED_LATELY = "removed_lately"


@dataclass(frozen=True)
class Limits:
    """How often somebody may write: the least time before a post or a topic, the most in a time."""

    between: timedelta
    before_topic: timedelta
    posts_an_hour: int
    posts_a_day: int
    topics_a_day: int


LIMITS = {
    Standing.NEW: Limits(timedelta(seconds=30), timedelta(seconds=120), 8, 12, 3),
    Standing.KNOWN: Limits(timedelta(seconds=10), timedelta(seconds=15), 30, 100, 10),
    Standing.TRUSTED: Limits(timedelta(seconds=5), timedelta(seconds=15), 60, 200, 20),
    Standing.STAFF: Limits(timedelta(0), timedelta(0), 1000, 5000, 500),
}


@dataclass(frozen=True)
class Author:
    """What the site knows of whoever writes, counted before this post.

    `approved` are posts that were shown and not taken away; `removed_lately` those that
    moderators took away in the last thirty days; `last_at` is when they last wrote;
    `fingerprints` those of their posts of the last day.
    """

    standing: Standing = Standing.NEW
    approved: int = 0
    removed_lately: int = 0
    last_at: datetime | None = None
    last_hour: int = 0
    last_day: int = 0
    topics_last_day: int = 0
    fingerprints: frozenset[str] = frozenset()
    is_blocked: bool = False


@dataclass(frozen=True)
class Draft:
    """What is about to be said. `said_by_others` counts other people's same words of the day."""

    text: str
    title: str = ""
    tags: tuple[str, ...] = ()
    language: str = "lv"
    fingerprint: str = ""
    pictures: int = 0
    begins_topic: bool = False
    said_by_others: int = 0


@dataclass(frozen=True)
class SectionRule:
    """What the place asks: its rule, and how many first posts of a person are held."""

    rule: Rule = Rule.FIRST_HELD
    first_held: int = 1


@dataclass(frozen=True)
class WordList:
    """Words that make a post wait, and words with which it is not taken; `*` ends a beginning."""

    held: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """What becomes of the post, and all causes; none where it is published."""

    outcome: Outcome
    causes: tuple[Cause, ...] = field(default=())


def judge(
    draft: Draft, author: Author, section: SectionRule, words: WordList, now: datetime
) -> Verdict:
    """What becomes of the draft: refusals come before holds, and staff are never held."""
    refusals = _refusals(draft, author, words, now)
    if refusals:
        return Verdict(Outcome.REFUSE, refusals)
    if author.standing == Standing.STAFF:
        return Verdict(Outcome.PUBLISH)
    holds = _holds(draft, author, section, words)
    return Verdict(Outcome.HOLD, holds) if holds else Verdict(Outcome.PUBLISH)


def _refusals(draft, author, words, now) -> tuple[Cause, ...]:
    limits = LIMITS[author.standing]
    least = limits.before_topic if draft.begins_topic else limits.between
    # Of two posts sent at once the second may have been begun before the first.
    passed = max(now - author.last_at, timedelta(0)) if author.last_at else None
    is_fast = passed is not None and passed < least
    is_over = author.last_hour >= limits.posts_an_hour or author.last_day >= limits.posts_a_day
    found = (
        (Cause.BLOCKED, author.is_blocked),
        (Cause.REPEATED, bool(draft.fingerprint) and draft.fingerprint in author.fingerprints),
        (Cause.TOO_FAST, is_fast),
        (Cause.TOO_MANY, is_over),
        (
            Cause.TOO_MANY_TOPICS,
            draft.begins_topic and author.topics_last_day >= limits.topics_a_day,
        ),
        (
            Cause.REFUSED_WORD,
            author.standing != Standing.STAFF and has_word(_all_words(draft), words.refused),
        ),
    )
    return tuple(cause for cause, is_so in found if is_so)


def _holds(draft, author, section, words) -> tuple[Cause, ...]:
    is_new = author.standing == Standing.NEW
    links = len(LINK.findall(draft.text))
    most_links = LINKS_OF_NEW if is_new else LINKS_OF_KNOWN
    is_trusted = author.standing == Standing.TRUSTED
    found = (
        (Cause.SECTION_HOLDS_ALL, section.rule == Rule.ALL_HELD),
        (
            Cause.FIRST_POSTS,
            section.rule == Rule.FIRST_HELD and author.approved < section.first_held,
        ),
        (Cause.LINKS, not is_trusted and links > most_links),
        (Cause.PICTURES, draft.pictures > (PICTURES_OF_NEW if is_new else PICTURES_OF_OTHERS)),
        (Cause.HELD_WORD, has_word(_all_words(draft), words.held)),
        (Cause.REPEATED_BY_OTHERS, draft.said_by_others > 0),
        (Cause.LANGUAGE, draft.language not in READ_LANGUAGES),
        (Cause.REMOVED_LATELY, author.removed_lately >= 2),
    )
    return tuple(cause for cause, is_so in found if is_so)


def _all_words(draft: Draft) -> str:
    return " ".join((draft.title, *draft.tags, draft.text))


def has_word(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of the words stands in the text; case, marks and look-alike signs do not help."""
    plain = fold(text).translate(DISGUISES)
    return any(re.search(_pattern(word), plain) for word in words if word.strip(" *"))


def _pattern(word: str) -> str:
    plain = fold(word.strip().rstrip("*")).translate(DISGUISES)
    end = "" if word.strip().endswith("*") else r"(?!\w)"
    return rf"(?<!\w){re.escape(plain)}{end}"


def fingerprint(text: str) -> str:
    """Thirty-two digits that are the same for words that differ in case, marks and signs only.

    Empty for what is too short to tell anybody's words from another's.
    """
    plain = re.sub(r"\W+", "", fold(text))
    if len(plain) < SHORTEST_REPEATED:
        return ""
    return hashlib.blake2b(plain.encode(), digest_size=16).hexdigest()


def standing_of(
    *, is_staff: bool, approved: int, removed_lately: int, days: int, trusted_after: int
):
    """How well a person is known, by what they have written and for how long.

    `days` have passed since their first shown post; `removed_lately` are posts that were taken
    away in the last thirty days and whose removal stands.
    """
    if is_staff:
        return Standing.STAFF
    if approved >= trusted_after and days >= TRUSTED_DAYS and not removed_lately:
        return Standing.TRUSTED
    return Standing.KNOWN if approved else Standing.NEW


def mailbox_of(address: str) -> str:
    """The mailbox that an address leads to, whatever stands after a + in it."""
    name, _at, host = address.lower().rpartition("@")
    return f"{name.partition('+')[0]}@{host}"


def weight_together(reports) -> int:
    """What pairs of an address and a weight count together: every mailbox once, by its heaviest."""
    heaviest: dict[str, int] = {}
    for address, weight in reports:
        mailbox = mailbox_of(address)
        heaviest[mailbox] = max(weight, heaviest.get(mailbox, 0))
    return sum(heaviest.values())


def weight_of_report(standing: Standing, dismissed: int, upheld: int) -> int:
    """What a report counts: 2 of the trusted, 1 of the known, 0 of others and of abusers."""
    if dismissed >= ABUSED_REPORTS and dismissed > 2 * upheld:
        return 0
    return {Standing.NEW: 0, Standing.KNOWN: 1}.get(standing, 2)
