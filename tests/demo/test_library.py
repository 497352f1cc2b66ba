from io import BytesIO

import pytest

from core.file_text.reader import read
from core.uploads import check_document
from demo.library import content_of
from demo.texts import read as data

TOLD = data("library")
FILES = [
    (told, kind, language) for told in TOLD["resources"] for kind, language in told.get("files", ())
]


def first(kind: str):
    return next(each for each in FILES if each[1] == kind)


def test_there_is_something_of_every_kind_and_format():
    kinds = {told["kind"] for told in TOLD["resources"]}
    assert len(TOLD["resources"]) >= 40 and len(kinds) >= 8
    assert {kind for _told, kind, _language in FILES} == {"docx", "odt", "pdf", "pptx", "xlsx"}
    assert sum(told.get("audience") == "leaders" for told in TOLD["resources"]) >= 3


def test_the_data_names_topics_and_communities_that_are_there():
    slugs = {community["slug"] for community in data("communities")}
    for told in TOLD["resources"]:
        assert set(told["topics"]) <= set(TOLD["topics"])
        assert set(told.get("communities", ())) <= slugs
        assert len(told["body"]["lv"]) == len(told["body"]["en"])


@pytest.mark.parametrize("kind", ["docx", "odt", "pdf", "pptx", "xlsx"])
def test_files_are_taken_in_and_can_be_read(kind):
    told, _kind, language = first(kind)
    file = BytesIO(content_of(told, kind, language))
    file.name = f"fails.{kind}"
    check_document(file)
    reading = read(file, extension=kind)
    assert reading.trouble is None
    said = told["sheet"][language][0][0] if kind == "xlsx" else told["summary"][language]
    assert said.split()[0] in reading.text
