"""Sentences of printed texts: where they stand, and what in them is not the work of the body that prints them."""

import re
from collections.abc import Iterator
from functools import lru_cache

_SENTENCE = re.compile(r"[^。；;\n\t]+")
_NOT_ITS_WORK = re.compile(
    r"除[^，。；]{1,30}?(?:以外|之外|外)|[（(][^（）()]{1,30}(?:除外|不含|不包括)[^（）()]{0,10}[）)]|"
    r"(?:不含|不包括)[^，。；（）]{1,20}|(?:依据|根据|按照)《[^》]*》(?:第[^，。；]{1,8}条)?|"
    r"(?:会同|配合|协同|联合|向|依据|根据|由|经)[^，。；]{1,16}?(?:部门|机关|机构|单位|局)"
)
"""What a sentence names that is not the body's work: exceptions (除…以外), and the other bodies it works with."""
_HANDED_OVER = re.compile(
    r"向(?!各|有关|相关|社会)[^，。；]{1,10}?(?:部门|机关|局)的?(?:推送|移送|移交|提供|反馈|通报|报送)|"
    r"(?:推送|移送|移交|抄告|抄送)(?:给|至)?[^，。；]{0,8}?(?:部门|机关|局)|"
    r"(?:依据|根据|按照)[^，。；]{1,10}?(?:部门|机关|局)(?:推送|移送|移交|提供|认定|确认)的"
)
"""One body hands something over to another, whose own work then begins: a chain, however much the texts share."""
_EXCEPTED = re.compile(
    r"[（(]([^（）()]{1,30}?)除外[）)]|除([^，。；]{1,30}?)(?:以外|之外|外)|(?:不含|不包括)([^，。；（）()]{2,20})"
)
_LISTED = re.compile("、|和|及|与|或者|以及")


def sentences_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a text, each with its place."""
    for found in _SENTENCE.finditer(text):
        yield found.start(), found[0]


def sentence_around(text: str, at: int) -> tuple[int, str] | None:
    """Return where the sentence begins in which a place of a text stands, and the sentence; None behind the last one."""
    found = ((start, sentence) for start, sentence in sentences_in(text) if start + len(sentence) > at)
    return next(found, None)


def own_work(sentence: str) -> str:
    """Return a sentence with what is not the body's own work blanked out."""
    return _NOT_ITS_WORK.sub(" ", sentence)


def is_handed_over(sentence: str) -> bool:
    """Whether one body hands over to another what a sentence tells."""
    return bool(_HANDED_OVER.search(sentence))


@lru_cache(10_000)  # each text of a region is asked about once for each pair
def excepted_in(text: str) -> tuple[str, ...]:
    """Return what a text says its body does not do, each member of a list by itself."""
    runs = ("".join(filter(None, found.groups())) for found in _EXCEPTED.finditer(text))
    return tuple(member for run in runs for member in _LISTED.split(run) if member)
