"""Rules of this house that hold for every file: where Cypher lives, what pages load, how long modules get."""

import ast
import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator
from fnmatch import fnmatchcase

import pytest

from dutygraph.graph.ontology import ontology
from tests.source_tree import ROOMS, ROOT, modules, product, read, syntax, written_here

LONGEST_MODULE = 400
LONGEST_FUNCTION = 40
COPIED = 20  # Chinese characters in a row that make a copied sentence
SEEDS = ROOT.parent / "shared" / "seeds"

CYPHER = re.compile(r"\b(?:MATCH|MERGE|CREATE|UNWIND|DELETE|CALL)\b\s*[({\[$\w]")
KINDS_IN_CYPHER = re.compile(r"(?<!:):!?[A-Z]\w*(?:[|&]!?[A-Z]\w*)*")
KIND = re.compile(r"[A-Z]\w*")
NO_KIND_IN_CYPHER = re.compile(r"//[^\n]*|'[^'\n]*'|\"[^\"\n]*\"|/\*.*?\*/", re.DOTALL)
REMOTE = re.compile(
    r"""(?:src|href|action)\s*=\s*["']?\s*(?:https?:)?//|@import\s+["']?https?:|url\(\s*["']?(?:https?:)?//"""
    r"""|(?:fetch|import)\(\s*["'`]https?:"""
)
PAGES = (".html", ".jinja", ".j2", ".css", ".js", ".svg")
HAN = re.compile(r"[一-鿿]+")
TITLE = re.compile(r"《[^》]*》")


def test_every_module_has_its_place_in_a_room() -> None:
    """A module that no layer names could import from anywhere."""
    contracts = tomllib.loads(read("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    layered = [contract for contract in contracts if contract["type"] == "layers"]
    assert layered
    assert [one["name"] for one in layered if not one.get("exhaustive")] == []


def test_no_cypher_in_python() -> None:
    assert product()
    assert _offenders(product(), lambda name: list(_cypher(syntax(name)))) == {}


def test_cypher_is_seen_in_python() -> None:
    tree = ast.parse('''"""MATCH (n) in documentation."""\nQUERY = f"MATCH (n:{label}) RETURN n"\n''')
    assert list(_cypher(tree)) == ["MATCH (n:"]


def test_cypher_names_kinds_of_the_ontology() -> None:
    kinds = {*ontology().nodes, *ontology().edges}
    files = [name for name in written_here() if name.endswith(".cypher")]
    assert files
    assert _offenders(files, lambda name: kinds_in_cypher(read(name)) - kinds) == {}


def test_kinds_are_seen_in_cypher() -> None:
    text = "MATCH (d:Duty|Task)-[:HAS_TASK|BASED_ON*1..3 {a: $B, b: CASE $b}]->(:!Rule) // (:Note)\n"
    text += "WHERE d.text <> ':Text' AND d:Odd RETURN [x | CASE x]"
    assert kinds_in_cypher(text) == {"Duty", "Task", "HAS_TASK", "BASED_ON", "Rule", "Odd"}


def kinds_in_cypher(text: str) -> set[str]:
    """The labels and edge types that a Cypher text names; __PLACEHOLDERS__ are none."""
    groups = KINDS_IN_CYPHER.findall(NO_KIND_IN_CYPHER.sub("", text))
    return {name for group in groups for name in KIND.findall(group)}


def test_every_statement_is_asked() -> None:
    files = [name for name in written_here() if re.fullmatch(r"(?:graph|queries)/cypher/\w+\.cypher", name)]
    assert files
    named = [pattern for name in product() for pattern in _texts(syntax(name))]
    whole, families = {one for one in named if "*" not in one}, [one for one in named if "*" in one]
    names = {name: name.rpartition("/")[2].removesuffix(".cypher") for name in files}
    assert [
        name
        for name, short in names.items()
        if short not in whole and not any(fnmatchcase(short, family) for family in families)
    ] == []


def test_names_of_statements_are_seen() -> None:
    tree = ast.parse('cypher("one")\nfile = "two" if new else f"three_{kind}"\nf"{of}"')
    assert set(_texts(tree)) == {"one", "two", "three_", "three_*"}


def _texts(tree: ast.Module) -> Iterator[str]:
    """The texts that may name a file; ``*`` stands for the field in which a family of them ends."""
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if re.fullmatch(r"\w+", text):
                yield text
            case ast.JoinedStr(values=values):
                parts = (part.value if isinstance(part, ast.Constant) else "*" for part in values)
                pattern = "".join(map(str, parts))
                if re.fullmatch(r"\w+\*", pattern):
                    yield pattern


def test_rooms_are_imported_as_parts_of_the_package() -> None:
    """In a checkout ``import graph`` works as well, and makes every class of the room twice."""
    assert _offenders(modules(), lambda name: list(_bare_rooms(syntax(name)))) == {}


def test_bare_rooms_are_seen() -> None:
    tree = ast.parse("import graph.model\nfrom queries import errors\nfrom dutygraph.graph import model")
    assert list(_bare_rooms(tree)) == ["graph.model", "queries"]


def _bare_rooms(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                imported = [alias.name for alias in names]
            case ast.ImportFrom(module=str(name), level=0):
                imported = [name]
            case _:
                continue
        yield from (name for name in imported if name.split(".")[0] in ROOMS)


def test_a_class_has_one_meaning() -> None:
    places: dict[str, list[str]] = {}
    for name in product():
        for node in syntax(name).body:
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name, []).append(name)
    assert {name: files for name, files in places.items() if len(files) > 1} == {}


def test_the_glossary_names_every_label_and_classes_that_are_there() -> None:
    named = set(re.findall(r"`(\w+)`", read("CONTRIBUTING.md").split("\n## Glossary\n")[1]))
    classes = {
        node.name for name in product() for node in syntax(name).body if isinstance(node, ast.ClassDef)
    }
    assert set(ontology().nodes) - named == set()
    assert named - classes - set(ontology().nodes) == set()


def test_pages_load_nothing_from_the_network() -> None:
    pages = [name for name in written_here() if name.endswith(PAGES)]
    assert pages
    assert [name for name in pages if REMOTE.search(read(name))] == []


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="https://cdn.example/a.js">',
        "<link href=//cdn.example/a.css>",
        '@import "http://a.example/b.css";',
        "background: url(https://a.example/b.png)",
        "fetch('https://a.example/')",
    ],
)
def test_a_load_from_the_network_is_seen(markup: str) -> None:
    assert REMOTE.search(markup)


