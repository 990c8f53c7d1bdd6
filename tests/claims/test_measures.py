"""What a number measures, in which currency, per what, and which word is its unit."""

import pytest

from reportedly.claims.numbers import Quantity, find_numbers


def only(text: str) -> Quantity:
    quantities = find_numbers(text, 0, len(text)).quantities
    assert len(quantities) == 1, [text[q.start : q.end] for q in quantities]
    return quantities[0]


MONEY = [
    ("It cost $2 million.", "$2 million", 2000000, "USD", None),
    ("It cost US$5m.", "US$5m", 5000000, "USD", None),
    ("It cost U.S.$5 million.", "U.S.$5 million", 5000000, "USD", None),
    ("It cost £3.", "£3", 3, "GBP", None),
    ("It cost €1.2 billion.", "€1.2 billion", 1200000000, "EUR", None),
    ("It cost 5 €.", "5 €", 5, "EUR", None),  # sign behind
    ("It cost C$9.50.", "C$9.50", 9.5, "CAD", None),
    ("It cost A$10.", "A$10", 10, "AUD", None),
    ("He paid a $500 fine.", "$500", 500, "USD", None),  # the article is no Australian
    ("It cost $1billion.", "$1billion", 1000000000, "USD", None),  # glued scale
    ("It cost $846.8million.", "$846.8million", 846800000, "USD", None),
    ("It cost Rs 500 crore.", "Rs 500 crore", 5000000000, "INR", None),
    ("It cost USD 200.", "USD 200", 200, "USD", None),
    ("It cost 200 USD.", "200 USD", 200, "USD", None),
    ("It cost dlrs 305,000.", "dlrs 305,000", 305000, "USD", None),
    ("It cost ¥500.", "¥500", 500, "JPY", None),
    ("It cost 500 yuan.", "500", 500, "CNY", "yuan"),  # a word is the unit
    ("It cost five dollars.", "five", 5, "USD", "dollars"),
    ("It cost seventy million dollars.", "seventy million", 70000000, "USD", "dollars"),
    ("A two hundred dollar coat.", "two hundred", 200, "USD", "dollar"),
    ("It cost 50 cents.", "50", 0.5, "USD", "cents"),  # in whole units of the currency
    ("It cost 10,000 Swiss francs.", "10,000", 10000, "CHF", "Swiss francs"),
    ("It cost 10 million Egyptian pounds.", "10 million", 10000000, "EGP", "Egyptian pounds"),
    ("It cost 549,000 marks.", "549,000", 549000, "DEM", "marks"),
    ("It cost 30 million pesos.", "30 million", 30000000, None, "pesos"),  # whose pesos is not said
    ("The fine was 400 pounds.", "400", 400, "GBP", "pounds"),  # money is spoken of
    ("It cost $6.500.", "$6.500", 6.5, "USD", None),  # three decimals of money are decimals
]


@pytest.mark.parametrize(("text", "exact", "value", "currency", "unit"), MONEY)
def test_money_is_read_in_units_of_its_currency(
    text: str, exact: str, value: float, currency: str | None, unit: str | None
) -> None:
    quantity = only(text)
    assert (text[quantity.start : quantity.end], quantity.stated, quantity.currency) == (exact, value, currency)
    assert quantity.measure == "money"
    assert (text[slice(*quantity.unit)] if quantity.unit else None) == unit


MEASURED = [
    ("Support is at 45 percent.", "45 percent", 45, "percent", None),
    ("Support is at 45 per cent.", "45 per cent", 45, "percent", None),
    ("Support is at 45%.", "45%", 45, "percent", None),
    ("Support is at 45 %.", "45 %", 45, "percent", None),
    ("Support is at 45pc now.", "45pc", 45, "percent", None),
    ("Support rose 3.7 percentage points.", "3.7 percentage points", 3.7, "percent", None),
    ("Support is at twenty six percent.", "twenty six percent", 26, "percent", None),
    ("She leads by 7 points in the poll.", "7", 7, "percent", "points"),
    ("The index fell 40 points.", "40", 40, "other", "points"),
    ("Aid came from 50 points in town.", "50", 50, "count", None),
    ("Two-thirds of the men fled.", "Two-thirds", 0.6667, "ratio", None),
    ("A third of the men fled.", "A third", 0.3333, "ratio", None),
    ("Half of the men fled.", "Half", 0.5, "ratio", None),
    ("Half the men fled.", "Half", 0.5, "ratio", None),
    ("One in ten men fled.", "One in ten", 0.1, "ratio", None),
    ("Four out of five men fled.", "Four out of five", 0.8, "ratio", None),
    ("Eight of 10 voters agree.", "Eight of 10", 0.8, "ratio", None),
    ("Nine in every 10 voters agree.", "Nine in every 10", 0.9, "ratio", None),
    ("It is three times the rate of civilians.", "three times", 3, "ratio", None),
    ("They stayed 48 hours.", "48", 48, "duration", "hours"),
    ("It rained for 24 h there.", "24", 24, "duration", "h"),
    ("A three-day visit.", "three", 3, "duration", "day"),
    ("His 12-year career ended.", "12", 12, "duration", "year"),
    ("For three consecutive days it rained.", "three", 3, "duration", "days"),
    ("Albright's one-day trip began.", "one", 1, "duration", "day"),
    ("It took half an hour.", "half", 0.5, "duration", "hour"),
    ("The last 90 days were dry.", "90", 90, "duration", "days"),
    ("It lies 700 kilometers away.", "700", 700, "distance", "kilometers"),
    ("It lies 29km away.", "29", 29, "distance", "km"),
    ("It lies 100m away.", "100", 100, "distance", "m"),  # a small m that is no million
    ("A 5m wave came.", "5", 5, "distance", "m"),
    ("The 17-foot boat sank.", "17", 17, "distance", "foot"),
    ("Fire took 300 hectares.", "300", 300, "area", "hectares"),
    ("Fire took 12 square miles.", "12", 12, "area", "square miles"),
    ("Fire took 12 sq km.", "12", 12, "area", "sq km"),
    ("They seized 5 tonnes of rice.", "5", 5, "weight", "tonnes"),
    ("They moved 5 million pounds of rubble.", "5 million", 5000000, "weight", "pounds"),
    ("A 500-pound bomb fell.", "500", 500, "weight", "pound"),
    ("It pumps 2 million barrels a day.", "2 million", 2000000, "volume", "barrels"),
    ("It holds 180ml of it.", "180", 180, "volume", "ml"),
    ("It was minus 5 degrees.", "minus 5", -5, "temperature", "degrees"),
    ("It was 35°C at noon.", "35", 35, "temperature", "°C"),
    ("A magnitude 7.5 quake struck.", "7.5", 7.5, "other", None),
    ("A 7.5-magnitude quake struck.", "7.5", 7.5, "other", None),
    ("Winds blew at 70 mph.", "70", 70, "other", "mph"),
    ("It saw 12 deaths per 100,000 people.", "12", 12, "rate", None),
]


