"""Kinds that figures, times, names and holders decide: pairs that diverge, and near misses that must not."""

import math

import pytest

from extractors.records import Speaker
from tests.matching.pairs import kinds
from tests.matching.reports import Figure, claim, organisation, person, unnamed


def deed(doer, verb, what):
    return claim(f"{doer} {verb} {what}.", doer=doer, verb=verb)


def counted(sentence, words, number, of, **more):
    return claim(sentence, figures={words: Figure(number, of=of, **more)})


def test_one_measure_with_two_counts_is_a_number_divergence():
    left = counted("Some 400 miners joined the march in Velby.", "400", 400, "miner")
    right = counted("The march in Velby drew 900 people.", "900", 900, "person")
    assert kinds(left, right) == {"number"}


def test_the_figure_that_is_left_when_the_others_meet():
    left = claim(
        "Twenty-seven riders were hurt, six of them badly.",
        figures={"Twenty-seven": Figure(27, of="rider", measure="injured"), "six": Figure(6, measure="injured")},
    )
    right = claim(
        "Some 19 riders were hurt, including six who were hurt badly.",
        figures={"19": Figure(19, of="rider", measure="injured"), "six": Figure(6, measure="injured")},
    )
    assert "number" in kinds(left, right)


@pytest.mark.parametrize(
    ("members", "fires"), [pytest.param(79, True, id="neither count"), pytest.param(71, False, id="one of the counts")]
)
def test_one_way_of_a_division(members, fires):
    votes = {"88": Figure(88, of="vote", measure="for"), "71": Figure(71, of="vote", measure="against")}
    left = claim("The motion was carried by 88 votes to 71.", figures=votes)
    right = counted(f"The motion was opposed by {members} members.", str(members), members, "member", measure="oppose")
    assert ("number" in kinds(left, right)) == fires


def test_terms_are_measured_in_time():
    left = claim("The clerk was jailed for 14 years.", figures={"14 years": Figure(168, unit="month")})
    right = claim("The clerk was given a prison term of 17 years.", figures={"17 years": Figure(204, unit="month")})
    assert "number" in kinds(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            counted("Nine miners were killed at Orsk pit.", "Nine", 9, "miner", measure="killed"),
            counted("Twelve miners were injured at Orsk pit.", "Twelve", 12, "miner", measure="injured"),
            id="the dead are not the injured",
        ),
        pytest.param(
            counted("Nearly 5,000 homes lost power.", "Nearly 5,000", 5000, "home", approximate=True),
            counted("Power was lost in 4,870 households.", "4,870", 4870, "household"),
            id="rounding",
        ),
        pytest.param(
            counted("The march drew 400 people.", "400", 400, "person"),
            counted("The march passed 40 shops.", "40", 40, "shop"),
            id="another thing counted",
        ),
        pytest.param(
            counted("They won three gold medals.", "three", 3, "gold medal"),
            counted("They won four medals.", "four", 4, "medal"),
            id="some of a kind",
        ),
        pytest.param(
            counted("The fire kept 150 firefighters busy.", "150", 150, "firefighter"),
            counted("At the time of the fire 220 people were there.", "220", 220, "person"),
            id="who came to help",
        ),
        pytest.param(
            counted("Nine passengers were taken to a clinic.", "Nine", 9, "passenger", measure="take"),
            counted("There were 44 people on board.", "44", 44, "person", measure="be"),
            id="some of those who were there",
        ),
        pytest.param(
            claim("The clerk fled 14 years ago.", figures={"14 years": Figure(168, unit="month")}),
            claim("The clerk had worked there for 17 years.", figures={"17 years": Figure(204, unit="month")}),
            id="spans of time that measure no term",
        ),
    ],
)
def test_figures_that_do_not_conflict(left, right):
    assert "number" not in kinds(left, right)


def dated(sentence, words, day):
    return claim(sentence, times={words: day})


