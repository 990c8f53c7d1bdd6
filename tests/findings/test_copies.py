"""Copies, updates and versions. Each case says what it protects."""

import pytest

from reportedly.findings import compare_reports, copy_keys
from tests.findings.made_reports import made_reading

BODY = """\
A fire swept through a factory on the edge of Narayanpur late on Tuesday, killing at least 24 workers.
Most of them were trapped on the third floor, where a gate blocked the only stairs, the fire chief said.
Another 57 people were being treated at the district hospital for burns and the effects of smoke.
Relatives gathered outside the gates through the night, holding photographs of the missing.
The owner of the plant could not be reached. Police said that they had opened a case against four managers.
The factory, which makes shirts for export, had passed an inspection in March, according to a labour group.
"""
REWORDED = BODY.replace(
    "Relatives gathered outside the gates through the night, holding photographs of the missing.",
    "Through the night families waited at the gates of the plant with pictures of loved ones.",
).replace("Another 57 people were being treated", "A further 57 people were under treatment")
LINES = BODY.splitlines()
OWN = (
    "The council met on Wednesday to talk about the budget for roads and schools in the coming year.\n"
    "Members of the opposition walked out after the chair refused to take their questions on debt.\n"
)

CASES = [
    # the same words
    (BODY, "copy"),
    # sentences in other words
    (REWORDED, "copy"),
    # the tail is cut
    ("\n".join(LINES[:3]), "copy"),
    # an excerpt inside a longer report
    (OWN + "\n".join(LINES[:4]) + "\n" + OWN.replace("council", "parliament"), "copy"),
    # dateline, credit and rights of the agency
    ("NARAYANPUR, March 3 (AFP) - " + BODY + "(AFP)\n© 2018 AFP. All rights reserved.\n", "copy"),
    ("Reuters — " + BODY + "(Reporting by A. Writer; Editing by B. Editor)\n", "copy"),
    # numbers in words and with other separators
    (BODY.replace("24", "twenty-four").replace("57", "fifty seven"), "copy"),
    # the toll is another one
    (BODY.replace("24", "31"), "update"),
    # … in words
    (BODY.replace("24", "thirty-one"), "update"),
    # … by a vague word
    (BODY.replace("24", "dozens of"), "update"),
    # … and the sentence is another one
    (BODY.replace(LINES[0], "The toll of the blaze in Narayanpur has climbed to 31."), "update"),
    # … among reworded sentences and without a tail
    ("\n".join(REWORDED.replace("57", "59").splitlines()[:5]), "update"),
    # two numbers have changed places
    (BODY.replace("24", "#").replace("57", "24").replace("#", "57"), "update"),
    # another report
    (OWN, None),
    # one sentence alone is common
    (OWN + LINES[3] + "\n", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), CASES)
def test_a_report_is_told_to_be_a_copy_an_update_or_neither(text: str, kind: str | None) -> None:
    one = made_reading(BODY, "a.txt", headline="Factory fire kills 24")
    other = made_reading(text, "b.txt", headline="Blaze at shirt maker")
    link = compare_reports(one, other)
    assert (link.kind if link else None) == kind, link
    back = compare_reports(other, one)
    assert (back.kind if back else None) == kind, back
    if link:
        assert set(copy_keys(one)) & set(copy_keys(other))
        assert (link.report, link.other) == (other.report.id, one.report.id)


def test_what_all_pages_of_an_outlet_bear_makes_no_copies_and_no_keys() -> None:
    about = "\nThe Daily Example is the newspaper of the valley and has been read by its people for sixty years."
    one, other = made_reading(BODY + about, "a.txt"), made_reading(OWN + about, "b.txt")
    assert compare_reports(one, other) is None
    assert not set(copy_keys(one)) & set(copy_keys(other))


def test_other_bytes_at_one_address_are_a_version() -> None:
    one = made_reading(BODY, "https://www.example.org/fire?utm_source=feed")
    other = made_reading(OWN, "http://example.org/fire/")
    link = compare_reports(one, other)
    assert link is not None
    assert link.kind == "version"
    assert set(copy_keys(one)) & set(copy_keys(other))
    assert compare_reports(one, one) is None


def test_files_of_one_name_are_versions_only_with_words_in_common() -> None:
    one, other = made_reading(BODY, "01.txt"), made_reading(OWN, "01.txt")
    assert compare_reports(one, other) is None
    link = compare_reports(one, made_reading(REWORDED, "01.txt"))
    assert link is not None
    assert link.kind == "version"


def test_texts_without_an_address_are_no_versions() -> None:
    link = compare_reports(made_reading(BODY, "text"), made_reading(REWORDED, "text"))
    assert link is not None
    assert link.kind == "copy"


def test_short_texts_are_copies_only_word_for_word() -> None:
    flash = made_reading("Blast in Kabul kills 12, police say", "a.txt")
    again = made_reading("Blast in Kabul kills 12, police say", "b.txt")
    more = made_reading("Blast in Kabul kills 15, police say", "c.txt")
    near = made_reading("Blast in Herat kills 12, police say", "d.txt")
    kinds = [
        link.kind if link else None for link in (compare_reports(flash, each) for each in (again, more, near))
    ]
    assert kinds == ["copy", "update", None]


FORM = (
    "A magnitude {size} earthquake struck {there} at {time} on {day}, the National Seismology Centre said.\n"
    "The epicentre was {far} km south of {town} in {region} at a depth of {deep} km. No tsunami was feared.\n"
    "Residents of {town} said that they had felt the shaking for several seconds and had run into the streets.\n"
)


def test_a_form_filled_in_for_another_place_is_neither_copy_nor_update() -> None:
    one = FORM.format(size=5.4, there="northern Chile", time="10:15", day="Monday", far=40, town="Iquique",
                      region="Tarapaca", deep=33)  # fmt: skip
    two = FORM.format(size=6.1, there="western Nepal", time="02:40", day="Friday", far=12, town="Jumla",
                      region="Karnali", deep=10)  # fmt: skip
    again = one.replace("5.4", "5.6").replace("Monday", "Tuesday")
    assert compare_reports(made_reading(one, "a.txt"), made_reading(two, "b.txt")) is None
    link = compare_reports(made_reading(one, "a.txt"), made_reading(again, "b.txt"))
    assert link is not None
    assert link.kind == "update"


def test_an_update_is_of_the_weeks_after_and_a_copy_of_any_time() -> None:
    old = made_reading(BODY, "a.txt", published="2020-03-03")
    changed, same = (
        made_reading(text, "b.txt", published="2021-03-03") for text in (BODY.replace("24", "31"), BODY)
    )
    assert compare_reports(old, changed) is None
    link = compare_reports(old, same)
    assert link is not None
    assert link.kind == "copy"
