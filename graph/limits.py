"""What users set for the analyses of lists: limits for what they may take, and a model of language."""

from functools import cache
from pathlib import Path

from pydantic import Field, PositiveInt
from pydantic_settings import SettingsConfigDict

from dutygraph.settings import Settings


class AnalysisLimits(Settings):
    """Limits per list and per region; what they leave out is told as a warning of the lists."""

    model_config = SettingsConfigDict(env_prefix="DUTYGRAPH_ANALYSIS_")

    alike: PositiveInt = Field(
        default=30,  # the five real lists and four fictional districts have none of so many
        description="一份清单里只差数字或名称的条目，最多几条参与比较，其余只保存"
        " / entries of a list that differ in numbers and names only and are compared at most; the others are only stored",
    )
    pairs: PositiveInt = Field(
        default=500_000,  # a district of 18 lists has 25,000
        description="一个地区每项分析最多比较多少对文字（内存随之增长）"
        " / pairs of texts of a region that an analysis compares at most; its memory grows with them",
    )
    seconds: PositiveInt = Field(
        default=600,
        description="一个地区每项分析最多多少秒，到时以已比较的部分为准"
        " / seconds that an analysis of a region may take; what it has compared by then counts",
    )


class AnalysisProcesses(Settings):
    """Setting of what the analyses may take of the machine; what they find does not depend on it."""

    model_config = SettingsConfigDict(env_prefix="DUTYGRAPH_ANALYSIS_")

    processes: PositiveInt | None = Field(
        default=None,
        description="最多同时比较几个地区，每个用一个进程（约 350 MB 内存）；不设则与处理器数相同，内存不足时更少"
        " / regions that are compared at a time, each in a process of its own (some 350 MB); by default one per processor,"
        " fewer where memory is short",
    )


class EmbeddingSettings(Settings):
    """Setting of the optional measure by a model (``overlap/embedding.py``)."""

    embeddings: Path | None = Field(
        default=None,
        description="本地句向量模型（model2vec）文件夹，不设则不用 / folder of a local model2vec model; not used without it",
    )


@cache
def analysis_limits() -> AnalysisLimits:
    """Return the limits of this process, from the environment. Raises SettingError."""
    return AnalysisLimits()