def test_modules_are_short() -> None:
    names = [name for name in written_here() if name.endswith((".py", ".js", ".css"))]
    lengths = {name: read(name).count("\n") for name in names}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_functions_are_short() -> None:
    assert _offenders(modules(), lambda name: list(_long_functions(syntax(name)))) == {}


def test_a_long_function_is_seen() -> None:
    lines = "    x = 1\n" * LONGEST_FUNCTION
    assert list(_long_functions(ast.parse(f"class C:\n  async def f(self):\n{lines}"))) == [
        ("f", LONGEST_FUNCTION + 1)
    ]
    assert list(_long_functions(ast.parse(f"def f():\n{lines[10:]}"))) == []


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real lists are not beside this checkout")
def test_nothing_is_copied_from_the_real_lists() -> None:
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in SEEDS.glob("*.txt"))
    known = {run for text in texts for run in _runs(text)}
    copied = {name: known.intersection(_runs(read(name))) for name in written_here()}
    assert {name: runs for name, runs in copied.items() if runs} == {}


def test_a_copied_sentence_is_seen() -> None:
    assert len(list(_runs("，".join("一二三四" * COPIED)))) == 3 * COPIED + 1


def _offenders(
    names: Iterable[str], complaints: Callable[[str], Collection[object]]
) -> dict[str, Collection[object]]:
    """Return what is wrong with files, by their names; files without a complaint are left out."""
    return {name: found for name in names if (found := complaints(name))}


def _long_functions(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield the functions that are too long, with the number of their lines."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                yield node.name, lines


def _runs(text: str) -> Iterator[str]:
    """Every stretch of Chinese characters of that length, across punctuation; titles of laws in 《》 are facts."""
    for part in TITLE.split(text):
        han = "".join(HAN.findall(part))
        yield from (han[start : start + COPIED] for start in range(len(han) - COPIED + 1))


def _cypher(tree: ast.Module) -> Iterator[str]:
    """Yield the texts of a module that look like Cypher."""
    return (text for text in _strings(tree) if CYPHER.search(text))


def _strings(tree: ast.Module) -> Iterator[str]:
    """Every text in a module but its documentation."""
    documentation = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.value
