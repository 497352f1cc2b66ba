import json
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from core.blocks import BodyBlock
from core.rich_text import RichTextArea

PEOPLE = 8
PARAGRAPHS = 40


@pytest.fixture
def _impatient():
    """Threads take turns far more often than usual."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.fixture
def widget():
    """The editor of the text that every page has; one for the whole process."""
    return BodyBlock().child_blocks["text"].field.widget


def test_bodies_are_written_in_the_safe_editor(widget):
    assert isinstance(widget, RichTextArea)


@pytest.mark.usefixtures("_impatient")
def test_people_who_open_forms_at_once_each_get_their_own_text(widget):
    def opened(person):
        html = "".join(f"<p>Teksts <b>{person}</b></p>" for _ in range(PARAGRAPHS))
        blocks = json.loads(widget.format_value(html))["blocks"]
        return [block["text"] for block in blocks]

    people = [number % PEOPLE for number in range(PEOPLE * 5)]
    with ThreadPoolExecutor(PEOPLE) as pool:
        for person, texts in zip(people, pool.map(opened, people), strict=True):
            assert texts == [f"Teksts {person}"] * PARAGRAPHS


def test_rich_text_keeps_its_links_and_lists(widget):
    html = '<p data-block-key="a1">Skat. <a href="https://example.lv">šeit</a></p>'
    assert widget.converter.to_database_format(widget.format_value(html)) == html
