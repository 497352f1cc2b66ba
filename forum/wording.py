"""What moderation says in words: to whoever wrote, and to those who decide."""

from django.utils.translation import gettext as _

from forum.models import Decision
from forum.moderation import Cause


def refusal_of(causes) -> str:
    """What is said to somebody whose post is not taken, for the first of the causes."""
    words = {
        Cause.BLOCKED: _(
            "You cannot write here for a time, as the letter about it says. What you typed is "
            "still here: copy it if you need it."
        ),
        Cause.REPEATED: _("You have said the same here lately. It is enough to say it once."),
        Cause.TOO_FAST: _("That was quick! Please wait a moment and send it once more."),
        Cause.TOO_MANY: _(
            "You have written much today. Please go on later: what you typed is still here."
        ),
        Cause.TOO_MANY_TOPICS: _(
            "You have begun several topics today. Please begin the next one tomorrow, or answer in "
            "one that is there."
        ),
        Cause.REFUSED_WORD: _(
            "There is a word in it that we do not publish. Please say it in another way."
        ),
    }
    return next((words[cause] for cause in causes if cause in words), _("This cannot be taken."))


def cause_in_words(cause: str) -> str:
    """Why something waits, as the queue says it."""
    words = {
        Cause.SECTION_HOLDS_ALL: _("Every post here is looked at before"),
        Cause.FIRST_POSTS: _("One of the person’s first posts"),
        Cause.LINKS: _("Many links"),
        Cause.PICTURES: _("Many pictures"),
        Cause.HELD_WORD: _("A word from the list"),
        Cause.REPEATED_BY_OTHERS: _("Others wrote the same words"),
        Cause.LANGUAGE: _("In a language that few here read"),
        Cause.REMOVED_LATELY: _("Posts of the person were removed lately"),
        Cause.MODERATORS_WORDS: _("A moderator changed these words before"),
    }
    return words.get(cause, "")


def decided_before(review) -> str:
    """Who has decided about the review, and what; for the second of two moderators."""
    decision = review.decisions.select_related("made_by").order_by("-made_at", "-pk").first()
    if decision is None:
        return _("This waits no more: it was decided together with something else, or taken back.")
    who = decision.made_by.name if decision.made_by else _("Somebody")
    said = _("%(who)s has decided about this already: %(what)s.")
    return said % {"who": who, "what": decision.get_kind_display().lower()}


def deed_in_words(kind: str) -> str:
    """What a moderator does when they choose this, as a button says it."""
    kinds = Decision.Kind
    words = {
        kinds.APPROVE: _("Approve"),
        kinds.EDIT: _("Change the words and approve"),
        kinds.HIDE: _("Hide"),
        kinds.REFUSE: _("Refuse"),
        kinds.KEEP: _("Leave it as it is"),
        kinds.UPHOLD: _("Let the decision stand"),
        kinds.OVERTURN: _("Take the decision back"),
    }
    return words[kind]