@pytest.mark.parametrize(("text", "exact", "value", "measure", "unit"), MEASURED)
def test_the_measure_follows_from_the_words_beside_the_number(
    text: str, exact: str, value: float, measure: str, unit: str | None
) -> None:
    quantity = only(text)
    assert (text[quantity.start : quantity.end], quantity.stated, quantity.measure) == (exact, value, measure)
    assert (text[slice(*quantity.unit)] if quantity.unit else None) == unit


AGES = [
    ("A 44-year-old man fled.", "44"),
    ("A 6-month-old child fled.", "6"),
    ("A boy aged 12 fled.", "12"),
    ("A boy, aged 12, fled.", "12"),
    ("He is 45 years old.", "45"),
    ("Maria Lopez, 49, said so.", "49"),
    ("Sutopo, 49, said so.", "49"),  # one name
    ("She lost her son Yusuf, 6, to the flood.", "6"),  # a child, by family
    ("He came with his brother Omar (4).", "4"),
    ("Ana Cruz and Tom, 13, ran.", "13"),
    ("Kopp, 44, of St. Albans, hid.", "44"),
    ("A farmer, 62, fled.", "62"),
    ("Maria Lopez (31) fled.", "31"),
    ("He died at the age of 90.", "90"),
    ("She turned 40.", "40"),
    ("The 50-year-old alliance grew.", "50"),
    ("It took children under 5.", "under 5"),
    ("Voters over 65, in fact, stayed.", "over 65"),
    ("A man in his 60s fled.", "60s"),
    ("A woman in her twenties fled.", "twenties"),
]


@pytest.mark.parametrize(("text", "exact"), AGES)
def test_ages_are_told_from_counts(text: str, exact: str) -> None:
    quantity = only(text)
    assert (text[quantity.start : quantity.end], quantity.measure) == (exact, "age")


NOT_AGES = [
    "On March, 12 men fled.",  # a month before the comma
    "In all, 12 men fled.",
    "In Kenya, 10, and in Tanzania, 4.",
    "Children died in Kenya, 9, and Tanzania, 4.",
    "The boys left Kenya, 4 of them hurt.",
    "Of them, 45, or a third, fled.",
]


@pytest.mark.parametrize("text", NOT_AGES)
def test_counts_behind_a_comma_are_no_ages(text: str) -> None:
    assert all(q.measure != "age" for q in find_numbers(text, 0, len(text)).quantities)


PER = [
    ("He gets $100 a month.", "month", "a month"),
    ("They see 40 per day.", "day", "per day"),
    ("Some 30 people a day flee.", "day", "a day"),
    ("20 veterans die each day.", "day", "each day"),
    ("It pumps 2 million barrels a day.", "day", "a day"),
    ("It cost 65 cents a share.", "share", "a share"),
    ("It saw 12 deaths per 100,000 people.", "100,000", "per 100,000"),
    ("It is a $15-a-share offer.", "share", "a-share"),
]


@pytest.mark.parametrize(("text", "per", "words"), PER)
def test_the_base_of_a_rate_is_kept_with_its_place(text: str, per: str, words: str) -> None:
    quantity = only(text)
    assert quantity.per == per
    assert quantity.per_span is not None and text[slice(*quantity.per_span)] == words


NOT_PER = [
    "They killed 12 people a day after the vote.",
    "Some 12 people a year ago fled.",
    "It has 12 men and a month of food.",
]


@pytest.mark.parametrize("text", NOT_PER)
def test_times_after_a_count_are_no_base(text: str) -> None:
    assert all(q.per is None for q in find_numbers(text, 0, len(text)).quantities)


def test_units_are_shared_along_a_list() -> None:
    text = "They got five, six and seven years."
    assert [(q.stated, q.measure) for q in find_numbers(text, 0, len(text)).quantities] == [
        (5, "duration"), (6, "duration"), (7, "duration"),
    ]  # fmt: skip


def test_a_percent_sign_said_once_is_of_both_numbers() -> None:
    text = "They had 34 and 36 percent respectively."
    assert [q.measure for q in find_numbers(text, 0, len(text)).quantities] == ["percent", "percent"]
    text = "The storm hit 34 towns and 36 percent of the farms."
    assert [q.measure for q in find_numbers(text, 0, len(text)).quantities] == ["count", "percent"]
