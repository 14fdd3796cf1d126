"""The setting of pictures, wherever they are drawn."""

from pydantic import Field

from dutygraph.settings import Settings

MOST_NODES = 300
"""A picture with more is neither readable nor quickly drawn."""


class PictureSettings(Settings):
    """How much a picture shows."""

    picture_nodes: int = Field(
        default=MOST_NODES, ge=1, description="一张图最多显示的节点数 / most nodes shown in one picture"
    )
