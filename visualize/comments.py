"""How pages, reports and the command line tell what departments have answered."""

from dutygraph.queries.findings.models import Comment
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.wording import moment, place


def comment_from(comment: Comment, lang: Language) -> str:
    """Return who has commented, where the answer was read, and when."""
    return text(
        "comment_from",
        lang,
        department=comment.department,
        source=comment.source,
        place=place(comment.locator, lang),
        at=moment(comment.at),
    )
