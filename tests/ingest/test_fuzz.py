"""Rendered lists, damaged in every way: a reader gives a document or says that it cannot be read, and nothing else.

For a longer search set FUZZ_EXAMPLES=10000.
Every crash that was found is a case of its own at the end.
"""

import os
import re
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dutygraph.ingest.errors import UnreadableDocumentError
from dutygraph.ingest.files.limits import limits
from dutygraph.ingest.parse import parse_bytes, parse_file
from dutygraph.ingest.records import Document
from dutygraph.ingest.sandbox import Refused, parse_files
from tests.ingest.crafted import ORDINARY, as_pdf, compound, pack, unpack
from tests.ingest.render.layouts import LAYOUTS
from tests.ingest.sources import SAMPLE

BATCH = 20
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "40"))
SUFFIXES = sorted({*ORDINARY, *(suffix for suffix, _ in LAYOUTS)})
MARKUP = re.compile(rb"=\"[^\"<>]*\"|>[^<>]{1,200}<|<[^<>]{1,200}>")
"""What markup is made of: values of attributes, texts, tags."""
PDF = re.compile(rb"-?\d+(?:\.\d+)?|/\w+|<<|>>|[\[\]()]|\b[A-Za-z]+\b")
"""What a PDF is made of: numbers, names, brackets, operators."""
ODD = [
    b"",
    b"-1",
    b"0",
    b"2",
    b"70000",
    b"99999999999",
    b"x",
    b"1e9",
    b"\xff\xfe",
    b"&#0;",
    b"&lt;",
    "：".encode(),
]


@cache
def originals(suffix: str) -> list[bytes]:
    """A list of the sample in every layout of a format, and the small one."""
    lists = parse_file(SAMPLE[1]).lists[:1]
    rendered = [layout.render(lists) for (format_, _), layout in LAYOUTS.items() if format_ == suffix]
    return [*rendered, ORDINARY[suffix]()] if suffix in ORDINARY else rendered


@st.composite
def damaged_bytes(draw: st.DrawFn, data: bytes) -> bytes:
    """Bytes changed, cut off, left out, or put in twice."""
    if not data:
        return b"\0"
    start = draw(st.integers(0, len(data) - 1))
    end = min(len(data), start + draw(st.integers(1, 64)))
    changed = draw(st.binary(min_size=1, max_size=8))
    return draw(
        st.sampled_from(
            [
                data[:start],
                data[start:],
                data[:start] + data[end:],
                data[:start] + changed + data[start + len(changed) :],
                data[:end] + data[start:],
            ]
        )
    )


@st.composite
def damaged_parts(draw: st.DrawFn, data: bytes, parts: re.Pattern[bytes] = MARKUP) -> bytes:
    """Some parts replaced by odd ones, taken out, or doubled."""
    for _ in range(draw(st.integers(1, 3))):
        found = list(parts.finditer(data))
        if not found:
            return data
        place = draw(st.sampled_from(found))
        text = place[0]
        odd = draw(st.sampled_from(ODD))
        new = draw(st.sampled_from([b"", odd, text * 2, text[:1] + odd + text[-1:], b'="' + odd + b'"']))
        data = data[: place.start()] + new + data[place.end() :]
    return data


@st.composite
def damaged_package(draw: st.DrawFn, data: bytes) -> bytes:
    """A member removed, or replaced by another, or damaged itself; the package around it is sound."""
    members = unpack(data)
    name = draw(st.sampled_from(sorted(members)))
    action = draw(st.sampled_from(["remove", "swap", "bytes", "parts", "parts", "parts"]))
    if action == "remove":
        del members[name]
    elif action == "swap":
        members[name] = members[draw(st.sampled_from(sorted(members)))]
    else:
        damage = damaged_bytes if action == "bytes" else damaged_parts
        members[name] = draw(damage(members[name]))
    return pack(members)


@st.composite
def damaged_documents(draw: st.DrawFn, suffix: str) -> bytes:
    data = draw(st.sampled_from(originals(suffix)))
    damages: list[Callable[[bytes], st.SearchStrategy[bytes]]] = [damaged_bytes]
    if data.startswith(b"PK"):
        damages += [damaged_package] * 4
    if suffix == ".html":
        damages += [damaged_parts] * 2
    return draw(draw(st.sampled_from(damages))(data))


FATAL = {
    ".pdf": lambda: damaged_parts(as_pdf(), PDF),
    ".xls": lambda: st.sampled_from(originals(".xls")).flatmap(damaged_bytes),
}
"""Formats whose libraries count to 99,999,999,999 when told so, or ask for memory until they are ended."""


@pytest.mark.parametrize("suffix", sorted({*SUFFIXES} - {".xls"}))
def test_a_damaged_document_is_read_or_refused(suffix: str) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(damaged_documents(suffix))
    def read(data: bytes) -> None:
        with suppress(UnreadableDocumentError):
            found = parse_bytes(data, f"list{suffix}")
            assert Document.model_validate_json(found.model_dump_json()) == found

    read()


@pytest.mark.parametrize("suffix", sorted(FATAL))
def test_what_may_end_a_process_is_read_or_refused(suffix: str) -> None:
    @settings(max_examples=max(1, EXAMPLES // BATCH), deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(FATAL[suffix](), min_size=BATCH, max_size=BATCH))
    def read(documents: list[bytes]) -> None:
        with TemporaryDirectory() as folder:
            paths = [Path(folder, f"{number}{suffix}") for number in range(len(documents))]
            for path, data in zip(paths, documents, strict=True):
                path.write_bytes(data)
            refused = [found for found in parse_files(paths) if isinstance(found, Refused)]
        assert [found for found in refused if "程序错误" in found.zh] == []

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DUTYGRAPH_LIMIT_SECONDS", "3")
        limits.cache_clear()
        read()
    limits.cache_clear()


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=EXAMPLES, deadline=None)
@given(data=st.binary(min_size=1))
def test_any_bytes_under_any_name_are_read_or_refused(suffix: str, data: bytes) -> None:
    with suppress(UnreadableDocumentError):
        parse_bytes(data, f"list{suffix}")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("no-element.html", b"<!"),
        ("panic-of-calamine.xls", compound("Workbook")[:1300]),
        ("encoding-that-is-none.html", b'<html><meta charset="idna">\xff\xff'),
    ],
)
def test_what_once_broke_a_reader_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(UnreadableDocumentError):
        parse_bytes(data, name)
