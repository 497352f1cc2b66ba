import re

import pytest
from PIL import features

from core.pictures import CARD, TEXT, USES, all_specs, picture_html
from core.tasks import make_renditions
from tests.core.blocks.samples import image

pytestmark = pytest.mark.django_db

SRCSET = re.compile(r'srcset="([^"]*)"')


def widths(html):
    """What each source offers, in pixels."""
    return [
        [int(width) for width in re.findall(r" (\d+)w", offered)]
        for offered in SRCSET.findall(html)
    ]


def test_a_large_picture_is_offered_in_every_format_and_size():
    html = picture_html(image(size=(1600, 900)), TEXT, {"alt": "Talka"})
    assert features.check("avif")
    assert widths(html) == [[480, 960, 1440]] * 3
    assert html.count("image/avif") == html.count("image/webp") == 1
    assert html.count(TEXT.sizes.replace('"', "&quot;")) == 3
    assert 'alt="Talka"' in html


def test_no_width_is_offered_twice_of_a_small_picture():
    assert widths(picture_html(image(size=(700, 400)), TEXT, {"alt": ""})) == [[480, 700]] * 3


def test_a_tiny_picture_is_offered_in_its_own_size_alone():
    html = picture_html(image(size=(200, 100)), TEXT, {"alt": ""})
    assert "sizes=" not in html and widths(html) == [[], []]
    assert html.count("<source") == 2 and 'width="200"' in html


def test_a_picture_whose_file_is_gone_does_no_harm():
    lost = image()
    lost.file.storage.delete(lost.file.name)
    assert "<img" in picture_html(lost, CARD, {"alt": ""})


def test_whoever_uploads_a_picture_waits_for_nothing_and_readers_neither(
    tasks_done, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks() as waiting:
        picture = image(size=(1600, 900))
    assert not picture.renditions.exists()
    for work in waiting:
        work()
    made = set(picture.renditions.values_list("filter_spec", flat=True))
    assert made == set(all_specs())
    assert all(set(use.specs) <= made for use in USES.values())


def test_a_picture_that_was_deleted_meanwhile_is_passed_by():
    make_renditions.func(0)