DATES = [
    (
        dated("The school opens on 4 June.", "4 June", "2024-06-04"),
        dated("The school opens on 7 June.", "7 June", "2024-06-07"),
    ),
    (
        dated("The theft took place on Friday.", "Friday", "2024-03-08"),
        dated("The theft was on Sunday.", "Sunday", "2024-03-10"),
    ),
    (
        dated("The shooting was before dawn on Monday.", "Monday", "2024-03-11"),
        dated("The shooting was at 8 p.m. on Monday.", "Monday", "2024-03-11"),
    ),
    (
        dated("The crane fell on Monday shortly after six o'clock in the morning.", "Monday", "2024-03-11"),
        dated("The crane fell on Monday at half past three in the afternoon.", "Monday", "2024-03-11"),
    ),
    (claim("The thieves came at two in the morning."), claim("The thieves came shortly before 5 a.m.")),
    (
        claim("The pool is due to reopen by June.", times={"by June": (None, "2024-06-30")}),
        claim("The pool will reopen on 4 July.", times={"4 July": "2024-07-04"}),
    ),
    (
        claim(
            "The pool reopens in June.", times={"June": ("2024-06-01", "2024-06-30")}, verb="reopens", tense="future"
        ),
        claim("The pool reopens on 4 May.", times={"4 May": "2024-05-04"}, verb="reopens", tense="future"),
    ),
]
NO_DATES = [
    (
        claim(
            "On Friday Ada Moor, who has sat on the town council of Brod for eleven years and twice stood for mayor "
            "of the island, seemed to have no rival left for the chair of the harbour board.",
            times={"On Friday": "2024-03-08"},
            verb="seemed",
        ),
        claim(
            "On Wednesday, the day after the old chairman of the harbour board had lost his seat on the council to a "
            "fisherman from Brod, Ada Moor began to gather promises from its members.",
            times={"On Wednesday": "2024-03-06"},
            verb="began",
        ),
    ),
    (claim("The thieves came at two in the morning."), claim("The thieves came at 2 a.m.")),
    (
        dated("The handover is on Wednesday.", "Wednesday", "2024-03-13"),
        dated("The handover is on 13 March.", "13 March", "2024-03-13"),
    ),
    (
        dated("The branch opens on Monday.", "Monday", "2024-03-18"),
        dated("The branch opens on Monday.", "Monday", "2024-03-11"),
    ),
    (
        dated("The bridge fell at night on Monday.", "Monday", "2024-03-11"),
        dated("The bridge fell in the small hours of Monday.", "Monday", "2024-03-11"),
    ),
    (
        dated("The crane fell on Monday at a quarter to four in the afternoon.", "Monday", "2024-03-11"),
        dated("The crane fell on Monday at 3.30 p.m.", "Monday", "2024-03-11"),
    ),
    (
        dated("The crane fell on Monday at 3.30 in the afternoon.", "Monday", "2024-03-11"),
        dated("The crane fell on Monday at 3.30 p.m.", "Monday", "2024-03-11"),
    ),
    (
        dated("The crane fell on Monday at a quarter to twelve at night.", "Monday", "2024-03-11"),
        dated("The crane fell on Monday at 11.45 p.m.", "Monday", "2024-03-11"),
    ),
    (
        claim(
            "The pool reopens in June.", times={"June": ("2024-06-01", "2024-06-30")}, verb="reopens", tense="future"
        ),
        claim("Swimmers met at the pool on Saturday.", times={"Saturday": "2024-03-09"}, verb="met"),
    ),
    (
        claim("The pool is due to reopen by June.", times={"by June": (None, "2024-06-30")}),
        claim("The pool will reopen on 4 May.", times={"4 May": "2024-05-04"}),
    ),
    (
        dated("The riders were stuck on Monday evening.", "Monday", "2024-03-11"),
        claim("The riders were down by Tuesday noon.", times={"by Tuesday": (None, "2024-03-12")}),
    ),
    (
        claim("The pool was full by June.", times={"by June": (None, "2024-06-30")}),
        claim("The pool was full on 4 July.", times={"4 July": "2024-07-04"}),
    ),
    (
        claim("The portal will reopen on Thursday.", times={"Thursday": "2024-03-14"}, verb="reopen", tense="future"),
        claim("The portal failed on Sunday.", times={"Sunday": "2024-03-10"}, verb="failed"),
    ),
]


@pytest.mark.parametrize(("left", "right"), DATES)
def test_dates_apart(left, right):
    assert "date" in kinds(left, right)


@pytest.mark.parametrize(("left", "right"), NO_DATES)
def test_dates_that_meet(left, right):
    assert "date" not in kinds(left, right)


