"""What numbers in news are about: what befell the counted, what rose or fell, and what is counted one by one.

Word lists from general knowledge. A canonical name stands for all its forms, so that "12 dead", "killing 12" and "the
toll reached 12" give one measure. Words that differ in fact stay apart: those charged are not those jailed.
"""

from __future__ import annotations

from extractors.word_lists import word_set


def _forms(**groups: str) -> dict[str, str]:
    return {form: name for name, forms in groups.items() for form in forms.split()}


BEFELL: dict[str, str] = _forms(
    killed="killed kills kill killing dead died dies die dying death deaths fatality fatalities perished slain toll",
    injured="injured injures injure injuring injury injuries wounded wounding wounds hurt",
    arrested="arrested arrests arrest arresting detained detains detain detaining detentions custody",
    missing="missing unaccounted",
    displaced="displaced displacing homeless fled flee fleeing",
    evacuated="evacuated evacuates evacuate evacuating evacuation",
    rescued="rescued rescues rescue rescuing",
    infected="infected infections infection infecting",
    hospitalised="hospitalised hospitalized hospitalising hospitalizing",
    jailed="jailed imprisoned",
    sentenced="sentenced",
    charged="charged",
    convicted="convicted",
    abducted="abducted kidnapped kidnapping abducting abductions",
    sacked="sacked dismissed fired redundant redundancies",
    deployed="deployed deploys deploy deploying stationed massed amassed massing amassing",
    trapped="trapped stranded",
    destroyed="destroyed destroys destroying",
    damaged="damaged damages damaging",
    surveyed="surveyed polled interviewed",
    fined="fined",
)
CHANGE: dict[str, str] = _forms(
    rise="rose rise rises risen rising climbed climb climbs jumped jump jumps increased increase increases increasing "
    "grew grow grows grown growing gained gain surged surge surges soared soar soars up raised raise raises lifted "
    "boosted growth hike hiked widened",
    fall="fell fall falls fallen falling dropped drop drops dropping declined decline declines declining decreased "
    "decrease decreases slid slide slides plunged plunge plunges tumbled slumped slump down shrank shrunk shrink "
    "contracted slipped cut cuts cutting reduced reduce reduces lowered lower slashed narrowed eased ease",
)
# Nouns that name an event that befell somebody: the number counts those it befell, not the noun.
EVENT_NOUNS = word_set("death deaths fatality fatalities injury injuries arrest arrests infection infections")

# Nouns before "of" and a number that tell whom it counts: "a crowd of 12,000".
BODIES: dict[str, str] = _forms(
    person="crowd audience attendance gathering congregation turnout", worker="workforce", crew="crew", staff="staff"
)

# Head nouns of counts: where one of these follows, a number counts even if it looks like a year or a name.
COUNTED = word_set(
    "people person persons man men woman women child children boy boys girl girls adult adults baby babies soldier "
    "soldiers troop troops civilian civilians officer officers police policeman policemen worker workers employee "
    "employees staff job jobs resident residents passenger passengers student students pupil pupils teacher teachers "
    "patient patients doctor doctors nurse nurses victim victims migrant migrants refugee refugees protester "
    "protesters demonstrator demonstrators voter voters vote votes member members lawmaker lawmakers home homes house "
    "houses building buildings vehicle vehicles flight flights case cases death deaths injury injuries arrest arrests "
    "firefighter firefighters prisoner prisoners hostage hostages suspect suspects customer customers tourist tourists "
    "fighter fighters militant militants journalist journalists family families household households others"
)
IRREGULAR_PLURALS = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "policemen": "policeman",
    "policewomen": "policewoman",
    "servicemen": "serviceman",
    "congressmen": "congressman",
    "spokesmen": "spokesman",
    "feet": "foot",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "countries": "country",
    "cities": "city",
    "troops": "troop",
    "buses": "bus",
    "viruses": "virus",
    "gases": "gas",
    "bonuses": "bonus",
    "campuses": "campus",
    "lenses": "lens",
    "halves": "half",
    "wolves": "wolf",
    "thieves": "thief",
    "movies": "movie",
    "shoes": "shoe",
    "mice": "mouse",
    "teeth": "tooth",
    "crises": "crisis",
}
SAME_IN_PLURAL = word_set("police series species aircraft staff headquarters means offspring news politics")

# Words that end a noun phrase after a number where no part of speech is known.
STOP = word_set(
    "a an the and or but nor of in on at by for from to with within without into onto over under after before since "
    "until during against between among about around near across through than as is are was were be been being has "
    "have had do does did will would can could may might shall should must who whom whose which that this these those "
    "it its they them their he him his she her we us our you your i my said says told when while where because if "
    "not no so yet also still later earlier ago more less each per out up down off back away alone only just all "
    "both either neither remain remained died killed injured wounded arrested missing dead hurt made took went came "
    "got gave left fled gathered attended took voted backed live lived work worked voted claimed says"
)
