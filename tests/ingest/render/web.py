"""Print records as web pages, by string templates, in the layouts of portals and of what Word and Excel save."""

from collections.abc import Sequence
from html import escape
from textwrap import wrap

from dutygraph.ingest.records import DutyList
from tests.ingest.render.content import Grid, Item, Line, in_one_cell, items


class Page:
    """The plain layout: paragraphs, and a table per section. Others override its steps."""

    encoding = "utf-8"
    head = '<meta charset="utf-8">'

    def render(self, lists: Sequence[DutyList]) -> bytes:
        """Return the bytes of a page with these lists."""
        return self.page(list(items(lists))).encode(self.encoding)

    def page(self, found: list[Item]) -> str:
        return f"<!DOCTYPE html>\n<html><head>{self.head}</head><body>{self.body(found)}</body></html>"

    def body(self, found: list[Item]) -> str:
        return "\n".join(self.line(one) if isinstance(one, Line) else self.table(one) for one in found)

    def line(self, line: Line) -> str:
        return f"<p>{self.text(line.numbered)}</p>"

    def table(self, grid: Grid) -> str:
        return f'<table border="1">{self.header(grid.header)}{self.rows(grid)}</table>'

    def header(self, words: Sequence[str]) -> str:
        return f"<tr>{''.join(f'<th>{self.text(word)}</th>' for word in words)}</tr>"

    def rows(self, grid: Grid) -> str:
        return "".join(self.row(row) for row in grid.rows)

    def row(self, cells: Sequence[str | None]) -> str:
        return f"<tr>{''.join(self.cell(cell or '') for cell in cells)}</tr>\n"

    def cell(self, text: str, attributes: str = "") -> str:
        return f"<td{attributes}>{self.text(text)}</td>"

    def text(self, text: str) -> str:
        return escape(text)


class Spanned(Page):
    """What stands once for several rows in cells that span them."""

    head = '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'

    def rows(self, grid: Grid) -> str:
        return "".join(self.group(group) for group in grid.groups)

    def group(self, rows: list[list[str | None]], last: str = "") -> str:
        printed = ""
        for at, row in enumerate(rows):
            printed += "<tr>"
            for column, cell in enumerate(row):
                below = [one[column] for one in rows[at + 1 :]]
                height = 1 + next((n for n, text in enumerate(below) if text is not None), len(below))
                span = f' rowspan="{height}"' if height > 1 else ""
                printed += (
                    "" if cell is None else self.cell(cell, span + (last if column == len(row) - 1 else ""))
                )
            printed += "</tr>\n"
        return printed


class OneTable(Spanned):
    """The whole list in one table: titles, sections and the texts of regimes in rows that span it."""

    width = 9

    def body(self, found: list[Item]) -> str:
        printed = ""
        for one in found:
            if isinstance(one, Line):
                start = "</table><table>" if one.role == "title" else ""
                printed += f'{start}<tr><td colspan="{self.width}">{self.text(one.numbered)}</td></tr>'
            else:
                last = f' colspan="{self.width - len(one.header) + 1}"'
                *words, final = one.header
                printed += f"<tr>{''.join(map(self.cell, words))}{self.cell(final, last)}</tr>"
                printed += "".join(self.group(group, last) for group in one.groups)
        return f"<table>{printed}</table>"


class Portal(Spanned):
    """A portal of today in GBK: menus, a path, scripts and hidden parts around; the title outside the content."""

    encoding = "gbk"
    head = '<meta charset="gb2312"><title>责任清单_某某区人民政府</title><script>var t="<table>";</script>'

    def body(self, found: list[Item]) -> str:
        menu = "".join(
            f'<li><a href="/{at}">{word}</a></li>' for at, word in enumerate(("首页", "部门职责", "公共服务"))
        )
        path = '<div class="path">当前位置：<a href="/">首页</a> &gt; <a href="/l">责任清单</a></div>'
        foot = '<div class="foot">主办：某某区人民政府办公室 <a href="/m">网站地图</a><a href="/c">联系我们</a></div>'
        first, *rest = found
        title = f"<h1>{first.text}</h1>" if isinstance(first, Line) else ""
        side = f'<div class="side"><ul>{menu}{menu}</ul></div><div style="display: none">弹窗：一、部门职责</div>'
        content = f'<div class="TRS_Editor">{super().body(rest)}</div><script>share("责任清单");</script>'
        return (
            f'<div class="top"><ul>{menu}</ul></div><div class="main">{side}<div class="article">{path}{title}'
            f'<div class="info">来源：区委编办　浏览：12</div>{content}</div></div>{foot}'
        )


class Frames(Spanned):
    """A portal of 2005: tables that arrange the page, menus in cells; GBK without saying so."""

    encoding = "gb18030"
    head = "<title>某某区</title>"

    def body(self, found: list[Item]) -> str:
        links = "".join(f'<tr><td><a href="{at}.asp">栏目{at}</a></td></tr>' for at in range(9))
        menu = f'<td width="160"><table>{links}</table></td>'
        content = f"<td><table><tr><td>{super().body(found)}</td></tr></table></td>"
        bar = '<tr><td colspan="2"><a href="a">首页</a>|<a href="b">公开</a>|<a href="c">办事</a></td></tr>'
        foot = '<tr><td colspan="2">版权所有 <a href="d">备案</a> <a href="e">联系我们</a> <a href="f">地图</a></td></tr>'
        return f"<center><table width=980>{bar}<tr>{menu}{content}</tr>{foot}</table></center>"