NAMES = ("Later Korvel and Dunlin met again.", "Later Korvel and Dunlin met again.")
ROLES = [
    ("On Monday Korvel sued Dunlin.", "On Monday Dunlin sued Korvel."),
    ("In May Korvel bought the yard from Dunlin.", "In May Korvel sold the yard to Dunlin."),
    ("On Sunday Korvel beat Dunlin.", "On Sunday Korvel lost to Dunlin."),
    ("On Monday Korvel accused Dunlin of fraud.", "On Monday Dunlin accused Korvel of fraud."),
    ("In June Korvel will be succeeded by Dunlin.", "In June Korvel will succeed Dunlin."),
    ("On Friday Korvel opened fire on Dunlin.", "On Friday Dunlin shot at Korvel."),
    ("On Monday Korvel sued Dunlin.", "On Monday Dunlin filed a claim against Korvel."),
    ("In May Korvel must pay Dunlin.", "In May Dunlin must compensate Korvel."),
    ("The tram hit a lorry at noon.", "At noon a lorry ran into the tram."),
    ("On Monday Korvel sued Dunlin.", "On Monday Dunlin took Korvel to court."),
    ("In June Korvel took over from Dunlin.", "In June Dunlin succeeds Korvel."),
    ("In May Korvel has brought an action against Dunlin.", "In May Dunlin is claiming the yard from Korvel in court."),
    ("On Monday Korvel took over Dunlin.", "On Monday Dunlin paid a fortune for Korvel."),
    ("Korvel is to supply twelve old tug boats to Dunlin.", "Dunlin will deliver a dozen old tug boats to Korvel."),
]
NO_ROLES = [
    ("On Sunday Korvel beat Dunlin.", "On Sunday Dunlin was beaten by Korvel."),
    ("In May Korvel bought the yard from Dunlin.", "In May Dunlin sold the yard to Korvel."),
    ("On Sunday Korvel lost to Dunlin.", "On Sunday Dunlin beat Korvel."),
    ("In June Korvel will succeed Dunlin.", "In June Dunlin will be replaced by Korvel."),
    ("On Monday Korvel met Dunlin.", "On Monday Dunlin met Korvel."),
    ("The tram hit a lorry at noon.", "At noon a lorry was hit by the tram."),
    ("On Monday Korvel took over Dunlin.", "On Monday Dunlin was bought by Korvel."),
    ("On Friday Korvel opened fire on Dunlin.", "On Friday Dunlin was shot at by Korvel."),
]


@pytest.mark.parametrize(("left", "right"), ROLES)
def test_roles_exchanged(left, right):
    assert "role" in kinds(left, right, beside=NAMES)


@pytest.mark.parametrize(("left", "right"), NO_ROLES)
def test_roles_in_other_words(left, right):
    assert "role" not in kinds(left, right, beside=NAMES)


def test_dates_of_reports_that_each_tell_of_their_own_day():
    told = (
        dated("Dogs searched the mud on Tuesday.", "Tuesday", "2024-03-12"),
        dated("Dogs searched the mud on Friday.", "Friday", "2024-03-15"),
    )
    assert "date" not in kinds(*told, published=("2024-03-12", "2024-03-15"))
    assert "date" in kinds(*told, published=("2024-03-15", "2024-03-15"))


def test_what_came_about_after_a_report_is_not_what_it_told_of():
    told = (
        dated("The runner collapsed on Saturday.", "Saturday", "2024-03-09"),
        dated("Friends of the runner lit candles on Thursday.", "Thursday", "2024-03-14"),
    )
    assert "date" not in kinds(*told, published=("2024-03-11", "2024-03-15"))
    assert "date" in kinds(*told, published=("2024-03-15", "2024-03-15"))


def test_whoever_speaks_of_it_may_be_the_one_who_does_it():
    left, right = "On Monday Korvel slapped Dunlin.", "On Monday Dunlin struck Korvel."
    told = claim(left, by=organisation("Korvel")), claim(right, by=organisation("Dunlin"))
    assert "role" in kinds(*told, beside=NAMES)


def test_people_may_be_counted_by_what_they_are_doing():
    many = counted("Some 340 bathers were treated.", "340", 340, "bather", measure="treat")
    assert "number" in kinds(many, counted("More than 600 people asked for help.", "600", 600, "person"))
    few = counted("Five bathers were treated.", "Five", 5, "bather", measure="treat")
    assert "number" not in kinds(few, counted("Seven people asked for help.", "Seven", 7, "person"))


def test_figures_of_two_names_are_two_facts():
    left = counted("The Greens won 21 seats.", "21", 21, "seat")
    right = counted("The Liberals won 17 seats.", "17", 17, "seat")
    assert kinds(left, right, beside=("Later the Greens met.", "Later the Liberals met.")).isdisjoint(
        {"number", "entity"}
    )
    assert "number" in kinds(left, counted("The Greens won 17 seats.", "17", 17, "seat"))


@pytest.mark.parametrize(
    ("left", "right", "fires"),
    [
        (deed("A curator", "noticed", "the theft"), deed("A cleaner", "noticed", "the theft"), True),
        (deed("The mayor", "closed", "the hall"), deed("A detective", "closed", "the hall"), True),
        (deed("A fisherman", "found", "the bell"), deed("A motorist", "found", "the bell"), True),
        (deed("Ms Goldsmith", "found", "the bell"), deed("A motorist", "found", "the bell"), False),
        (deed("Police", "closed", "the hall"), deed("Officers", "closed", "the hall"), False),
        (deed("A curator", "praised", "the theft"), deed("A cleaner", "opened", "the hall"), False),
    ],
)
def test_who_did_it_by_trade_or_office(left, right, fires):
    assert ("entity" in kinds(left, right)) == fires


