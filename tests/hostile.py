"""A list whose every text attacks whoever shows it: markup, ends of scripts, formulas, quotes, templates, odd ids."""

import re

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.findings.update.recompute import recompute
from tests.queries.short import load

MARKUP = "<script>window.broken = true</script><img src=x onerror='window.broken = true'>"
SCRIPT_END = '</script><!--<script>alert("\'")//]]> \u2028 {{ 7 * 7 }} {% raw %}'
FORMULA = '=HYPERLINK("http://evil.example/","按此")'
DEPARTMENT = "澜江区<b>档案</b>\"'&/局"
TEXTS = (MARKUP, SCRIPT_END, FORMULA)
STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]"
)
"""What a terminal obeys, or what hides in it, as far as tests look for it."""
STEERS = "甲\x1b[31m乙\x9b31m丙\x7f丁\u202e戊\u200b己\ufffe庚"


def load_hostile(store: GraphStore) -> None:
    """Put the list and one more, so that each mentions the other, into a store."""
    store.prepare()
    task = {"text": MARKUP, "office": SCRIPT_END, "remark": FORMULA}
    texts = {"division": MARKUP, "basis": FORMULA, "case": SCRIPT_END}
    load(
        store,
        [
            {
                "title": f"{DEPARTMENT}责任清单{SCRIPT_END}",
                "department": DEPARTMENT,
                "duties": [
                    {"number": MARKUP, "text": SCRIPT_END, "tasks": [task]},
                    {"text": FORMULA},
                ],
                "boundaries": [
                    {"matter": MARKUP, "parties": [{"department": name, **texts} for name in (DEPARTMENT, "区财政局")]},
                    {"matter": SCRIPT_END, "parties": [{"department": "", **texts}]},
                ],
                "supervision": [{"title": SCRIPT_END, "targets": MARKUP, "sections": [MARKUP], "body": []}],
                "services": [{"name": MARKUP, "content": SCRIPT_END, "handler": FORMULA, "phone": MARKUP}],
                "rules": [{"title": FORMULA, "articles": [{"number": MARKUP, "text": SCRIPT_END}]}],
                "citations": [{"title": MARKUP, "document_number": SCRIPT_END}],
            },
            {"department": "澜江区财政局", "duties": [{"text": MARKUP, "tasks": [{"text": FORMULA, "office": MARKUP}]}]},
        ],
    )  # fmt: skip
    recompute(store)
