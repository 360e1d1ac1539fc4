"""Words of scripts without spaces, against 42 sentences that were invented and segmented by hand for this test.

Chinese follows the habit of the Penn Chinese Treebank (names whole, particles apart), Japanese short units with
the inflection of a verb at the verb, Thai that of the BEST corpus, the others everyday dictionaries.
"""

from __future__ import annotations

import pytest

from analysis.tokens import fold, word_list

CHINESE = """
政府|星期三|宣布|了|新|的|经济|措施
总统|在|北京|会见|了|日本|首相
专家|认为|这些|措施|将|帮助|中小|企业
地震|造成|至少|三十|人|死亡
警方|正在|调查|这|起|事故|的|原因
他|昨天|在|上海|发表|了|重要|讲话
天气|预报|说|明天|会|下雨
这|家|公司|计划|明年|在|美国|建立|工厂
许多|学生|参加|了|抗议|活动
央行|决定|提高|利率|以|控制|通货膨胀
市长|对|记者|说|洪水|已经|退去
我们|需要|更|多|的|医生|和|护士
"""

JAPANESE = """
政府|は|水曜日|に|新しい|措置|を|発表|した
首相|は|東京|で|大統領|と|会談|した
地震|で|多く|の|家|が|倒れ|た
警察|は|事故|の|原因|を|調べ|て|いる
会社|は|来年|アメリカ|に|工場|を|建てる
学生|たち|は|大学|の|前|で|抗議|した
明日|は|雨|が|降る|でしょう
彼|は|記者|に|何|も|話さ|なかっ|た
市長|は|洪水|の|被害|を|視察|した
スマートフォン|の|売り上げ|が|伸び|て|いる
日本|銀行|は|金利|を|上げる|と|決め|た
専門家|は|この|計画|に|反対|して|いる
"""

THAI = """
รัฐบาล|ประกาศ|มาตรการ|ใหม่|เมื่อ|วันพุธ
นายกรัฐมนตรี|พบ|กับ|ประธานาธิบดี|ที่|กรุงเทพ
ตำรวจ|กำลัง|สอบสวน|สาเหตุ|ของ|อุบัติเหตุ
แผ่นดินไหว|ทำให้|มี|ผู้|เสียชีวิต|จำนวน|มาก
นักเรียน|หลาย|คน|เข้าร่วม|การ|ประท้วง
พรุ่งนี้|ฝน|จะ|ตก|ใน|ภาคเหนือ
บริษัท|จะ|สร้าง|โรงงาน|ใน|ประเทศ|ไทย|ปี|หน้า
น้ำ|ท่วม|บ้าน|หลาย|หลัง
เขา|บอก|นักข่าว|ว่า|ไม่|รู้|เรื่อง|นี้
ธนาคาร|ขึ้น|อัตรา|ดอกเบี้ย
เรา|ต้องการ|หมอ|และ|พยาบาล|มาก|ขึ้น
คน|ไทย|ชอบ|กิน|ข้าว
"""

LAO = """
ລັດຖະບານ|ປະກາດ|ມາດຕະການ|ໃໝ່
ຂ້ອຍ|ມັກ|ກິນ|ເຂົ້າ
"""

BURMESE = """
ကျောင်းသား|များ|စာ|ဖတ်|သည်
မြန်မာ|နိုင်ငံ|တွင်|မိုး|ရွာ|သည်
"""

KHMER = """
រដ្ឋាភិបាល|បាន|ប្រកាស|វិធានការ|ថ្មី
ខ្ញុំ|ចូលចិត្ត|ញ៉ាំ|បាយ
"""

GOLD = {"zh": CHINESE, "ja": JAPANESE, "th": THAI, "lo": LAO, "my": BURMESE, "km": KHMER}


def rows_of(language: str) -> list[list[str]]:
    return [line.split("|") for line in GOLD[language].split()]


def spans(words: list[str]) -> set[tuple[int, int]]:
    ends = [len("".join(words[: n + 1])) for n in range(len(words))]
    return set(zip([0, *ends], ends, strict=False))


def f1_of(language: str) -> float:
    """Two words with the same start and end are the same; over all sentences together."""
    right = found = wanted = 0
    for words in rows_of(language):
        gold, ours = spans(words), spans(word_list("".join(words)))
        right, found, wanted = right + len(gold & ours), found + len(ours), wanted + len(gold)
    return 2 * right / (found + wanted)


@pytest.mark.parametrize(
    ("language", "floor"), [("zh", 0.9), ("ja", 0.9), ("th", 0.77), ("lo", 0.6), ("my", 0.35), ("km", 0.8)]
)
def test_words_are_mostly_those_of_the_language(language: str, floor: float) -> None:
    assert f1_of(language) >= floor


@pytest.mark.parametrize("language", GOLD)
def test_nothing_is_lost(language: str) -> None:
    for words in rows_of(language):
        assert "".join(word_list("".join(words))) == "".join(words)


def test_nearly_all_words_are_found_where_they_stand_alone() -> None:
    words = {word for language in GOLD for row in rows_of(language) for word in word_list("".join(row))}
    apart = {word for word in words if [fold(part) for part in word_list(word)] != [fold(word)]}

    assert len(apart) <= len(words) / 20, apart
