"""The interchange format: every field is described, and fields stand in the order that is documented."""

from typing import Any

import pytest

from dutygraph.ingest.records import DutyList, ParseOutput

FIELDS = {
    "ParseOutput": "documents",
    "Document": "source sha256 region lists",
    "DutyList": "title department also_known_as locator kind duties boundaries supervision services rules further citations "
    "sections_present empty_sections nil_sections placed placed_by_section read_in_part sections_read_in_part "
    "columns warnings",
    "Duty": "number text remark basis locator tasks",
    "Task": "text office remark basis locator",
    "Boundary": "number matter remark locator parties",
    "Party": "department division basis case role doubtful locator",
    "Regime": "title locator targets sections body",
    "RegimeSection": "heading text",
    "Service": "number name content handler phone remark basis locator",
    "Rule": "title locator articles",
    "Article": "number text locator",
    "Citation": "title document_number articles locator",
    "ParseWarning": "code message message_en locator",
    "Locator": "line paragraph table row column sheet cell page",
}
SCHEMA: dict[str, Any] = ParseOutput.model_json_schema()
RECORDS = {"ParseOutput": SCHEMA, **SCHEMA["$defs"]}


def test_no_record_is_missing() -> None:
    assert RECORDS.keys() == FIELDS.keys()


@pytest.mark.parametrize("name", FIELDS)
def test_fields_stand_in_their_order_and_are_described(name: str) -> None:
    properties = RECORDS[name]["properties"]
    assert list(properties) == FIELDS[name].split()
    assert [field for field, schema in properties.items() if not schema.get("description")] == []


def test_a_locator_holds_only_what_its_format_has() -> None:
    bare = {"title": "", "department": "", "locator": {"line": 3}}
    assert DutyList.model_validate(bare).model_dump()["locator"] == {"line": 3}
