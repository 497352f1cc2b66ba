"""The documents say what is there: every setting, path, link, command and button in them exists."""

import ast
import pkgutil
import re
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.utils.translation.trans_real import DjangoTranslation

ROOT = Path(__file__).resolve().parent.parent
APPS = (
    "hub",
    "demo",
    "home",
    "forum",
    "events",
    "library",
    "communities",
    "members",
    "notifications",
    "core",
)
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
FEATURES = ROOT / "docs" / "features"
GUIDE = sorted((ROOT / "docs" / "editors").glob("*.md"))
DECISIONS = ROOT / "docs" / "adr"
# What runs writes into these, so that no document can be wrong about them.
MADE_FOLDERS = {"var", ".cache", ".venv", ".git"}
# The benchmarks' reference is a project of its own, which nobody is to set up.
REFERENCE = ROOT / "tests" / "bench" / "reference"

LINK = re.compile(r"\]\(([^)\s]+)\)")
PICTURE = re.compile(r"!\[[^]]*\]\((pictures/[^)]+)\)")
CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
BOLD = re.compile(r"\*\*([^*]+)\*\*", re.DOTALL)
BLOCK = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
# What follows a text that ends with a blank is filled in as well.
PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|(?<=: )$")
FILE_NAME = re.compile(r"\.(py|md|toml|html|po|css|json)$")
ENVIRONMENT_NAME = re.compile(r"[A-Z][A-Z0-9_]+")

of_each_document = pytest.mark.parametrize(
    "document", DOCUMENTS, ids=[path.relative_to(ROOT).as_posix() for path in DOCUMENTS]
)


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def prose_of(path: Path) -> str:
    """The document without its blocks of code, which speak of other machines too."""
    return BLOCK.sub("", text_of(path))


def python_files() -> list[Path]:
    folders = [path for name in (*APPS, "tests") for path in (ROOT / name).rglob("*.py")]
    ours = [path for path in folders if REFERENCE not in path.parents]
    return [*ours, ROOT / "manage.py", ROOT / "gunicorn.conf.py"]


def variables_read(path: Path) -> set[str]:
    """The environment variables that a module asks for by name."""
    names = set()
    for node in ast.walk(ast.parse(text_of(path))):
        if isinstance(node, ast.Call) and node.args:
            asked, argument = node.func, node.args[0]
        elif isinstance(node, ast.Subscript):
            asked, argument = node.value, node.slice
        else:
            continue
        source = ast.unparse(asked)
        is_asking = source.startswith("os.environ")
        is_parsing = path.stem == "environment" and re.match(r"(env|Env\(\))\.", source)
        if (is_asking or is_parsing) and isinstance(argument, ast.Constant):
            names.add(str(argument.value))
    return {name for name in names if ENVIRONMENT_NAME.fullmatch(name)}


def make_variables() -> set[str]:
    return set(re.findall(r"^([A-Z]+) \?=", text_of(ROOT / "Makefile"), re.MULTILINE))


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):.*##", text_of(ROOT / "Makefile"), re.MULTILINE))


def documented_settings() -> list[str]:
    settings = text_of(ROOT / "docs" / "settings.md")
    return re.findall(r"^### `([A-Z0-9_]+)`$", settings, re.MULTILINE)


def test_every_environment_variable_is_documented_and_no_other():
    read = make_variables().union(*(variables_read(path) for path in python_files()))
    assert "SECRET_KEY" in read
    assert sorted(documented_settings()) == sorted(read - {"PATH"})


def test_every_feature_page_is_listed_and_there():
    listed = set(LINK.findall(text_of(FEATURES / "README.md")))
    assert listed == {path.name for path in FEATURES.glob("*.md")} - {"README.md"}


@pytest.mark.parametrize("feature", sorted(FEATURES.glob("[a-z]*.md")), ids=lambda path: path.stem)
def test_a_feature_page_says_what_why_and_how_to_try_it(feature):
    text = text_of(feature)
    places = [text.find(word) for word in ("**What.**", "**Why.**", "**How to try it.**")]
    assert -1 < places[0] < places[1] < places[2]


def test_every_decision_is_listed_under_a_number_of_its_own():
    names = sorted(path.name for path in DECISIONS.glob("0*.md"))
    assert sorted(LINK.findall(text_of(DECISIONS / "README.md"))) == names
    assert len({name[:4] for name in names}) == len(names)


@pytest.mark.parametrize("decision", sorted(DECISIONS.glob("0*.md")), ids=lambda path: path.stem)
def test_a_decision_has_context_decision_and_consequences(decision):
    headings = re.findall(r"^## (.+)$", text_of(decision), re.MULTILINE)
    assert headings == ["Context", "Decision", "Consequences"]


