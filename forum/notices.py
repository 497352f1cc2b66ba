"""Whom the discussions tell of what: the one place that knows."""


def post_shown(post, now):
    """A post has become visible."""


def review_opened(review, now):
    """Something waits for a moderator."""


def answered(post, now):
    """A post was marked as what answers its topic."""


def set_aside(post, now):
    """A post was hidden by reports until a moderator has looked at it."""


def decided(decision, now):
    """A moderator has decided about a post or a topic."""


def objection_made(objection, now):
    """Somebody objects to a decision about them."""


def objection_decided(objection, now):
    """Somebody else has looked at a decision again."""


def overdue(reviews, now):
    """These reviews have waited for longer than was promised."""
