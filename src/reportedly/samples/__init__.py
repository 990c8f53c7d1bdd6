"""Two stories, restated in our own words, for the demonstration, the tests and the quality gate.

Each report is a file of the story's folder: its public address, its date, a notice, an empty line,
and then the report. ``gold.jsonl`` and ``relations.jsonl`` say what is in them (see README.md there).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

STORIES = ("surfside_2021", "palu_2018")

_DATE = re.compile(r"Date: (\d{4}(?:-\d{2}){0,2})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePage:
    """One report of a story.

    ``address`` is ``story/NN.txt``; ``body`` what follows the head of the file; ``body_start`` the
    code point of the file at which it begins (places in ``gold.jsonl`` count from the file's start);
    ``published`` is EDTF, null where the page showed no date.
    """

    story: str
    number: str
    address: str
    url: str
    published: str | None
    body: bytes
    body_start: int


def sample_pages(*stories: str) -> list[SamplePage]:
    """The reports of the stories named, of both without a name, in order.

    >>> [page.published for page in sample_pages("surfside_2021")][:3]
    ['2021-06-24', '2021-06-24', '2021-06']
    """
    return [page for story in stories or STORIES for page in _story_pages(story)]


def sample_gold(story: str) -> str:
    """The figures of a story as a person read them: one JSON object a line."""
    return files(__name__).joinpath(story, "gold.jsonl").read_text(encoding="utf-8")


def sample_relations(story: str) -> str:
    """How the figures of a story hang together: one JSON object a line."""
    return files(__name__).joinpath(story, "relations.jsonl").read_text(encoding="utf-8")


def _story_pages(story: str) -> Iterator[SamplePage]:
    folder = files(__name__).joinpath(story)
    for name in sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".txt")):
        text = folder.joinpath(name).read_text(encoding="utf-8")
        head, _, body = text.partition("\n\n")
        url, date, *_ = head.split("\n")
        found = _DATE.match(date)
        yield SamplePage(
            story=story,
            number=name.removesuffix(".txt"),
            address=f"{story}/{name}",
            url=url,
            published=found[1] if found else None,
            body=body.encode(),
            body_start=len(text) - len(body),
        )
