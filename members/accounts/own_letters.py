"""How letters about somebody's signing in are known as theirs, whichever address they went to."""


def about_account(person) -> str:
    """The beginning of what such a letter is about."""
    return f"account:{person.pk}:"
