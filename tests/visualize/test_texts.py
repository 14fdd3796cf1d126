"""Every text that a page asks for exists, in both languages, and nothing is kept that no page asks for."""

import re
from pathlib import Path
from string import Formatter
from typing import get_args

from dutygraph.api.jobs.record import Ending, JobKind
from dutygraph.graph.loading.entry_changes import Fate
from dutygraph.graph.loading.list_change import State
from dutygraph.graph.ontology import ontology
from dutygraph.queries.explore.models import Focus
from dutygraph.queries.findings.models import BESIDE, Class, Option, Severity
from dutygraph.queries.findings.review.current_verdicts import STATUSES
from dutygraph.queries.findings.sorting import SORTS
from dutygraph.queries.findings.update.reading_news import Act
from dutygraph.queries.findings.update.recompute import ComputationStep
from dutygraph.queries.verdicts.report import Conflict
from dutygraph.visualize.report.stories import PARTS
from dutygraph.visualize.texts import LANGUAGES, texts

ROOMS = [Path(__file__).parents[2] / room for room in ("visualize", "api", "commands")]
"""Where pages and the command line take their texts."""
COMPOSED = {
    **{f"class_{name}": "finding_groups.py" for name in get_args(Class)},
    **{f"{name}_note": "found.html" for name in ("findings", "topics")},
    **{f"beside_{name}": "macros.html" for name in BESIDE},
    **{f"order_{name}": "listing.html" for name in SORTS},
    **{f"option_{name}": "macros.html" for name in get_args(Option)},
    **{f"severity_{name}": "macros.html" for name in get_args(Severity)},
    **{f"status_{name}": "macros.html" for name in STATUSES},
    **{f"report_{name}": "report/compose.py" for name in PARTS},
    **{f"boundary_{name}": "boundary.py" for name in ("declared", "perhaps", "none")},
    **{f"act_{name}": "start.html" for name in get_args(Act)},
    **{f"focus_{name or 'all'}": "explore.html" for name in get_args(Focus)},
    **{f"{key}_{name}": "news.html" for key in ("lists", "state") for name in get_args(State)},
    **{f"{key}_{name}": "entry_lines.py" for key in ("entry", "fate") for name in get_args(Fate)},
    **{f"job_{name}": "job.html" for name in get_args(JobKind)},
    **{f"job_state_{name}": "job.html" for name in ("queued", "running", *get_args(Ending))},
    **{f"step_{name}": "job.html" for name in ("read", "remove", *get_args(ComputationStep)[1:-1])},
    **{f"conflict_{name}": "commands/terminal/verdicts.py" for name in get_args(Conflict)},
}


def _asked() -> set[str]:
    files = [path for room in ROOMS for ending in ("html", "py") for path in room.rglob(f"*.{ending}")]
    sources = [path.read_text(encoding="utf-8") for path in files]
    literal = {key for source in sources for key in re.findall(r'["\'](\w+)["\']', source)}
    composed = {
        key
        for key in texts()
        if key.startswith(("by_", "count_", "heading_", "list_", "record_", "role_", "which_"))
        or key.endswith(("_card", "_means"))
        or any(key in kind.properties for kind in ontology().nodes.values())
    }
    return literal | composed | set(COMPOSED)


def test_texts_are_in_both_languages_with_the_same_values() -> None:
    for key, both in texts().items():
        assert set(both) == set(LANGUAGES), key
        names = [{name for _, name, _, _ in Formatter().parse(both[lang]) if name} for lang in LANGUAGES]
        assert names[0] == names[1], key


def test_what_is_composed_has_words() -> None:
    assert set(COMPOSED) <= set(texts())


def test_no_text_is_left_over() -> None:
    assert set(texts()) - _asked() == set()
