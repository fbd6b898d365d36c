"""Nouns for whoever acts or speaks, and which of them may stand for one another.

    "police", "officers", "detectives"        one
    "the company", "the maker", "its owner"   one
    "a nurse", "a porter"                     two
    "people", "officials", "a man"            may be anybody

Two phrases are two agents when neither word may stand for the other. Lists from general knowledge, in stems.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractors.speakers.words import collectives, plural_roles, roles
from matching.words import MOST_PHRASES, Word, stem, stems_of, words_of_phrase

_ANYBODY = stems_of(
    """
    person people man woman individual official officials member members staff worker employee group team crew body
    leader head chief boss source sources spokesman spokeswoman spokesperson representative adviser aide insider
    critic other others some many citizen crowd
    public organiser figure report study survey statement document letter email post record data paper other
    authority agency office department unit service institution organisation association author victim suspect
    he she they it i we who one half third quarter majority minority
    """
)
_ONE_BODY = tuple(
    stems_of(line)
    for line in (
        "police policeman policewoman officer officers constable detective detectives sergeant inspector force "
        "patrol investigator investigators commissioner sheriff deputy superintendent",
        "prosecutor prosecutors prosecution attorney",
        "government ministry minister cabinet premier president chancellor secretary administration state department "
        "capital palace",
        "parliament house senate congress deputy deputies lawmaker legislator mp senator representative assembly "
        "chamber",
        "council councillor councillors mayor city town municipality hall",
        "company firm maker manufacturer operator owner owners manager managers management chairman chairwoman "
        "executive corporation business carmaker producer supplier group chain retailer employer employers "
        "airline carrier "
        "lender builder developer contractor brewer insurer publisher broadcaster",
        "bank lender",
        "court judge magistrate jury tribunal bench",
        "lawyer lawyers counsel barrister solicitor attorney defence defense",
        "doctor doctors medic medics surgeon physician hospital clinic nurse paramedic",
        "union unions worker workers striker strikers employee shop-steward",
        "scientist scientists researcher researchers university professor academic scholar institute biologist "
        "geologist physicist",
        "farmer farmers grower growers breeder breeders herder herders shepherd shepherds cattleman",
        "teacher teachers school head-teacher headmaster headmistress principal",
        "soldier soldiers troop troops army military general commander navy marine",
        "firefighter firefighters brigade fireman",
        "villager villagers townspeople inhabitant islander",
        "activist activists campaigner campaigners protester protesters demonstrator environmentalist ngo charity",
        "rebel rebels militant militants insurgent fighter gunman gunmen",
        "club team side coach manager trainer captain player",
        "church priest vicar bishop parish",
        "opposition party",
        "family families relative relatives parent parents mother father widow widower wife husband partner son sons "
        "daughter daughters brother sister friend friends neighbour neighbours",
        "witness witnesses bystander bystanders onlooker passer-by passers-by resident residents local locals "
        "neighbour neighbours villager villagers",
        "expert experts analyst analysts observer observers scientist scientists researcher researchers economist "
        "economists academic professor institute university",
        "monitor monitors observer observers inspector inspectors",
        "customs customsman",
        "coastguard lifeboat lifeboatman rescuer",
        "rescuer rescuers firefighter brigade fireman paramedic doctor charity ngo",
    )
)


# Services that tell who somebody is that would be anybody, and who works there: "aid workers", "a rescue team".
_SERVICES = {
    stem(service): stem(who)
    for who, services in {
        "ngo": "aid relief humanitarian",
        "rescuer": "rescue emergency",
        "doctor": "health medical",
    }.items()
    for service in services.split()
}

# Endings that make a noun for a person whatever stands before them, with the letters that must stand there.
_TRADE = re.compile(
    r"[a-z]{3,}(?:man|men|woman|women|master|keeper|maker|monger|smith|wright|herd|guard|boy|girl|ist|ician)"
)
_NO_TRADE = stems_of(
    "german ottoman specimen regimen acumen abdomen vanguard safeguard assist coexist consist desist insist persist "
    "resist enlist checklist shortlist blacklist christ"
)
# Trades and the like without such an ending.
_TRADES = stems_of(
    """
    miner driver docker logger jogger hiker walker climber skier swimmer diver surfer angler skipper
    signaller conductor guard pilot dispatcher gardener forester ranger baker butcher barber
    hairdresser tailor carpenter roofer welder janitor caretaker cleaner porter courier trucker cabbie
    chauffeur steward stewardess lecturer midwife vet cashier waiter
    waitress cook butler nanny pensioner toddler teenager intruder burglar robber sniper hacker smuggler poacher
    teammate mate classmate flatmate cellmate colleague
    accountant astronomer librarian painter sculptor dancer jockey
    """
)
# Whose somebody is: what the possessor is called says nothing of who speaks.
_OF_WHOM = re.compile(r" (?:of|from|at|for|in|on|with) .*$")
_WHOSE = re.compile(r"^.*(?:['’]s|s['’]) (?=\w)")


@lru_cache(maxsize=MOST_PHRASES)
def agent_in(phrase: str) -> str | None:
    """The stem of the noun that names an agent, the last one of the phrase; None where it names none."""
    words = [word for word in words_of_phrase(phrase) if word.is_content]
    if len(words) > 1 and words[-1].stem in _ANYBODY and words[-2].stem in _SERVICES:
        return _SERVICES[words[-2].stem]
    return next((word.stem for word in reversed(words) if _is_agent(word)), None)


def _is_agent(word: Word) -> bool:
    """Endings are trusted in small letters only: many a trade is somebody's last name."""
    if word.stem in _agents():
        return True
    return _TRADE.fullmatch(word.written.removesuffix("s")) is not None and word.stem not in _NO_TRADE


@lru_cache(maxsize=MOST_PHRASES)
def are_two_agents(left: str, right: str) -> bool:
    """Whether two phrases name two agents for certain, neither of them anybody."""
    whole = _described(left), _described(right)
    left, right = without_whose(left) or left, without_whose(right) or right
    one, two = agent_in(left), agent_in(right)
    if (
        one is None
        or two is None
        or one in _ANYBODY
        or two in _ANYBODY
        or one in whole[1] - {two}
        or two in whole[0] - {one}
    ):
        return False
    here, there = _described(left), _described(right)
    if one == two:
        # "The defence minister", "the prime minister": told apart by what stands before the noun.
        return bool(here - {one}) and bool(there - {two}) and not (here & there) - {one}
    return not here & there and not any(one in bodies and two in bodies for bodies in _ONE_BODY)


def without_whose(phrase: str) -> str | None:
    """Who it is, without whose: "the brother" of "the pilot's brother", "a colleague" of "a colleague of the pilot".

    None where that may be anybody.
    """
    bare = _WHOSE.sub("", _OF_WHOM.sub("", phrase))
    known = agent_in(bare)
    return None if known is None or known in _ANYBODY else bare


def _described(phrase: str) -> set[str]:
    return {word.stem for word in words_of_phrase(phrase) if word.is_content}


@cache
def _agents() -> frozenset[str]:
    """Stems of all nouns for people and bodies, documents left out."""
    bodies = [noun for noun, kind in collectives().items() if kind in ("organisation", "group")]
    known = (stem(noun) for noun in (*roles(), *plural_roles(), *bodies))
    return frozenset(known).union(_TRADES, *_ONE_BODY)
