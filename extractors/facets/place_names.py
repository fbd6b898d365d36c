"""Countries with their capitals and other cities, seats of government and what they stand for, words of geography.

Origin: general knowledge, written for this project. It is not a gazetteer: it serves to see that Geneva lies in
Switzerland and that the Kremlin speaks for Russia. A city of which there are several well-known ones is left out.
"""

from __future__ import annotations

from extractors.word_lists import word_list, word_set

# continent | country : cities, the capital first
_TABLE = """
Europe | Albania: Tirana; Austria: Vienna, Salzburg, Graz; Belarus: Minsk, Brest;
Europe | Belgium: Brussels, Antwerp, Ghent; Bosnia and Herzegovina: Sarajevo; Bulgaria: Sofia, Varna;
Europe | Croatia: Zagreb, Split; Cyprus: Nicosia, Limassol; Czech Republic: Prague, Brno, Ostrava;
Europe | Denmark: Copenhagen, Aarhus; Estonia: Tallinn, Tartu, Narva; Finland: Helsinki, Tampere;
Europe | France: Paris, Marseille, Lyon, Nice, Strasbourg, Bordeaux, Calais, Toulouse, Lille;
Europe | Germany: Berlin, Munich, Hamburg, Frankfurt, Cologne, Dresden, Leipzig, Stuttgart, Bonn, Dusseldorf;
Europe | Germany: Hanover; Greece: Athens, Thessaloniki, Lesbos; Hungary: Budapest, Debrecen;
Europe | Iceland: Reykjavik; Ireland: Dublin, Cork;
Europe | Italy: Rome, Milan, Naples, Turin, Venice, Genoa, Palermo, Lampedusa; Kosovo: Pristina; Latvia: Riga;
Europe | Lithuania: Vilnius, Kaunas; Luxembourg: ; Malta: Valletta; Moldova: Chisinau, Tiraspol;
Europe | Montenegro: Podgorica; Netherlands: Amsterdam, The Hague, Rotterdam, Utrecht; North Macedonia: Skopje;
Europe | Norway: Oslo, Bergen, Tromso; Poland: Warsaw, Krakow, Gdansk, Lodz, Wroclaw; Portugal: Lisbon, Porto;
Europe | Romania: Bucharest, Cluj, Constanta;
Europe | Russia: Moscow, St Petersburg, Kazan, Sochi, Grozny, Vladivostok, Rostov, Novosibirsk, Belgorod;
Europe | Russia: Kaliningrad; Serbia: Belgrade, Novi Sad; Slovakia: Bratislava, Kosice; Slovenia: Ljubljana;
Europe | Switzerland: Bern, Geneva, Zurich, Basel, Davos, Lausanne;
Europe | Spain: Madrid, Barcelona, Seville, Valencia, Bilbao, Malaga, Catalonia;
Europe | Sweden: Stockholm, Gothenburg, Malmo, Uppsala;
Europe | Ukraine: Kyiv, Kharkiv, Odesa, Lviv, Donetsk, Luhansk, Mariupol, Kherson, Dnipro, Bakhmut, Crimea;
Europe | Ukraine: Sevastopol; Vatican City: ;
Europe | United Kingdom: London, Edinburgh, Glasgow, Belfast, Cardiff, Liverpool, Leeds, Sheffield, Bristol;
Europe | United Kingdom: Scotland, Wales, Northern Ireland, England;
Asia | Afghanistan: Kabul, Kandahar, Herat, Jalalabad; Armenia: Yerevan; Azerbaijan: Baku; Bahrain: Manama;
Asia | Bangladesh: Dhaka, Chittagong; Cambodia: Phnom Penh;
Asia | China: Beijing, Shanghai, Wuhan, Shenzhen, Guangzhou, Chengdu, Hong Kong, Tibet, Xinjiang;
Asia | Georgia: Tbilisi; India: New Delhi, Delhi, Mumbai, Kolkata, Chennai, Bangalore, Kashmir;
Asia | Indonesia: Jakarta, Bali, Surabaya; Iran: Tehran, Isfahan, Mashhad;
Asia | Iraq: Baghdad, Mosul, Basra, Erbil, Fallujah, Kirkuk; Israel: Jerusalem, Tel Aviv, Haifa;
Asia | Japan: Tokyo, Osaka, Kyoto, Hiroshima, Fukushima; Jordan: Amman; Kazakhstan: Astana, Almaty;
Asia | Kuwait: Kuwait City; Kyrgyzstan: Bishkek; Laos: Vientiane; Lebanon: Beirut; Malaysia: Kuala Lumpur;
Asia | Mongolia: Ulaanbaatar; Myanmar: Naypyidaw, Yangon, Mandalay; Nepal: Kathmandu; North Korea: Pyongyang;
Asia | Oman: Muscat; Pakistan: Islamabad, Karachi, Lahore, Peshawar, Quetta; Palestine: Ramallah, Gaza;
Asia | Philippines: Manila; Qatar: Doha; Saudi Arabia: Riyadh, Jeddah, Mecca, Medina; Singapore: ;
Asia | South Korea: Seoul, Busan; Sri Lanka: Colombo;
Asia | Syria: Damascus, Aleppo, Idlib, Homs, Raqqa, Kobani, Palmyra; Taiwan: Taipei; Tajikistan: Dushanbe;
Asia | Thailand: Bangkok, Phuket; Turkey: Ankara, Istanbul, Izmir, Gaziantep; Turkmenistan: Ashgabat;
Asia | United Arab Emirates: Abu Dhabi, Dubai; Uzbekistan: Tashkent, Samarkand;
Asia | Vietnam: Hanoi, Ho Chi Minh City; Yemen: Sanaa, Aden;
Africa | Algeria: Algiers; Angola: Luanda; Benin: Cotonou; Botswana: Gaborone; Burkina Faso: Ouagadougou;
Africa | Burundi: Gitega; Cameroon: Yaounde, Douala; Chad: N'Djamena;
Africa | Democratic Republic of Congo: Kinshasa, Goma; Egypt: Cairo, Giza, Sinai; Eritrea: Asmara;
Africa | Ethiopia: Addis Ababa, Tigray; Gabon: Libreville; Ghana: Accra; Guinea: Conakry; Ivory Coast: Abidjan;
Africa | Kenya: Nairobi, Mombasa; Liberia: Monrovia; Libya: Tripoli, Benghazi, Misrata;
Africa | Madagascar: Antananarivo; Malawi: Lilongwe; Mali: Bamako, Timbuktu; Mauritania: Nouakchott;
Africa | Morocco: Rabat, Casablanca, Marrakesh; Mozambique: Maputo; Namibia: Windhoek; Niger: Niamey;
Africa | Nigeria: Abuja, Lagos, Kano, Maiduguri; Rwanda: Kigali; Senegal: Dakar; Sierra Leone: Freetown;
Africa | Somalia: Mogadishu; South Africa: Pretoria, Johannesburg, Cape Town, Durban, Soweto; South Sudan: Juba;
Africa | Sudan: Khartoum, Darfur; Tanzania: Dodoma, Dar es Salaam, Zanzibar; Tunisia: Tunis, Sousse;
Africa | Uganda: Kampala; Zambia: Lusaka; Zimbabwe: Harare, Bulawayo;
North America | Canada: Ottawa, Toronto, Montreal, Vancouver, Quebec, Ontario, Alberta, Calgary; Costa Rica: ;
North America | Cuba: Havana; Dominican Republic: Santo Domingo; El Salvador: San Salvador;
North America | Guatemala: Guatemala City; Haiti: Port-au-Prince; Honduras: Tegucigalpa; Jamaica: Kingston;
North America | Mexico: Mexico City, Tijuana, Acapulco, Cancun; Nicaragua: Managua; Panama: Panama City;
North America | United States: Washington, New York, Los Angeles, Chicago, Houston, Philadelphia, Boston;
North America | United States: San Francisco, Seattle, Dallas, Detroit, Atlanta, Miami, Denver, Las Vegas;
North America | United States: New Orleans, Baltimore, Manhattan, Brooklyn, Alabama, Alaska, Arizona, Arkansas;
North America | United States: California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois;
North America | United States: Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts;
North America | United States: Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada;
North America | United States: New Hampshire, New Jersey, New Mexico, North Carolina, North Dakota, Ohio;
North America | United States: Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota;
North America | United States: Tennessee, Texas, Utah, Vermont, Virginia, West Virginia, Wisconsin, Wyoming;
South America | Argentina: Buenos Aires; Bolivia: La Paz; Brazil: Brasilia, Rio de Janeiro, Sao Paulo;
South America | Chile: Santiago; Colombia: Bogota, Medellin, Cali; Ecuador: Quito; Guyana: ; Paraguay: Asuncion;
South America | Peru: Lima; Uruguay: Montevideo; Venezuela: Caracas;
Oceania | Australia: Canberra, Sydney, Melbourne, Brisbane, Perth, Adelaide, Queensland, Victoria, Tasmania;
Oceania | Fiji: Suva; New Zealand: Wellington, Auckland, Christchurch; Papua New Guinea: Port Moresby;
"""

