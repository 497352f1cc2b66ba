import gzip
import re
from pathlib import Path

from django.contrib.staticfiles import finders

from hub.style_sheet import NAME, source_files, write_style_sheet

MOST_BYTES = 25_000


def test_it_is_all_files_and_the_order_of_the_layers_comes_first(tmp_path):
    text = write_style_sheet(tmp_path).read_text(encoding="utf-8")
    assert text.startswith("@layer reset, tokens")
    assert all(file.read_text(encoding="utf-8") in text for file in source_files())


def test_it_is_written_anew_only_when_it_says_something_else(tmp_path):
    sheet = write_style_sheet(tmp_path)
    before = sheet.stat().st_mtime_ns
    assert write_style_sheet(tmp_path).stat().st_mtime_ns == before
    sheet.write_text("", encoding="utf-8")
    assert write_style_sheet(tmp_path).stat().st_size > 1000


def test_it_is_found_and_collected_under_its_name():
    assert Path(finders.find(NAME)).read_text(encoding="utf-8")
    [finder] = [each for each in finders.get_finders() if each.find(NAME)]
    assert [name for name, _storage in finder.list([])] == [NAME]


def test_it_stays_within_its_weight(tmp_path):
    assert len(gzip.compress(write_style_sheet(tmp_path).read_bytes())) < MOST_BYTES


def test_every_rule_stands_in_a_layer():
    for file in source_files()[1:]:
        rules = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL).strip()
        assert rules.startswith("@layer ") and rules.endswith("}"), file.name
