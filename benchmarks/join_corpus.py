"""Corpora for ``benchmarks.join``, grown from the texts of the sample district to any size; the same every time."""

import random
import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

from dutygraph.ingest.parse import parse_file
from tests.ingest.sources import SAMPLE

LIST = 500
"""Texts of one list, that is of one department: text n belongs to list n // LIST."""
REPEATED, NEARLY = 0.27, 0.18
"""Parts of the texts that repeat an earlier one exactly, or but for a few characters."""
EDITS = 3
"""Most characters that a near copy changes."""
PRINTED = 0.35
"""Part of the clauses of a new text that are taken as the sample has them; in others one character in so many changes:"""
INVENTED = 0.35
OPENINGS = ("负责", "负责", "组织", "指导", "承担", "参与", "协调", "监督", "拟订", "依法", *5 * [""])
CLOSINGS = (
    "工作",
    "管理工作",
    "监督管理",
    "的组织实施",
    "监督检查",
    "有关工作",
    "规划计划",
    "服务管理",
    *5 * [""],
)
"""Formulas around the clauses of a new text, so that some bigrams stand in half of all texts, as in real lists."""
SHORTEST, MEDIAN, LONGEST = 13, 40, 195
"""Characters of a text."""


def normalise(text: str) -> str:
    """Return what of a text is compared: NFKC, without punctuation and blanks, every digit a 0."""
    return re.sub(r"\d", "0", re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)))


def grown(size: int) -> Iterator[str]:
    """Yield so many texts."""
    dice, texts = random.Random(size), list[str]()
    clauses = sample_clauses()
    characters = "".join(clauses)
    for _ in range(size):
        kind = dice.random() if texts else 1.0
        if kind < REPEATED:
            text = earlier(texts, dice)
        elif kind < REPEATED + NEARLY:
            text = edited(earlier(texts, dice), dice, characters)
        else:
            text = composed(clauses, dice, characters)
        texts.append(text)
        yield text


def earlier(texts: list[str], dice: random.Random) -> str:
    """Draw one of the texts, the first ones more often: few texts have very many copies, most have one or two."""
    return texts[int(len(texts) * dice.random() ** 2)]


def sample_clauses() -> list[str]:
    """Cut the duties and tasks of the sample into clauses."""
    duties = [duty for path in SAMPLE for found in parse_file(path).lists for duty in found.duties]
    texts = chain.from_iterable((duty.text, *(task.text for task in duty.tasks)) for duty in duties)
    return [clause for text in texts for clause in re.findall(r"\w{4,}", text)]


def composed(clauses: list[str], dice: random.Random, characters: str) -> str:
    """Put clauses together until the text has the length that was drawn for it."""
    length = min(max(SHORTEST, int(dice.lognormvariate(0, 0.55) * MEDIAN)), LONGEST)
    parts: list[str] = []
    while sum(map(len, parts)) < length:
        clause = dice.choice(clauses)
        if dice.random() >= PRINTED:
            clause = invented(clause, dice, characters)
        parts.append(dice.choice(OPENINGS) + clause + dice.choice(CLOSINGS))
    return "，".join(parts)[:length]


def invented(clause: str, dice: random.Random, characters: str) -> str:
    """Change many characters of a clause, so that the words of a corpus grow with its size as they do in life."""
    return "".join(dice.choice(characters) if dice.random() < INVENTED else character for character in clause)


def edited(text: str, dice: random.Random, characters: str) -> str:
    """Change up to EDITS characters of a text."""
    changed = list(text)
    for _ in range(dice.randint(1, EDITS)):
        changed[dice.randrange(len(text))] = dice.choice(characters)
    return "".join(changed)
