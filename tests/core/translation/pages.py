"""The page that tests of translations begin with."""

from tests import world


def add_latvian(site):
    """Add to the site its page `latvian`: a live page of text, with its live English translation.

    A module whose tests all begin with it says `build = add_latvian`, and it is made once.
    """
    site.latvian = world.standard_page(site.home, "Lapa", slug="lapa", summary="Kopsavilkums.")
    world.translated(site.latvian)
    site.latvian.refresh_from_db()