ALIASES: dict[str, str] = {
    "us": "united states",
    "u.s.": "united states",
    "u.s": "united states",
    "usa": "united states",
    "america": "united states",
    "united states of america": "united states",
    "uk": "united kingdom",
    "u.k.": "united kingdom",
    "u.k": "united kingdom",
    "britain": "united kingdom",
    "great britain": "united kingdom",
    "russian federation": "russia",
    "kiev": "kyiv",
    "odessa": "odesa",
    "burma": "myanmar",
    "uae": "united arab emirates",
    "czechia": "czech republic",
    "cote d'ivoire": "ivory coast",
    "dr congo": "democratic republic of congo",
    "st. petersburg": "st petersburg",
    "washington, d.c": "washington",
    "washington dc": "washington",
    "new york city": "new york",
    "hague": "the hague",
    "gaza strip": "gaza",
    "nur-sultan": "astana",
}

# Who is meant when a building or street speaks, and where it stands.
METONYMS: dict[str, tuple[str, str]] = {
    "kremlin": ("russia", "moscow"),
    "downing street": ("united kingdom", "london"),
    "10 downing street": ("united kingdom", "london"),
    "whitehall": ("united kingdom", "london"),
    "westminster": ("united kingdom", "london"),
    "white house": ("united states", "washington"),
    "pentagon": ("united states", "washington"),
    "foggy bottom": ("united states", "washington"),
    "capitol hill": ("united states", "washington"),
    "elysee": ("france", "paris"),
    "elysee palace": ("france", "paris"),
    "quai d'orsay": ("france", "paris"),
    "blue house": ("south korea", "seoul"),
    "bundestag": ("germany", "berlin"),
    "knesset": ("israel", "jerusalem"),
    "holyrood": ("united kingdom", "edinburgh"),
    "stormont": ("united kingdom", "belfast"),
    "zhongnanhai": ("china", "beijing"),
}

