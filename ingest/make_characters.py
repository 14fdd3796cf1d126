"""Make characters.yaml: ``python -m dutygraph.ingest.make_characters EquivalentUnifiedIdeograph.txt``.

The file of the Unicode Character Database gives the characters that radicals look like; OpenCC (Apache-2.0) gives the
simplified form of traditional characters, of which those count that lead to a character of GB 2312.
"""

import re
import sys
from importlib import import_module
from pathlib import Path

import yaml

_RADICALS = range(0x2E80, 0x2F00)
"""CJK Radicals Supplement; the Kangxi radicals behind it have compatibility mappings, which Python knows."""
_IDEOGRAPHS = (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))
_EQUIVALENT = re.compile(r"^([0-9A-F]{4,5})(?:\.\.([0-9A-F]{4,5}))?\s*;\s*([0-9A-F]{4,5})", re.MULTILINE)


def main(equivalents: Path) -> None:
    """Write characters.yaml beside this module."""
    tables = {"radicals": _radicals(equivalents.read_text(encoding="utf-8")), "traditional": _traditional()}
    written = {
        name: {"from": "".join(table), "to": "".join(table.values())} for name, table in tables.items()
    }
    text = yaml.safe_dump(written, allow_unicode=True, sort_keys=False, width=100_000)
    Path(__file__).with_name("characters.yaml").write_text(text, encoding="utf-8", newline="\n")


def _radicals(equivalents: str) -> dict[str, str]:
    return {
        chr(code): chr(int(looks_like, 16))
        for first, last, looks_like in _EQUIVALENT.findall(equivalents)
        for code in range(int(first, 16), int(last or first, 16) + 1)
        if code in _RADICALS
    }


def _traditional() -> dict[str, str]:
    convert = import_module("opencc").OpenCC("t2s").convert
    pairs = ((char, convert(char)) for char in map(chr, _IDEOGRAPHS))
    return {char: simple for char, simple in pairs if simple != char and _is_common(simple)}


def _is_common(char: str) -> bool:
    return len(char) == 1 and bool(char.encode("gb2312", "ignore"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
