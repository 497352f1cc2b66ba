"""Whom the discussions tell of what: the one place that knows."""


def post_shown(post, now):
    """A post has become visible."""


def review_opened(review, now):
    """Something waits for a moderator."""
