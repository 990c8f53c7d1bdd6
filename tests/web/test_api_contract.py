"""The JSON API keeps to its own description: what is asked by it, rightly or wrongly, is answered as it says."""

from urllib.parse import parse_qsl

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import BaseSchema, Case, GenerationMode
from schemathesis.python.asgi import HOST
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from reportedly.ledger import Ledger, list_reports
from reportedly.ledger.index import SeriesFilter, list_series
from reportedly.views.web import WebOptions, create_app

TOKEN = "a token of the tests"
ALLOWED = {"Authorization": f"Bearer {TOKEN}"}
ROUTES = (
    "GET counts", "GET schema", "GET reports", "GET reports/{report}", "GET claims", "GET figures", "GET series",
    "GET series/{series}", "GET findings", "GET stories", "POST read", "POST draft",
)  # fmt: skip
#: Ask for nothing, or for an id that can be any words.
NEVER_WRONG = ("GET counts", "GET schema", "GET reports/{report}")
RIGHT, WRONG = GenerationMode.POSITIVE, GenerationMode.NEGATIVE
CHECKS = [
    content_type_conformance, response_headers_conformance, response_schema_conformance, status_code_conformance,
    unsupported_method,
]  # fmt: skip
#: Requests a route and mode: a text to be read costs a second, and a server takes thirty a minute.
ROUNDS = {"GET": 15, "POST": 5}


def describe(ledger: Ledger) -> BaseSchema:
    """The API's own description, and a server of its own that no other test has asked."""
    app = create_app(ledger, WebOptions(token=TOKEN, hosts=(HOST,), include_restricted=True, include_names=True))
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers=ALLOWED)


@pytest.mark.parametrize(
    ("route", "mode"),
    [(route, mode) for mode in (RIGHT, WRONG) for route in ROUTES if mode == RIGHT or route not in NEVER_WRONG],
)
def test_every_route_answers_as_it_is_described(ledger: Ledger, route: str, mode: GenerationMode) -> None:
    method, path = route.split(" ")
    asked = describe(ledger)[f"/api/v1/{path}"][method]
    checks = CHECKS if mode == RIGHT else [*CHECKS, negative_data_rejection]

    @settings(
        max_examples=ROUNDS[method], deadline=None, derandomize=True, database=None,
        phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=asked.as_strategy(generation_mode=mode))
    def ask(case: Case) -> None:
        response = case.call(headers=ALLOWED)
        assert response.status_code < 500, response.text
        case.validate_response(response, checks=checks)

    ask()


def test_the_description_names_the_routes_that_are_tested(ledger: Ledger) -> None:
    held = {
        f"{method.upper()} {path.removeprefix('/api/v1/')}"
        for path, methods in describe(ledger).raw_schema["paths"].items()
        for method in methods
    }
    assert held == set(ROUTES)


@pytest.fixture(scope="module")
def described(ledger: Ledger) -> BaseSchema:
    return describe(ledger)


@pytest.mark.parametrize(
    "path",
    [
        "counts", "schema", "reports", "claims", "figures?measure=count", "series", "findings", "stories",
        "series?as_of=2021-06-26", "figures?as_of=2021-06-26&clock=said",
    ],
)  # fmt: skip
def test_rows_of_a_real_ledger_are_as_they_are_described(described: BaseSchema, path: str) -> None:
    route, _, query = path.partition("?")
    _check_answer(described, route, query=dict(parse_qsl(query)))


def test_every_record_and_series_is_as_it_is_described(ledger: Ledger, described: BaseSchema) -> None:
    for row in list_reports(ledger):
        _check_answer(described, "reports/{report}", path_parameters={"report": row.report_id})
    for series in list_series(ledger, SeriesFilter(limit=20)):
        _check_answer(described, "series/{series}", path_parameters={"series": series.series_id})


def test_a_name_without_a_letter_is_the_name_of_no_series(described: BaseSchema) -> None:
    response = described["/api/v1/findings"]["GET"].Case(query={"series": "—"}).call(headers=ALLOWED)
    assert response.json() == {"rows": [], "page": 1, "more": False}


def _check_answer(described: BaseSchema, route: str, **asked: dict[str, str]) -> None:
    case = described[f"/api/v1/{route}"]["GET"].Case(**asked)
    response = case.call(headers=ALLOWED)
    assert response.status_code == 200, response.text
    case.validate_response(response, checks=[response_schema_conformance, content_type_conformance])
