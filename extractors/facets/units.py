"""Units of measure and money: how they are written, the base unit they are turned into, and the factor.

Factors are the exact definitions of the international yard and pound (1959) and of the SI; months and years have no
fixed length and keep a base of their own. Where a word names several units ("pounds", "tons", "crowns", "pesos") it
keeps its own name as unit and is not converted: two such values compare with each other and with nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractors.word_lists import word_set


@dataclass(frozen=True, slots=True)
class Unit:
    """`base` = `factor` * value + `shift`."""

    base: str
    factor: float = 1.0
    shift: float = 0.0


def _named(base: str, factor: float, names: str, shift: float = 0.0) -> dict[str, Unit]:
    return {name.strip(): Unit(base, factor, shift) for name in names.split(",")}


MEASURES: dict[str, Unit] = {
    **_named("percent", 1, "%, percent, per cent, pct"),
    **_named("percentage_point", 1, "percentage point, percentage points, pp"),
    **_named("percentage_point", 0.01, "basis point, basis points"),
    **_named("metre", 1, "metre, metres, meter, meters"),
    **_named("metre", 1000, "km, kms, kilometre, kilometres, kilometer, kilometers"),
    **_named("metre", 0.01, "cm, centimetre, centimetres, centimeter, centimeters"),
    **_named("metre", 0.001, "mm, millimetre, millimetres, millimeter, millimeters"),
    **_named("metre", 1609.344, "mile, miles"),
    **_named("metre", 1852, "nautical mile, nautical miles"),
    **_named("metre", 0.3048, "ft, foot, feet"),
    **_named("metre", 0.0254, "inch, inches"),
    **_named("metre", 0.9144, "yard, yards"),
    **_named("square_metre", 1, "square metre, square metres, square meter, square meters, sq m"),
    **_named("square_metre", 1e6, "square kilometre, square kilometres, square kilometer, square kilometers, sq km"),
    **_named("square_metre", 2_589_988.110336, "square mile, square miles, sq miles"),
    **_named("square_metre", 0.09290304, "square foot, square feet, sq ft"),
    **_named("square_metre", 4046.8564224, "acre, acres"),
    **_named("square_metre", 10_000, "hectare, hectares"),
    **_named("litre", 1, "litre, litres, liter, liters"),
    **_named("barrel", 1, "barrel, barrels"),
    **_named("gallon", 1, "gallon, gallons"),
    **_named("kilogram", 1, "kg, kgs, kilo, kilos, kilogram, kilograms, kilogramme, kilogrammes"),
    **_named("kilogram", 0.001, "gram, grams, gramme, grammes"),
    **_named("kilogram", 1000, "tonne, tonnes, metric ton, metric tons"),
    **_named("kilogram", 0.45359237, "lb, lbs"),
    **_named("kilogram", 0.028349523125, "ounce, ounces"),
    **_named("ton", 1, "ton, tons"),
    **_named("pound", 1, "pound, pounds"),
    **_named("second", 1, "second, seconds, secs"),
    **_named("second", 60, "minute, minutes, mins, min"),
    **_named("second", 3600, "hour, hours, hrs"),
    **_named("second", 86_400, "day, days"),
    **_named("second", 604_800, "week, weeks"),
    **_named("month", 1, "month, months"),
    **_named("month", 12, "year, years"),
    **_named("month", 120, "decade, decades"),
    **_named("month", 1200, "century, centuries"),
    **_named("metre_per_second", 0.44704, "mph, miles per hour, miles an hour"),
    **_named(
        "metre_per_second",
        1 / 3.6,
        "kph, kmh, km/h, kmph, kilometres per hour, kilometers per hour, kilometres an hour, kilometers an hour",
    ),
    **_named("metre_per_second", 1852 / 3600, "knot, knots"),
    **_named("celsius", 1, "°c, ° c, degrees celsius, degree celsius, degrees centigrade, c"),
    **_named("celsius", 5 / 9, "°f, ° f, degrees fahrenheit, degree fahrenheit, f", -160 / 9),
    **_named("degree", 1, "degrees, °"),
    **_named("watt", 1e3, "kw, kilowatt, kilowatts"),
    **_named("watt", 1e6, "mw, megawatt, megawatts"),
    **_named("watt", 1e9, "gw, gigawatt, gigawatts"),
}

# Read only when written as one piece with the number ("5C", "25p", "10g"): alone they are ordinary letters.
GLUED_ONLY = frozenset({"c", "f"})
GLUED = {"pc": Unit("percent"), "g": Unit("kilogram", 0.001), "p": Unit("GBP", 0.01), "m": Unit("metre")}

SIGNS: dict[str, str] = {
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "₩": "KRW",
    "₴": "UAH",
    "us$": "USD",
    "a$": "AUD",
    "au$": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "nz$": "NZD",
    "hk$": "HKD",
    "s$": "SGD",
    "r$": "BRL",
}
CODES = word_set("USD EUR GBP JPY CNY INR RUB UAH CHF SEK NOK DKK PLN CZK HUF TRY ILS AUD CAD NZD BRL MXN ZAR KRW")
MONEY_WORDS: dict[str, Unit] = {
    **_named("USD", 1, "dollar, dollars, us dollar, us dollars, american dollars"),
    **_named("AUD", 1, "australian dollars, australian dollar"),
    **_named("CAD", 1, "canadian dollars, canadian dollar"),
    **_named("NZD", 1, "new zealand dollars"),
    **_named("HKD", 1, "hong kong dollars"),
    **_named("EUR", 1, "euro, euros"),
    **_named("GBP", 1, "pounds sterling, pound sterling, quid"),
    **_named("GBP", 0.01, "pence"),
    **_named("JPY", 1, "yen"),
    **_named("CNY", 1, "yuan, renminbi"),
    **_named("INR", 1, "indian rupees"),
    **_named("PKR", 1, "pakistani rupees"),
    **_named("rupee", 1, "rupee, rupees"),
    **_named("RUB", 1, "ruble, rubles, rouble, roubles"),
    **_named("UAH", 1, "hryvnia, hryvnias"),
    **_named("CHF", 1, "swiss francs, swiss franc"),
    **_named("franc", 1, "franc, francs"),
    **_named("SEK", 1, "swedish crowns, swedish kronor, kronor, krona"),
    **_named("NOK", 1, "norwegian crowns, norwegian kroner"),
    **_named("DKK", 1, "danish crowns, danish kroner"),
    **_named("CZK", 1, "czech crowns, czech koruna"),
    **_named("crown", 1, "crown, crowns, kroner"),
    **_named("TRY", 1, "lira, turkish lira"),
    **_named("ILS", 1, "shekel, shekels"),
    **_named("ZAR", 1, "rand"),
    **_named("BRL", 1, "reais"),
    **_named("MXN", 1, "mexican pesos"),
    **_named("peso", 1, "peso, pesos"),
    **_named("PLN", 1, "zloty, zlotys"),
    **_named("HUF", 1, "forint, forints"),
    **_named("THB", 1, "baht"),
    **_named("IDR", 1, "rupiah"),
    **_named("NGN", 1, "naira"),
    **_named("KRW", 1, "south korean won"),
    **_named("cent", 1, "cent, cents"),
}

DURATIONS = frozenset({"second", "month"})
MONEY = frozenset({*SIGNS.values(), *CODES, *(unit.base for unit in MONEY_WORDS.values())})
LONGEST_UNIT = 3  # words in the longest unit name above ("miles per hour", "new zealand dollars")
