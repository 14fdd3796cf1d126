"""Names of persons in a list: 负责人：张某某, 联系人张某某（电话…）."""

import re
from collections.abc import Iterator

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.slips.running_text import TextSlip

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖"
    "贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_NO_NAME = "局科股室处办所站队部委厅院组会长员任人中心位门县区市镇乡村街道司公主副各由应为对在及和或是有等按的请应负签进承"
"""Characters that a name of two or three hardly has, and words of offices do."""
_PERSON = re.compile(
    r"(?:负责人|联系人|责任人|经办人|承办人|分管领导|主管领导|办理人|负责同志|工作人员)[:：]\s{0,3}"
    rf"(?P<name>[{_SURNAMES}][一-鿿]{{1,2}})(?=[\s，。；、,;（(）)0-9]|电话|$)"
)


def personal_names(text: str) -> Iterator[TextSlip]:
    """Yield a slip for each name of a person that stands behind what the person is (联系人：)."""
    for match in _PERSON.finditer(text):
        if not set(match["name"][1:]) & set(_NO_NAME):
            reason = Bilingual("写了个人姓名", "a person is named")
            yield TextSlip("personal", match.group(), match["name"], reason, match.start())
