"""The sample reports of the package as pages."""

from collections.abc import Iterator

from reportedly.samples import sample_pages
from reportedly.terms import Given, Page, sha256_hex


def find_sample_pages(*stories: str) -> Iterator[Page]:
    """The sample reports of the stories named, of all without a name, in order.

    >>> next(find_sample_pages()).address
    'surfside_2021/01.txt'
    """
    for sample in sample_pages(*stories):
        yield Page(
            address=sample.address,
            body=sample.body,
            media_type="text/plain",
            sha256=sha256_hex(sample.body),
            given=Given(published=sample.published, url=sample.url),
        )
