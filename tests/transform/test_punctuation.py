"""Typographic punctuation: one row a habit of typewriters."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.outline.nodes import Code, Division, Emphasis, Metadata, Outline, Paragraph, Text
from publisher.outline.roles import DivisionRole
from publisher.transform.punctuation import MARKS, Marks, convert, typographic_punctuation

ENGLISH = Marks()


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ('"Come in," he said.', "“Come in,” he said."),
        ('"\'Tis late," she said.', "“’Tis late,” she said."),
        ("\"He said, 'Go,' and went.\"", "“He said, ‘Go,’ and went.”"),
        ("\"He said, 'Go.'\"", "“He said, ‘Go.’”"),
        ("\"'Go,' he said,\" she said.", "“‘Go,’ he said,” she said."),
        ("the dogs' tails, o' course", "the dogs’ tails, o’ course"),
        ("don't", "don’t"),
        ("the '90s", "the ’90s"),
        ("give 'em up", "give ’em up"),
        ('"I never--" he began', "“I never—” he began"),
        ('he stopped--"But why?"', "he stopped—“But why?”"),
        ("one -- two", "one—two"),
        ("Mr. D---- came", "Mr.\u00a0D—— came"),
        ("wait... no", "wait… no"),
        ("wait . . . no", "wait … no"),
        ("a row ..... of dots", "a row ..... of dots"),
        ('("so")', "(“so”)"),
        ("``so'' said", "“so” said"),
        ("Dr. Seward", "Dr.\u00a0Seward"),
        ("“done already” – it’s", "“done already” – it’s"),
    ],
)
def test_english(typed: str, set_: str) -> None:
    assert convert(typed, ENGLISH) == set_


@pytest.mark.parametrize(
    ("language", "typed", "set_"),
    [
        ("de", 'Er sagte: "Komm!" -- und ging.', "Er sagte: „Komm!“ – und ging."),
        ("fr", 'Il dit : "Viens !"', "Il dit\u00a0: «\u00a0Viens\u00a0!\u00a0»"),
        ("fr", "l'homme", "l’homme"),
        ("es", '"Ven", dijo.', "«Ven», dijo."),
    ],
)
def test_other_languages(language: str, typed: str, set_: str) -> None:
    assert convert(typed, MARKS[language], french=language == "fr") == set_


def outline_of(*content: Text | Emphasis | Code) -> Outline:
    paragraph = Paragraph(id=2, content=content)
    return Outline(
        metadata=Metadata(title="It's", language="en-GB"),
        content=(Division(id=1, role=DivisionRole.OPENING, content=(paragraph,)),),
    )


def test_quotes_see_across_emphasis() -> None:
    changed = typographic_punctuation(
        outline_of(Text('He said "'), Emphasis((Text("No"),)), Text('" twice'), Code('"x"'))
    )
    block = changed.content[0].content[0]
    assert isinstance(block, Paragraph)
    assert block.content == (Text("He said “"), Emphasis((Text("No"),)), Text("” twice"), Code('"x"'))
    assert changed.metadata.title == "It’s"


def test_an_outline_without_typewriter_marks_is_shared() -> None:
    outline = outline_of(Text("Nothing to do here."))
    assert typographic_punctuation(outline).content == outline.content


@given(st.text(alphabet="ab1 .,-'\"`—“”\n", max_size=60))
def test_words_are_left_alone(text: str) -> None:
    assert re.findall(r"\w+", convert(text, ENGLISH)) == re.findall(r"\w+", text)
    assert '"' not in convert(text, ENGLISH)
