"""The language of the command line, as a setting."""

from typing import Literal

from pydantic import Field

from dutygraph.settings import Settings


class LanguageSettings(Settings):
    """Setting of the command line."""

    lang: Literal["zh", "en"] = Field(
        default="zh", description="命令行输出的语言 / language in which the command line answers"
    )
