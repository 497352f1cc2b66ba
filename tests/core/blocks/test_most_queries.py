"""A page with every block asks the database no more than a page may."""

import pytest

from tests import world
from tests.core.blocks.samples import in_english, person, video
from tests.core.blocks.test_growth import MAKERS, cold_queries, make_targets
from tests.growth import MOST_QUERIES


# Outside of a transaction, as in a running server, pages know what all of them share.
@pytest.mark.django_db(transaction=True)
def test_a_page_with_every_block_asks_no_more_than_it_may(site):
    in_english(site, world.article(site.news, "Kaut kas cits", slug="cits"))
    body = [make(*target) for make in MAKERS for target in make_targets(site)]
    body += [("video", video()), ("contacts", {"heading": "", "people": [person()] * 9})]
    article = world.article(site.news, "Talka", slug="talka", body=body)
    assert cold_queries(article.url_path) <= MOST_QUERIES
