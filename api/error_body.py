"""The one shape of all error answers."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

PROBLEM_JSON = "application/problem+json"


class Problem(BaseModel):
    """One mistake: where it is (``query.limit``), and what is wrong."""

    where: str
    zh: str
    en: str


class Choice(BaseModel):
    """One of several things that a name may mean: ask again with its id."""

    id: str
    name: str
    kind: str
    """Label of the ontology."""
    within: str | None = None
    """The body it belongs to."""


class ErrorBody(BaseModel):
    """What every error answer holds: a problem as RFC 9457 has it, with its sentence in both languages.

    ``problems`` names the parameters of a request that does not fit, ``choices`` what a name may mean (status 300);
    ``request_id`` stands in the log as well.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "about:blank",
                    "title": "Unprocessable Content",
                    "status": 422,
                    "code": "bad_parameter",
                    "zh": "请求参数有误",
                    "en": "the parameters of the request do not fit",
                    "problems": [
                        {
                            "where": "query.limit",
                            "zh": "应为整数",
                            "en": "Input should be a valid integer",
                        }
                    ],
                    "choices": [],
                    "request_id": "0f4c2a9d3b7e6518",
                }
            ]
        }
    )

    type: Literal["about:blank"] = "about:blank"
    title: str
    """The name of the status."""
    status: int
    code: str
    zh: str
    en: str
    problems: list[Problem] = []
    choices: list[Choice] = []
    request_id: str
