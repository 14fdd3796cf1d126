"""Recognition of lines of text, by rapidocr (Apache-2.0) with the PP-OCRv6 models that its package holds.

Nothing is loaded from the network.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import cv2

from dutygraph.ingest.readers.scan.sheet import Picture

_AT_ONCE = 1
"""Lines recognised at once. Six, as rapidocr does by itself, take 200 MB more and as much time."""
_NARROW = re.compile(r"(?<=[\u3000-\u9fff])[(),:;?!]|[(),:;?!](?=[\u3000-\u9fff])")
_WIDE = str.maketrans("(),:;?!", "（），：；？！")


@dataclass(frozen=True, slots=True)
class LineText:
    """What a line says, and how sure that is, from 0 to 1."""

    text: str
    confidence: float


def recognise(lines: Sequence[Picture]) -> list[LineText]:
    """Return what pictures of single lines say."""
    if not lines:
        return []
    found = _engine().recognize_txt([cv2.cvtColor(line, cv2.COLOR_GRAY2BGR) for line in lines])
    return [
        LineText(_as_printed(text.strip()), float(confidence))
        for text, confidence in zip(found.txts, found.scores, strict=True)
    ]


def _as_printed(text: str) -> str:
    """Return a text with the marks beside Chinese characters as wide as they are printed there: 办法》(国 has a wide one."""
    return _NARROW.sub(lambda mark: mark[0].translate(_WIDE), text)


@cache
def _engine() -> Any:
    """Load the models, once per process; one thread, since documents are read in as many processes as there are cores."""
    from rapidocr import RapidOCR

    cv2.setNumThreads(1)
    threads = {f"EngineConfig.onnxruntime.{kind}_op_num_threads": 1 for kind in ("intra", "inter")}
    return RapidOCR(params={"Global.log_level": "critical", "Rec.rec_batch_num": _AT_ONCE, **threads})