class SavedByWord(Spanned):
    """What Word saves as a web page: wrapped lines, conditional parts, numbers of lists, changes, in GB2312."""

    encoding = "gb18030"
    at_most = 20
    head = (
        '<meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=Generator content="Microsoft Word">'
        "<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--><style>p.MsoNormal {margin:0}</style>"
    )

    def page(self, found: list[Item]) -> str:
        names = 'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"'
        body = f"<div class=Section1 style='layout-grid:15.6pt'>{self.body(found)}</div>"
        return f"<html {names}><head>{self.head}</head><body lang=ZH-CN>{body}</body></html>"

    def line(self, line: Line) -> str:
        number = line.numbered.removesuffix(line.text)
        mark = f"<span style='mso-list:Ignore'>{number}<span style='font:7.0pt'>&nbsp;&nbsp;</span></span>"
        before = f"<![if !supportLists]><span lang=EN-US>{mark}</span><![endif]>" if number else ""
        return f"<p class=MsoNormal style='mso-list:l0 level1 lfo1'>{before}{self.text(line.text)}</p>\n"

    def cell(self, text: str, attributes: str = "") -> str:
        lines = "".join(f"<p class=MsoNormal>{self.text(line)}</p>" for line in text.split("\n"))
        return f"<td{attributes} valign=top style='border:solid windowtext 1.0pt'>\n  {lines}</td>"

    def text(self, text: str) -> str:
        lines = "\n  ".join(wrap(text, self.at_most)) or "&nbsp;"
        text = f"<span style='font-family:宋体'>{lines}</span><del><span>删去</span></del>"
        return text + "<span lang=EN-US><o:p></o:p></span>"


class Listed(Spanned):
    """Tasks of one office as a numbered list in one cell; every character as an entity."""

    encoding = "ascii"

    def rows(self, grid: Grid) -> str:
        return super().rows(in_one_cell(grid))

    def cell(self, text: str, attributes: str = "") -> str:
        lines = text.split("\n")
        if len(lines) == 1:
            return super().cell(text, attributes)
        entries = "".join(f"<li><p>{self.text(line)}</p></li>" for line in lines)
        return f"<td{attributes}><ol>{entries}</ol></td>"

    def page(self, found: list[Item]) -> str:
        return "".join(f"&#{ord(char)};" if ord(char) > 127 else char for char in super().page(found))


class Broken(Page):
    """Cells broken by <br> and indented, lists typed in, elements left open, UTF-8 with a byte order mark."""

    encoding = "utf-8-sig"
    head = ""

    def table(self, grid: Grid) -> str:
        return super().table(in_one_cell(grid))

    def rows(self, grid: Grid) -> str:
        return "".join(f"<tr>{''.join(self.cell(cell or '') for cell in row)}" for row in grid.rows)

    def cell(self, text: str, attributes: str = "") -> str:
        lines = text.split("\n")
        if len(lines) > 1:
            lines = [f"{number}、{line}" for number, line in enumerate(lines, start=1)]
        return f"<td{attributes}>{'<br/>'.join(f'&nbsp;&nbsp;&#12288;{escape(line)}' for line in lines)}"

    def line(self, line: Line) -> str:
        return f"<p>&nbsp;&nbsp;{escape(line.numbered)}"


class SavedByExcel(Spanned):
    """What Excel saves: a title and a unit row in the table, column definitions, a hidden row, blank columns."""

    head = '<meta name=ProgId content=Excel.Sheet><meta http-equiv=Content-Type content="text/html; charset=utf-8">'

    def table(self, grid: Grid) -> str:
        width = len(grid.header)
        columns = "<col width=72 style='mso-width-source:userset'>" * (width + 1)
        unit = f"<tr height=19><td colspan={width} align=right>单位：项</td><td></td></tr>"
        hidden = f"<tr style='display:none'><td>99</td><td colspan={width}>隐藏的职责</td></tr>"
        repeated = self.header(grid.header)
        halves = len(grid.groups) // 2
        rows = "".join(self.group(group) for group in grid.groups[:halves]) + hidden + repeated
        rows += "".join(self.group(group) for group in grid.groups[halves:])
        return f"<table x:str border=0>{columns}{unit}{self.header(grid.header)}{rows}</table>"


class Sections(Spanned):
    """Each section in parts of its own, headings as such; the header in a head, marked up cells."""

    head = '<?xml version="1.0" encoding="utf-8"?>'

    def line(self, line: Line) -> str:
        tag = {"title": "h1", "section": "h2", "regime": "h3"}.get(line.role, "div")
        return f"<{tag}><strong>{self.text(line.numbered)}</strong></{tag}>"

    def table(self, grid: Grid) -> str:
        head = f"<thead>{self.header(grid.header)}</thead>"
        return f"<div class='section'><table>{head}<tbody>{self.rows(grid)}</tbody></table></div>"

    def text(self, text: str) -> str:
        half = len(text) // 2
        return f"<font size=3>{escape(text[:half])}</font><b>{escape(text[half:])}</b>"
