"""For whom a text says that work is: for all fields (全区、各类), or for the body itself (本系统、局机关)."""

import re

_EVERYBODY = re.compile(
    r"全[省市县区州旗镇乡社]|本行政区|辖区|行政区域内|各类|各级|各部门|各单位|各行业|有关部门和|[省市县区]直|(?:[省市县区]|本)[级直](?!以上)|"
    r"综合(?:性|管理|监督)|国民经济|跨部门|跨行业|宏观|统一"
)
"""Words of a scope that covers all fields."""

_ITSELF = re.compile(
    r"本系统|本部门(?!职责|相关|有关|分管)|系统内|(?<!各)系统(?:的|干部|队伍|财务|内部|部门|人员|执法|依法|行政)|本局|本单位|局机关|局内|"
    r"(?:民政|卫生|教育|文化|财政|审计|统计|司法|行政|农业|农口|水利|交通|计生|社会保障|住建|安监|应急|公安|环保|资源)系统|"
    r"直属(?:各|单位|学校)|下属单位|机关(?:财务|固定资产|资产|经费|内部|规范|后勤|自身)|教职工|内部审计|干部职工|部门集中"
)
"""Words of work on the body itself (机关财务、本系统培训)."""

_OWN_SHARE = re.compile(
    r"职责范围内的|本部门(?:职责|相关|有关|分管)|各自职责|分管(?:行业|领域|范围)|本行业、本领域"
)
"""Words of a body's own share in what all bodies do (职责范围内的安全生产)."""


def is_wide(text: str) -> bool:
    """Whether a text names a scope that covers all fields (全区, 各类)."""
    return bool(_EVERYBODY.search(text))


def is_itself(text: str) -> bool:
    """Whether a text is about the body's own people, money and things."""
    return bool(_ITSELF.search(text))


def is_own_share(text: str) -> bool:
    """Whether a text is about the body's own share in what all bodies do."""
    return bool(_OWN_SHARE.search(text))
