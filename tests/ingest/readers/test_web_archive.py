"""Web archives and Markdown: other wrappings of what the reader of web pages reads."""

from base64 import encodebytes
from quopri import encodestring

import pytest

from dutygraph.ingest.errors import UnreadableDocumentError
from dutygraph.ingest.files.limits import limits
from dutygraph.ingest.parse import parse_bytes
from tests.ingest.crafted import DEPARTMENT, HEADER, HEADING, ROW, as_html

PAGE = as_html().decode()
HEAD = 'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="==B"\r\n\r\n'
BLINK = "From: <Saved by Blink>\r\nSubject: =?utf-8?Q?=E6?=\r\n" + HEAD


def part(
    content: bytes, encoding: str = "8bit", kind: str = "text/html", place: str = "file:///C:/a.htm"
) -> bytes:
    coded = {"base64": encodebytes, "quoted-printable": encodestring}.get(encoding, bytes)(content)
    head = (
        f"Content-Location: {place}\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Type: {kind}\r\n\r\n"
    )
    return b"\r\n--==B\r\n" + head.encode() + coded


def archive(*parts: bytes, head: str = HEAD) -> bytes:
    return head.encode() + b"".join(parts) + b"\r\n--==B--\r\n"


def assert_read(data: bytes, name: str) -> None:
    (read,) = parse_bytes(data, name).lists
    (duty,) = read.duties
    assert (read.department, duty.text, duty.tasks[0].text) == (DEPARTMENT, ROW[1], ROW[3])
    assert read.warnings == []


@pytest.mark.parametrize("name", ["list.doc", "list.xls", "list.mht", "list.mhtml", "list.html", "list.docx"])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_a_web_archive_is_read_as_its_page_whatever_its_name(encoding: str, name: str) -> None:
    assert_read(archive(part(PAGE.encode(), encoding)), name)


@pytest.mark.parametrize(
    "data",
    [
        archive(part(PAGE.encode("gb18030"), "base64", 'text/html; charset="gb2312"')),
        archive(
            part(PAGE.encode("big5hkscs", "xmlcharrefreplace"), "base64", 'text/html; charset="big5-hkscs"')
        ),
        archive(part(PAGE.encode("utf-16"), "base64", "text/html; charset=unicode")),
        archive(part(PAGE.encode(), "base64", "text/html; charset=no-such")),
        archive(part(PAGE.encode()), part(b"GIF89a", "base64", "image/gif"), head=BLINK),
        archive(part(PAGE.encode()), part("<p>页眉</p>".encode(), place="file:///C:/a.files/header.htm")),
        b"\xef\xbb\xbf\r\n" + archive(part(PAGE.encode())),
        archive(part(PAGE.encode()), head=HEAD.replace("\r\n", "\n")),
        archive(part(PAGE.encode())).removesuffix(b"\r\n--==B--\r\n"),
        b"Content-Type: text/html; charset=utf-8\r\nMIME-Version: 1.0\r\n\r\n" + PAGE.encode(),
    ],
)
def test_wrappings(data: bytes) -> None:
    assert_read(data, "list.doc")


def test_the_sheets_of_a_workbook_are_read_and_not_their_names() -> None:
    frames = b"<html><head><link id='shLink' href='a.files/sheet001.htm'></head><frameset><frame></frameset></html>"
    tabs = "<table><tr><td><a href='sheet001.htm'>部门职责</a></td></tr></table>".encode()
    names = ("a.files/tabstrip.htm", "a.files/sheet001.htm")
    sheets = [part(page, place=name) for page, name in zip((tabs, PAGE.encode()), names, strict=True)]
    assert_read(archive(part(frames), *sheets), "list.xls")


def test_what_only_mentions_the_fields_is_a_text() -> None:
    text = (
        f"{DEPARTMENT}责任清单\n{HEADING}\n"
        + "\t".join(HEADER)
        + "\n"
        + "\t".join(ROW)
        + "\n说明：\nMIME-Version: 1.0"
    )
    (read,) = parse_bytes(text.encode(), "list.txt").lists
    assert read.duties[0].text == ROW[1]


NESTED = b"".join(
    b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3000)
)


@pytest.mark.parametrize(
    "data", [archive(part(b"x", kind="text/plain")), archive(), HEAD.encode() + b"--==B\r\n", NESTED]
)
def test_an_archive_without_a_page_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocumentError):
        parse_bytes(data, "list.doc")


def test_parts_count_as_members(limit: pytest.MonkeyPatch) -> None:
    limit.setenv("DUTYGRAPH_LIMIT_ARCHIVE_MEMBERS", "3")
    limits.cache_clear()
    with pytest.raises(UnreadableDocumentError, match="ARCHIVE_MEMBERS"):
        parse_bytes(archive(*[part(PAGE.encode())] * 5), "list.mht")


TABLE = "<table><tr>" + "".join(f"<td>{word}</td>" for word in HEADER) + "</tr>\n\n    <tr>"
TABLE += "".join(f"<td>{text}</td>\n\n    " for text in ROW) + "</tr>\n\n</table>"
PIPES = "\n".join("| " + " | ".join(row) + " |" for row in (HEADER, ["---"] * len(HEADER), ROW))


@pytest.mark.parametrize("name", ["list.md", "list.markdown", "LIST.MD"])
@pytest.mark.parametrize(
    "text",
    [
        f"# {DEPARTMENT}责任清单\n\n## {HEADING}\n\n{TABLE}\n",
        f"# {DEPARTMENT}责任清单\n## {HEADING}\n{PIPES}\n",
        f"{DEPARTMENT}责任清单\n===\n**{HEADING}**\n\n<html><body>{TABLE}</body></html>\n",
        f"{DEPARTMENT}责任清单\n{HEADING}\n\n{PIPES}\n",
        f"```markdown\n# {DEPARTMENT}责任清单\n\n### {HEADING}\n\n{PIPES}\n```\n",
        f"\ufeff<!-- page 1 -->\r\n# {DEPARTMENT}责任清单\r\n\r\n{HEADING}\r\n\r\n"
        + PIPES.replace("\n", "\r\n"),
    ],
)
def test_markdown(text: str, name: str) -> None:
    assert_read(text.encode(), name)


def test_a_table_goes_on_in_the_next() -> None:
    more = PIPES + "\n\n" + TABLE.replace(f"<td>{HEADER[0]}", "<td>2", 1) + "\n"
    (read,) = parse_bytes(f"# {DEPARTMENT}责任清单\n\n{HEADING}\n\n{more}".encode(), "a.md").lists
    assert [duty.text for duty in read.duties] != []


def test_brackets_and_indentation_are_text() -> None:
    text = f"# {DEPARTMENT}责任清单\n\n{HEADING}\n\n    依据国发[2016]3号（国函[2017]4号）\n\n{PIPES}\n"
    (read,) = parse_bytes(text.encode(), "a.md").lists
    assert [one.document_number for one in read.citations] == ["国发[2016]3号", "国函[2017]4号"]