STATE_ABBREVIATIONS = word_list(
    "Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich. Minn. Miss. Mo. Mont. "
    "Neb. Nev. N.H. N.J. N.M. N.Y. N.C. N.D. Okla. Ore. Pa. R.I. S.C. S.D. Tenn. Tex. Vt. Va. Wash. W.Va. Wis. Wyo. "
    "D.C."
)

# The last word of a name that makes it a place and nothing else.
SITES = word_set(
    "street road square palace river sea ocean gulf bay lake mountain mountains valley island islands peninsula coast "
    "strait canal beach park harbour desert"
)
# The last word of a name that makes it a place whatever it is called. An airport or a town may also act and speak.
PLACE_HEADS = SITES | word_set(
    "avenue airport university hospital province county district region station bridge harbor port stadium prison "
    "embassy cathedral mosque church temple village town city east west north south border bank hills plain forest "
    "heights strip states kingdom republic emirates balkans caucasus arctic antarctic sahel"
)


def _read() -> tuple[dict[str, str], dict[str, str]]:
    """What lies in what, and the country of each capital."""
    inside: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for line in _TABLE.strip().splitlines():
        continent, _, rest = line.partition(" | ")
        for entry in rest.strip().strip(";").split(";"):
            country, _, cities = (part.strip() for part in entry.partition(":"))
            inside[country.lower()] = continent.lower()
            named = [name.strip().lower() for name in cities.split(",") if name.strip()]
            if country.lower() not in capitals.values():
                capitals.update(dict.fromkeys(named[:1], country.lower()))
            inside.update(dict.fromkeys(named, country.lower()))
    for name, (_, seat) in METONYMS.items():
        inside[name] = seat
    return inside, capitals


INSIDE, CAPITALS = _read()
CONTINENTS = frozenset({"europe", "asia", "africa", "north america", "south america", "oceania"})
KNOWN = frozenset({*INSIDE, *ALIASES, *CONTINENTS})