def test_the_architecture_names_every_app_of_the_checkout():
    architecture = text_of(ROOT / "docs" / "architecture.md")
    ours = [Path(config.path) for config in apps.get_app_configs()]
    names = [path.name for path in ours if path.parent == ROOT]
    assert sorted(names) == sorted(APPS)
    assert [name for name in names if f"`{name}/`" not in architecture] == []


def test_every_make_target_has_its_row_and_no_document_names_another():
    table = re.findall(r"^\| `make ([a-z]+)`", text_of(ROOT / "docs" / "testing.md"), re.MULTILINE)
    texts = [text_of(path) for path in DOCUMENTS]
    blocks = [line for text in texts for block in BLOCK.findall(text) for line in block.split("\n")]
    lines = [*blocks, *(code for text in texts for code in CODE.findall(text))]
    calls = [re.match(r"(?:[A-Z_]+=\S+ )?make ([a-z]+)", line) for line in lines]
    assert sorted(table) == sorted(make_targets())
    assert {call.group(1) for call in calls if call} - make_targets() == set()


@of_each_document
def test_every_link_and_picture_leads_somewhere(document):
    targets = [link.partition("#")[0] for link in LINK.findall(prose_of(document))]
    files = [target for target in targets if target and "://" not in target]
    assert [name for name in files if not (document.parent / name).is_file()] == []


@cache
def names_of_files() -> set[str]:
    """The bare names of all files of the checkout."""
    tops = [path for path in ROOT.iterdir() if path.name not in MADE_FOLDERS]
    return {path.name for top in tops for path in (top, *top.rglob("*"))}


def is_missing(name: str) -> bool:
    """Whether a piece of code looks like a path of the checkout and nothing is there."""
    first = name.split("/")[0]
    if re.search(r"[^\w./*-]", name) or name.startswith("/") or first in MADE_FOLDERS:
        return False
    if "/" in name:
        return (ROOT / first).exists() and not any(ROOT.glob(name.rstrip("/")))
    return bool(FILE_NAME.search(name)) and name not in names_of_files()


@of_each_document
def test_every_path_in_a_document_is_there(document):
    assert [name for name in CODE.findall(prose_of(document)) if is_missing(name)] == []


@of_each_document
def test_every_name_of_code_in_a_document_is_there(document):
    dotted = re.compile(rf"(?:{'|'.join(APPS)}|tests)(?:\.[A-Za-z_]\w*)+")
    for name in CODE.findall(prose_of(document)):
        if dotted.fullmatch(name) and not (ROOT / name).exists():
            assert pkgutil.resolve_name(name), name


@cache
def texts_of_the_backstage() -> set[str]:
    """All that the site may say in Latvian, in small letters, with … for what it fills in."""
    catalogues = [DjangoTranslation("lv", domain=domain) for domain in ("django", "djangojs")]
    texts = [text for catalogue in catalogues for _key, text in catalogue._catalog.items()]
    return {" ".join(PLACE.sub("…", text).split()).casefold() for text in texts}


@cache
def patterns_of_the_backstage() -> list[re.Pattern]:
    texts = [text for text in texts_of_the_backstage() if "…" in text and len(text) > 8]
    return [re.compile(re.escape(text).replace("…", ".+")) for text in texts]


def is_said(words: str) -> bool:
    """Whether these words are a text of the backstage, with its places filled in."""
    words = " ".join(words.split()).casefold()
    return words in texts_of_the_backstage() or any(
        pattern.fullmatch(words) for pattern in patterns_of_the_backstage()
    )


@pytest.mark.parametrize("part", GUIDE, ids=lambda path: path.stem)
def test_the_editors_guide_names_only_what_the_backstage_says(part):
    words = BOLD.findall(prose_of(part))
    assert len(words) > 5
    assert [word for word in words if not is_said(word)] == []


@pytest.mark.parametrize("language", ["lv", "en"])
def test_the_guide_shows_every_picture_that_is_taken_for_it(language):
    taken = {path.name for path in (ROOT / "docs" / "editors" / "pictures").glob("*.png")}
    parts = [text_of(part) for part in GUIDE if part.stem.startswith(language)]
    assert len(parts) > 3
    assert {Path(name).name for text in parts for name in PICTURE.findall(text)} == taken


def test_the_editors_guide_quotes_the_messages_as_they_are():
    text = text_of(ROOT / "docs" / "editors" / "lv.md").casefold()
    quotes = re.findall(r"^\| „([^”]+)”", text, re.MULTILINE)
    said = "\n".join(texts_of_the_backstage())
    assert len(quotes) > 5
    assert [quote for quote in quotes if quote not in said] == []
