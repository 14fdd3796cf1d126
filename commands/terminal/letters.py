"""What the command line prints about letters that came back, and about comments."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dutygraph.bilingual import in_language
from dutygraph.commands.terminal.printing import open_console, print_line
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.wording import where

if TYPE_CHECKING:
    from dutygraph.errors import DutygraphError
    from dutygraph.queries.letters.reading import LetterRead


def show_letter(read: "LetterRead", lang: Language) -> None:
    """Print how many answers a letter brought, and every row that belongs to no finding, with its place."""
    counts = {"count": len(read.comments), "new": len(read.new), "blank": read.blank}
    print_line(open_console(), text("letter_read", lang, source=read.source, **counts))
    if not read.unmatched:
        return
    errors = open_console(error=True)
    print_line(errors, text("letter_unmatched", lang, count=len(read.unmatched)), "yellow")
    for one in read.unmatched:
        source = where(read.source, one.place.model_dump(), lang)
        print_line(errors, f"    {source}{text('colon', lang)}{in_language(one.why, lang)}")


def show_no_letters(refused: Sequence["DutygraphError"], total: int, lang: Language) -> None:
    """Print on the error stream which files could not be read as letters and why, and how many of all."""
    errors = open_console(error=True)
    for error in refused:
        print_line(errors, in_language(error.text, lang))
    print_line(errors, text("letters_refused", lang, count=len(refused), total=total))
