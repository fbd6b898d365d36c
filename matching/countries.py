"""Countries under all the names by which news calls them: "Russia", "Russian", "Russians"; "US", "America".

The table is short on purpose: it holds states whose people are named by another word than the state, as far as
English-language news writes of them often. A name that is missing costs a match and invents none. Capitals are left
out: "Paris" may mean the city.
"""

from __future__ import annotations

_NAMES: dict[str, str] = {
    "afghanistan": "afghan afghans",
    "argentina": "argentine argentines argentinian argentinians",
    "australia": "australian australians",
    "austria": "austrian austrians",
    "bangladesh": "bangladeshi bangladeshis",
    "belarus": "belarusian belarusians",
    "belgium": "belgian belgians",
    "brazil": "brazilian brazilians",
    "britain": "british britons briton uk",
    "bulgaria": "bulgarian bulgarians",
    "canada": "canadian canadians",
    "chile": "chilean chileans",
    "china": "chinese",
    "colombia": "colombian colombians",
    "croatia": "croatian croatians",
    "cuba": "cuban cubans",
    "denmark": "danish danes",
    "egypt": "egyptian egyptians",
    "ethiopia": "ethiopian ethiopians",
    "europe": "european europeans eu",
    "finland": "finnish finns",
    "france": "french",
    "germany": "german germans",
    "greece": "greek greeks",
    "hungary": "hungarian hungarians",
    "india": "indian indians",
    "indonesia": "indonesian indonesians",
    "iran": "iranian iranians",
    "iraq": "iraqi iraqis",
    "ireland": "irish",
    "israel": "israeli israelis",
    "italy": "italian italians",
    "japan": "japanese",
    "kazakhstan": "kazakh kazakhs",
    "kenya": "kenyan kenyans",
    "lebanon": "lebanese",
    "libya": "libyan libyans",
    "lithuania": "lithuanian lithuanians",
    "mexico": "mexican mexicans",
    "morocco": "moroccan moroccans",
    "netherlands": "dutch",
    "nigeria": "nigerian nigerians",
    "norway": "norwegian norwegians",
    "pakistan": "pakistani pakistanis",
    "palestine": "palestinian palestinians",
    "philippines": "filipino filipinos philippine",
    "poland": "poles",
    "portugal": "portuguese",
    "romania": "romanian romanians",
    "russia": "russian russians",
    "scotland": "scottish scots",
    "serbia": "serbian serbians serbs",
    "somalia": "somali somalis",
    "spain": "spanish spaniards",
    "sudan": "sudanese",
    "sweden": "swedish swedes",
    "switzerland": "swiss",
    "syria": "syrian syrians",
    "taiwan": "taiwanese",
    "thailand": "thai thais",
    "tunisia": "tunisian tunisians",
    "turkey": "turkish turks",
    "ukraine": "ukrainian ukrainians",
    "america": "american americans usa us",
    "venezuela": "venezuelan venezuelans",
    "vietnam": "vietnamese",
    "wales": "welsh",
    "yemen": "yemeni yemenis",
}

COUNTRY_OF: dict[str, str] = {name: country for country, names in _NAMES.items() for name in (country, *names.split())}
"""One name in lower case to the country's own stem."""

COUNTRY_OF_TWO: dict[tuple[str, str], str] = {
    ("united", "states"): "america",
    ("united", "kingdom"): "britain",
    ("great", "britain"): "britain",
    ("european", "union"): "europe",
}
"""Two words in lower case that name a country together."""

COUNTRIES: frozenset[str] = frozenset(_NAMES)
