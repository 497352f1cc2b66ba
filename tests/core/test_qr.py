"""Codes for phones: the squares that the standard wants, drawn as few strokes."""

from core.qr import dark_runs, qr_modules, qr_svg

# ISO/IEC 18004, 6.3.3: what a finder pattern looks like.
FINDER = ["#######", "#     #", "# ### #", "# ### #", "# ### #", "#     #", "#######"]


def test_the_same_text_gives_the_same_code_with_three_finders():
    modules = qr_modules("https://kopa.example.lv/lv/")
    assert modules == qr_modules("https://kopa.example.lv/lv/")
    assert modules != qr_modules("https://kopa.example.lv/en/")
    rows = ["".join("#" if dark else " " for dark in row) for row in modules]
    assert [row[:7] for row in rows[:7]] == FINDER
    assert [row[-7:] for row in rows[:7]] == FINDER
    assert [row[:7] for row in rows[-7:]] == FINDER
    assert rows[-1][-7:] != "#######"


def test_runs_cover_every_dark_module_once():
    modules = qr_modules("Kopā")
    drawn = [(x + step, y) for x, y, count in dark_runs(modules) for step in range(count)]
    dark = [(x, y) for y, row in enumerate(modules) for x, is_dark in enumerate(row) if is_dark]
    assert sorted(drawn) == sorted(dark)


def test_the_picture_says_what_it_is_and_needs_no_style():
    drawn = qr_svg("https://kopa.example.lv/", 'Kods "durvīm" <b>')
    assert 'aria-label="Kods &quot;durvīm&quot; &lt;b&gt;"' in drawn
    assert "style" not in drawn
    assert len(drawn) < 8000
