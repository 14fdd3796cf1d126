"""What can be wrong with a question, said so that whoever asked can mend it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from dutygraph.bilingual import Bilingual
from dutygraph.errors import DutygraphError


class CatalogueError(DutygraphError):
    """Query or rule files whose headers are wrong; every mistake is named."""


class VerdictFileError(DutygraphError):
    """A file of verdicts that cannot be read or written, or with lines that are none; nothing was taken from it."""


class LetterError(DutygraphError):
    """A file that cannot be read as a filled-in letter; nothing was taken from it."""

    status = 422
    code = "no_letter"


class UnknownQueryError(DutygraphError):
    """A query or a kind of finding that does not exist."""

    status = 404
    code = "unknown_query"


class SearchIndexError(DutygraphError):
    """The index of searches cannot be read or written."""

    code = "search_unavailable"
    public = Bilingual(
        "检索暂时不可用，原因见服务日志", "search is not available; the reason is in the log of the service"
    )


class RefusedStatementError(DutygraphError):
    """A statement that a user typed and that does more than read, or that is no Cypher."""

    status = 422
    code = "refused_statement"


class UnknownFindingError(DutygraphError):
    """An id that stands for no finding, nor begins that of one."""

    status = 404
    code = "unknown_finding"


class OutdatedFindingsError(DutygraphError):
    """Findings that an older version of the program has stored, in a form that this one does not know."""

    status = 409
    code = "outdated_findings"

    def __init__(self) -> None:
        super().__init__(
            zh="图谱中的问题线索是旧版本程序算出的，请重新计算（或运行 dutygraph recompute）；核查意见会保留",
            en="the findings were computed by an older version: compute them anew (or run dutygraph recompute);"
            " verdicts are kept",
        )


class UnknownStatementError(DutygraphError):
    """An id that stands for no statement of the graph."""

    status = 404
    code = "unknown_statement"


class ArgumentError(DutygraphError):
    """A parameter that is missing, unknown, or not of its type."""

    status = 422
    code = "bad_parameter"


class UnknownDepartmentError(ArgumentError):
    """A name that stands for no department of the graph, or for several."""

    status = 404
    code = "unknown_department"


class UnknownNodeError(ArgumentError):
    """An id or a name that stands for nothing the lists say."""

    status = 404
    code = "unknown_node"


@dataclass(frozen=True, slots=True)
class Namesake:
    """One of several things that a name may mean: its id, its name, its label, and the body it belongs to."""

    id: str
    name: str
    kind: str
    within: str | None = None


class AmbiguousNameError(ArgumentError):
    """A name that stands for several things of the graph; ``choices`` are all of them, or the first ones."""

    status = 300
    code = "ambiguous_name"

    def __init__(self, text: str, choices: Sequence[Namesake], count: int, *, zh: str, en: str) -> None:
        self.choices = choices
        names = [f"{one.name}（{f'{one.within}，' if one.within else ''}{one.id}）" for one in choices]
        super().__init__(
            zh=f"“{text}”可以指 {count} {zh}，请写全称或编号：{'、'.join(names)}",
            en=f"{text!r} may mean {count} {en}; give the full name or the id: {', '.join(names)}",
        )


class UnknownRegionError(ArgumentError):
    """A name that stands for no region with departments in the graph, or for several."""


def nearest(name: str, among: Collection[str]) -> list[str]:
    """Return the names that a mistaken one may mean, at most five, the likeliest first; none where none is like it."""
    return get_close_matches(name, among, n=5, cutoff=0.5)


def suggestion(name: str, among: Collection[str], everything: str) -> Bilingual:
    """Return the end of a message about a mistaken name: the names that it may mean, else where all of them stand."""
    near = nearest(name, among)
    if not near:
        return Bilingual(f"全部见 {everything}", f"all: {everything}")
    return Bilingual(f"相近的有：{'、'.join(near)}", f"nearest: {', '.join(near)}")


def argument_error(mistakes: Iterable[Bilingual]) -> ArgumentError:
    """Return an ArgumentError that names all of these mistakes."""
    texts = list(mistakes)
    return ArgumentError(zh="；".join(text.zh for text in texts), en="; ".join(text.en for text in texts))
