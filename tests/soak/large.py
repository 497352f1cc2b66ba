"""Ten times the communities and a hundred times the news cost a page no more queries."""

from tests.soak.site import Site


def run(site: Site, copy_url: str):
    """Yield each promise, whether it held, and the figures; the copy is what grows."""
    seen = site.ask("size", DATABASE_URL=copy_url)
    for page, (queries, quickest, queries_large, quickest_large) in seen.items():
        yield (
            f"no more queries for the {page} with 140 communities, 1000 news than with 14, 10",
            queries_large <= queries,
            f"{queries_large} and {queries}; {quickest_large:.0f} and {quickest:.0f} ms",
        )
