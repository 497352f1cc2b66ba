import pytest

from tests.soak.visitor import form_fields

PAGE = """
<form><input name="q"></form>
<form method="post">
  <input type="hidden" name="token" value="a&amp;b">
  <input name="title" value="Virsraksts"><input name="empty">
  <input type="checkbox" name="on" checked><input type="checkbox" name="off">
  <input type="radio" name="size" value="small"><input type="radio" name="size" value="big" checked>
  <textarea name="summary">
Viena &lt;rinda&gt;</textarea>
  <select name="audience"><option value="everyone">Visi</option>
    <option value="leaders" selected>Vadītāji</option></select>
  <select name="first"><option value="1">1</option><option value="2">2</option></select>
  <button type="submit" name="publish" value="1">Publicēt</button><input type="submit" name="go">
</form>
"""


def test_a_form_sends_what_a_browser_would():
    assert form_fields(PAGE, having="title") == {
        "token": "a&b",
        "title": "Virsraksts",
        "empty": "",
        "on": "on",
        "size": "big",
        "summary": "Viena <rinda>",
        "audience": "leaders",
        "first": "1",
    }


def test_a_page_without_the_form_is_told():
    with pytest.raises(LookupError, match="password"):
        form_fields(PAGE, having="password")