def test_another_name_in_the_same_place():
    assert "entity" in kinds("The jury is led by Henrike Voss.", "The jury is led by Paolo Grasso.")
    beside = ("The goalkeeper left.", "The goalkeeper left.")
    assert "entity" in kinds("Goalkeeper Ada Moor fell.", "Reserve keeper Jo Lind fell.", beside=beside)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The jury is led by Henrike Voss.", "The jury is led by a novelist."),
        ("The review is led by the National Rivers Authority.", "The review is led by the NRA."),
        ("The prize went to Kenna Dray.", "The prize went to Kenna Hollis."),
        ("The yard was sold to Rupert Cole.", "The yard was sold to Cole Holdings."),
        ("The driver of the tram was Selma Dray.", "The signalman on duty, Roy Hollis, has been sent home."),
        ("The year Norland took the Orrin Peninsula.", "The year Norland took the land over the Sund."),
    ],
)
def test_names_that_may_be_one(left, right):
    assert "entity" not in kinds(left, right)


def test_other_words_of_one_speaker():
    left = claim(
        "“We will sell the old dairy in March,” said Ada Moor.",
        says="“We will sell the old dairy in March,”",
        by=person("Ada Moor"),
    )
    right = claim(
        "“We will keep the old dairy in March,” said Ada Moor.",
        says="“We will keep the old dairy in March,”",
        by=person("Ada Moor"),
    )
    assert kinds(left, right) == {"wording"}


@pytest.mark.parametrize(
    ("left", "right", "fires"),
    [
        ("Ada Moor called the sale “a slap in the face”.", "Ada Moor spoke of “a chance for all of us”.", True),
        ("Ada Moor called the sale “a slap in the face”.", "Ada Moor said it hurt “like nothing before”.", False),
    ],
)
def test_what_a_speaker_takes_it_for(left, right, fires):
    told = (claim(each, says=each[len("Ada Moor ") :], by=person("Ada Moor")) for each in (left, right))
    assert ("wording" in kinds(*told)) == fires


def test_a_cut_is_no_other_wording():
    left = claim(
        "“We will sell the old dairy in March,” said Ada Moor.",
        says="“We will sell the old dairy in March,”",
        by=person("Ada Moor"),
    )
    right = claim(
        '"We will sell the old dairy," said Ada Moor.', says='"We will sell the old dairy,"', by=person("Ada Moor")
    )
    assert kinds(left, right) == set()


def said(holder, mention, stance="neutral"):
    return claim(
        f"The herd is sick, {mention} say.", says="The herd is sick", by=holder, mention=mention, stance=stance
    )


@pytest.mark.parametrize(
    ("left", "right", "fires"),
    [
        (said(unnamed("villagers"), "villagers"), said(unnamed("state inspectors"), "state inspectors"), True),
        (said(organisation("Dairy Union"), "Dairy Union"), said(organisation("Land Bank"), "Land Bank"), True),
        (said(unnamed("villagers"), "villagers"), said(unnamed("the villagers"), "the villagers"), False),
        (said(unnamed("villagers"), "villagers"), said(unnamed("officials"), "officials"), False),
        (said(unnamed("police"), "police"), said(unnamed("his family"), "his family"), True),
        (
            said(Speaker("s1", "the plans", "unknown", False, ()), "the plans"),
            said(unnamed("villagers"), "villagers"),
            False,
        ),
        (said(unnamed("police"), "police"), said(unnamed("detectives"), "detectives"), False),
        (
            said(unnamed("the vet's brother"), "the vet's brother"),
            said(unnamed("a neighbour of the vet"), "a neighbour of the vet"),
            False,
        ),
        (
            said(unnamed("the vet's brother"), "the vet's brother"),
            said(unnamed("a colleague of the vet"), "a colleague of the vet"),
            True,
        ),
        (
            said(unnamed("members of Orrin's cabinet"), "members of Orrin's cabinet"),
            said(unnamed("members of Orrin's parliament"), "members of Orrin's parliament"),
            False,
        ),
        (said(unnamed("aid workers"), "aid workers"), said(unnamed("shepherds"), "shepherds"), True),
        (said(unnamed("rescue workers"), "rescue workers"), said(unnamed("firefighters"), "firefighters"), False),
        (
            said(unnamed("the employers"), "the employers"),
            said(unnamed("the employers' federation"), "the employers' federation"),
            False,
        ),
        (said(unnamed("villagers"), "villagers", "asks"), said(unnamed("police"), "police"), False),
        (said(unnamed("villagers"), "villagers", "demands"), said(unnamed("police"), "police"), True),
        (said(unnamed("villagers"), "villagers", "demands"), said(unnamed("police"), "police", "promises"), False),
    ],
)
def test_holders(left, right, fires):
    assert ("attribution" in kinds(left, right, score=0.8)) == fires


def told_by(holder, mention, via):
    return claim(
        f"{via.name} told a crowd on the steps of the old town hall of Brod that {mention} plan to charge the mayor.",
        says="plan to charge the mayor",
        by=holder,
        mention=mention,
        via=via,
    )


def test_what_one_passes_on_and_the_other_says_has_no_two_holders():
    prosecutors = told_by(unnamed("prosecutors"), "prosecutors", person("Rosa Quill"))
    herself = claim(
        "Prosecution of the mayor is planned, Quill said.",
        says="Prosecution of the mayor is planned",
        by=person("Rosa Quill"),
        mention="Quill",
    )
    elsewhere = told_by(unnamed("prosecutors"), "prosecutors", person("Tom Hale"))
    assert "attribution" not in kinds(prosecutors, herself, score=0.8)
    assert "attribution" in kinds(elsewhere, herself, score=0.8)


LATER = ("2024-03-12", "2024-03-15")


@pytest.mark.parametrize(
    ("left", "right", "published", "fires"),
    [
        (
            counted("Eight people were killed in the fire.", "Eight", 8, "person", measure="killed"),
            counted("The number killed in the fire had risen to 19.", "19", 19, None, measure="killed"),
            LATER,
            True,
        ),
        (
            claim(
                "At least six people were killed.",
                figures={"At least six": Figure(6, math.inf, None, "person", "killed")},
            ),
            counted("Nine people are now known to have died.", "Nine", 9, "person", measure="killed"),
            LATER,
            True,
        ),
        (
            dated("Members will vote on the bill on Friday.", "Friday", "2024-03-15"),
            dated("Members passed the bill on Friday.", "Friday", "2024-03-15"),
            LATER,
            True,
        ),
        (claim("Six clerks are in his power."), claim("Police freed all six clerks."), LATER, True),
        (claim("Scientists expect a flood."), claim("The river flooded the town."), LATER, True),
        (claim("The mayor had no intention of leaving."), claim("The mayor has resigned."), LATER, True),
        (claim("The driver is being questioned."), claim("By Friday the driver had been charged."), LATER, True),
        (
            counted("Four people were drowned by the river.", "Four", 4, "person", measure="killed"),
            claim(
                "In 1953 the river drowned 112 people.",
                figures={"112": Figure(112, of="person", measure="killed")},
                times={"In 1953": ("1953-01-01", "1953-12-31")},
            ),
            LATER,
            False,
        ),
        (
            counted("The fund has offered 385 pence a share.", "385", 385, "pence"),
            counted("The fund increased its bid to 420 pence.", "420", 420, "pence"),
            LATER,
            True,
        ),
        (claim("The driver is in hospital."), claim("By Friday the driver was still in hospital."), LATER, False),
        (claim("The driver is in hospital."), claim("The driver left the clinic."), LATER, True),
        (claim("Three cooks are missing."), claim("All the missing cooks have been found."), LATER, True),
        (claim("Police are questioning a cook."), claim("The cook was charged."), LATER, True),
        (claim("The road was closed."), claim("The road has been reopened."), LATER, True),
        (claim("Shares in the mill closed higher."), claim("The stock of the mill jumped."), LATER, False),
        (claim("Dogs are searching the mud."), claim("Soldiers went on searching the mud."), LATER, False),
        (claim("The town will buy the site."), claim("The town was thinking of buying the site."), LATER, False),
        (claim("The president will sign the law."), claim("The president has ten days to sign the law."), LATER, False),
        (
            dated("Schools will stay shut on Friday.", "Friday", "2024-03-15"),
            dated("Pupils had Friday off.", "Friday", "2024-03-15"),
            LATER,
            False,
        ),
        (claim("The club had not won since May."), claim("It had been a bleak May for the club."), LATER, False),
        (
            claim("The driver is being questioned."),
            claim("By Friday the driver had been charged."),
            (LATER[0],) * 2,
            False,
        ),
    ],
)
def test_updates(left, right, published, fires):
    assert ("update" in kinds(left, right, published=published)) == fires
