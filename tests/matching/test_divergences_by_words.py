"""Kinds that words decide: pairs that diverge, and near misses that must not. One respect each."""

import pytest

from tests.matching.pairs import divergences, kinds

POLARITY = [
    ("The council approved the marina plan.", "The marina plan was turned down by the council."),
    ("Exports of cheese rose last year.", "Last year exports of cheese fell."),
    ("Members accepted the offer on Monday.", "Members threw the offer out on Monday."),
    ("The dyke at Orsay held.", "The dyke at Orsay gave way."),
    ("The probe reached the comet.", "The probe did not reach the comet."),
    ("The boat carried a radio.", "The boat had no radio."),
    ("The guard gave a warning.", "No warning was given by the guard."),
    ("The pump was running at noon.", "At noon the pump had been switched off."),
    ("The sides reached an agreement on pay.", "The two sides failed to agree on pay."),
    ("Customs let the trucks through.", "Customs refused to let the trucks through."),
    ("He was flying with a licence.", "He was flying without a licence."),
    ("Her visa was extended in April.", "In April the office declined to renew her visa."),
    ("The chancellor ruled out a tax rise.", "A tax rise is on the table, the chancellor said."),
    ("The judge allowed the recording.", "The judge excluded the recording."),
    ("The club has settled its tax debt.", "The tax debt of the club remains unpaid."),
    ("The council dropped its plan for a cable car.", "The council is pressing ahead with the cable car."),
    ("The yard was licensed.", "The yard was unlicensed."),
    ("The cottage was insured.", "The cottage had no insurance."),
    ("The firm informed the mayor of the leak.", "At no time in May was the mayor informed of the leak."),
    ("The bishop attended the parade.", "The bishop did not come to the parade."),
    ("The alarm wailed for an hour.", "The alarm stayed quiet for an hour."),
    ("The keeper will be allowed to sail.", "The keeper has been disqualified from sailing."),
    ("The ferry firm warned walkers of the tide.", "Nobody on the beach was warned of the tide."),
    ("Moss conceded defeat on Sunday.", "Moss has not conceded."),
    ("The party gained seats in the north.", "In the north the party lost seats."),
    ("The cashier pleaded guilty.", "The cashier denied the charges."),
    ("The fair will take place.", "The fair has been cancelled."),
    ("The mayor knew of the leak.", "The mayor knew nothing of the leak."),
    ("The keeper is staying.", "The keeper is leaving."),
    ("The water bill was passed at dawn.", "Members rejected the water bill."),
    ("The winger will miss the derby.", "The winger will be in the side for the derby."),
    ("Mice on the new feed grew more than the others.", "The new feed made no difference to the mice."),
    ("Pools in the town have banned glass.", "None of the town's four small pools allows glass in."),
    ("The envoy has signed the pact.", "The envoy has yet to sign the pact."),
    ("The swab showed no trace of the banned dye.", "Traces of a banned dye were detected in the swab."),
    ("The dairy made a profit.", "The dairy lost two million."),
    ("The tower was built within its budget.", "The tower overran its budget."),
    ("The fire at the mill is under control.", "The fire at the mill is still raging."),
    ("The robbers were arrested in Brod.", "The robbers are still at large."),
    ("The clerk resigned in May.", "The clerk was forced out in May."),
]
NO_POLARITY = [
    ("The group is Secure Harbour Now.", "This is not the first march that Secure Harbour Now has held."),
    ("The raid was not unexpected, a guard said.", "A guard said the raid had been expected."),
    ("The hotel, which has no lift, closed its top floor.", "The top floor of the hotel has been closed."),
    ("Hackers locked not only the cranes but the gates.", "The cranes and the gates were locked by hackers."),
    ("No fewer than nine players were booked.", "Nine players were booked."),
    ("Unless rain comes, the mill will not open.", "The mill will open if rain comes."),
    ("The harbour council will meet in Brod.", "The harbour council has not met for more than two years."),
    ("The harbour council will meet in Brod.", "The harbour council hasn’t met in years, since 2002."),
    ("The mayor did not rule out a vote in May.", "A vote in May is possible, the mayor said."),
    ("The miner insists that the roof held; the firm disputes it.", "The firm says the roof fell."),
    ("Hardly a school has not had to close.", "Almost every school has had to close."),
    ("Not one of the mills opened on Friday.", "Every mill stayed shut on Friday."),
    ("The council approved the marina plan.", "The plan for the marina was passed by councillors."),
    ("Nobody was hurt when the barn fell.", "The barn fell and its hay burned."),
    ("All flights were cancelled on Sunday.", "There were no flights on Sunday."),
    ("The museum, which has no cafe, shut early.", "The museum closed early."),
    ("Not until Tuesday did trains run.", "Trains ran on Tuesday."),
    ("He ignored two warnings about the roof.", "He took no notice of two warnings about the roof."),
    ("It was not the first theft at the chapel.", "Thieves had robbed the chapel of a theft before."),
    ("It is not true that the tower fell.", "The tower did not fall."),
    ("The harbour lacked pilots.", "The harbour was short of pilots."),
    ("Nobody survived.", "All on board were killed."),
    ("The clerk passed the bill to the board.", "The clerk handed the board the bill."),
    ("The premier has not said which way she will vote.", "How the premier will vote is her secret."),
    ("Voters rejected the canal.", "Voters turned their backs on the canal."),
    ("There are herring enough to lift the ban on small boats.", "Small boats are allowed to fish for herring."),
    ("The agency approved the banned drug's label.", "The agency let the label pass."),
    ("Nobody was seen where the suspended clerk lived.", "The clerk kept to her house."),
    ("Frost did little damage to the pears.", "The pears came through the frost."),
    ("Inflation fell to 2 per cent.", "Prices rose by 2 per cent over the year."),
    ("Many pensioners go without meat.", "Many pensioners have cut back on meat."),
]
PLACE = [
    ("The driver was arrested at a motel in Rellby.", "Police caught the driver at a motel in Sarnvik."),
    ("The final was played in Kelmouth.", "The final took place in Lisbrook."),
    ("The plant will be built at Hexham Moor.", "The plant will be built in Grantmoor."),
    ("Talks were held in the lakeside city of Morven.", "The talks were held in Ostby."),
    ("The ferry docked at Hallsund at nine.", "The ferry docked in Kronvik at nine."),
    ("The school, in Ashford, was emptied.", "Pupils left the school, in Tollerby, unhurt."),
    ("The evacuees sleep in a hall at Sennet.", "The evacuees were lodged in a hall in Calderby."),
    ("The bell was found in a quarry outside Sennet.", "The bell was found in a cellar in Oldmere."),
    ("The pit near Elsborough flooded.", "Water filled the pit near Castlering."),
    ("She spoke to tenants in Grantmoor.", "The speech to tenants in Wenby was noisy."),
    ("The body lay in the cellar.", "The body lay in the attic."),
    ("The bell was left on the steps of a chapel.", "The bell was found in a locker."),
    ("Kelmouth will host the fair.", "The fair will be held in Lisbrook."),
    ("The boy was found in a flat.", "The boy was led out of a classroom."),
    ("The yacht sank off Cape Orsay.", "The yacht sank in Brod."),
    ("The plane came down in a field.", "The plane came down on a beach."),
    ("The quake was off the northern coast.", "The quake was off the southern coast."),
    ("He was taken to Merton.", "He was taken to the town of Calverly."),
    ("He will be tried at Renby Crown Court.", "He will be tried at Tolland Crown Court."),
    ("Police found him at the airport.", "Police found him at his house."),
    ("The rally was held in the stadium.", "The rally was held in Heron Square."),
]
NO_PLACE = [
    ("The slide struck at Sennet, in the Arrow valley.", "The slide was in the Arrow district."),
    ("The crash was on the edge of Wenby.", "The car crashed in the Wenby suburb of Pike End."),
    ("The trial opened in Lisbrook.", "The trial opened at the Customs House in Lisbrook."),
    ("The branch in Tollgate Street was robbed.", "The branch in Tern Bay was robbed."),
    ("Refugees reached the camp at Dera Hill.", "Refugees crossed into the province of Tamar."),
    ("The rocket rose from Sable Point.", "The rocket rose from a pad at Sable Point."),
    ("The talks open in May.", "The talks open in June."),
    ("He sat silent in the court in Renby.", "The two were stabbed in their house in Tern Bay."),
    ("The whale was found near Lundby.", "A whale was found on a beach in the Skarn islands, near Lundby."),
    ("A farm in Merrin was shelled.", "A farm was shelled on Tuesday."),
    ("The court in Renby jailed him.", "The court jailed him, the son of a baker in Renby."),
    ("The fire began in the kitchen of a hotel.", "The fire began in the hotel."),
    ("Engineers at Calder built it.", "Engineers at Boreal built it."),
    ("The suspect was born in Fellbeck.", "The suspect was arrested in Orlsea."),
    ("The depot will rise at Gannet Field.", "The firm has its head office in Orlsea."),
]
CAUSE = [
    ("The flood was caused by a sluice left open.", "A blocked drain caused the flood."),
    ("Investors sold because of the recall.", "Investors sold because sales were weak."),
    ("The talks broke down over pensions.", "The talks collapsed over the interior ministry."),
    ("A cracked rail caused the derailment.", "Inspectors put the derailment down to excessive speed."),
    ("The cut was the result of a cyber attack.", "Lightning caused the power cut."),
    ("The brigade blames the fire on a barbecue.", "Sparks from a train started the fire."),
    ("She resigned on health grounds.", "She resigned over her travel expenses."),
    ("The pit is closing because coal is cheap.", "Its seams are worked out, and that is why the pit is closing."),
    ("Fear of taxes decided the vote.", "It was worry about water that tipped the vote."),
    ("The rider was expelled for holding on to a car.", "The rider was expelled for punching a rival."),
    ("The outbreak was traced to a batch of oysters.", "Bad water was behind the outbreak."),
    ("The school shut for lack of pupils.", "Asbestos forced the school to shut."),
    ("Overfishing wiped out the herring.", "The herring died because of warm water."),
    ("The harvest was ruined by hail.", "A plague of beetles destroyed the harvest."),
    ("The choir walked out over its fees.", "What had annoyed the choir was the removal of its leader."),
    ("The sitting was called off because of a storm.", "The sitting was called off since too few members came."),
    ("The talks foundered on the question of tolls.", "The talks had broken down over fishing rights."),
    ("A profit warning led to the slide.", "The exit of its founder sent the shares lower."),
    ("The delays were caused by a burst pipe.", "The firm blamed a walkout by its fitters for the delays."),
    ("The blaze was traced to a faulty kettle.", "A spark from a saw set off the blaze."),
    ("The pilot had fallen asleep, which is why the barge sank.", "The barge sank because of a leak."),
    ("A cracked weld was blamed for the slide.", "The slide was due to heavy rain."),
    ("The tour fell through when its backer withdrew.", "Visa trouble put an end to the tour."),
    ("The cart overturned when a wheel broke.", "A gust of wind made the cart overturn."),
    ("They were poisoned by fumes.", "They froze to death."),
    ("The singer succumbed to cancer.", "The singer died of a stroke."),
    ("The outage was the result of sabotage in the control room.", "A bad cable paralysed the control room."),
    ("The drummer and the label fell out over money.", "The drummer left the label for health reasons."),
    ("Spilt bleach from a laundry killed the carp.", "A lack of oxygen was responsible for the death of the carp."),
]
NO_CAUSE = [
    ("The hall burned down after a kiln overheated.", "Flames destroyed the hall on Tuesday."),
    ("A panel is examining whether a valve caused the blast.", "A jammed valve caused the blast."),
    ("The game was put off because the lights failed.", "With the lights out, the game was put off."),
    ("It is not known why the fish died.", "Doctors have yet to find out what killed the fish."),
    ("The ferry sank because a bow door was open.", "An open bow door caused the ferry to sink."),
    ("The coroner will ask if heat caused his death.", "His death was caused by the cold, his wife said."),
    ("She ran aground because no one was steering.", "She ran aground because the mate had fallen asleep."),
    ("The strike may be due to low pay.", "The strike is due to long hours."),
    ("The bridge was closed because of the wind.", "The bridge was closed on Sunday."),
    ("Investigators suspect that a leak caused the fire.", "The fire was caused by a cigarette."),
    ("He was bored, and that is why he did it.", "Boredom drove him to it."),
    ("The miner closed the pit.", "The pit closed because of floods."),
    ("The outage started at the mill.", "A storm caused the outage."),
    ("The ferry sank on Sunday.", "A leak caused the ferry to sink."),
    ("The bridge closed on Sunday.", "High water closed the bridge."),
    ("Black ice caused the pile-up.", "The pile-up happened because the road had frozen."),
    ("A power failure ended the play.", "The play was called off because of a blackout."),
    ("Bad weather delayed the flight.", "The flight was delayed because of fog."),
    ("The fire began in the kitchen of the inn.", "The fire began in the attic of the inn."),
]
CERTAINTY = [
    ("The two sides signed the pact.", "The two sides are expected to sign the pact."),
    ("The dealer has been arrested.", "The dealer may be arrested."),
    ("The stolen files were used to open accounts.", "The stolen files could be used to open accounts."),
    ("The union cancelled its strike.", "The union is considering whether to cancel its strike."),
    ("The agency approved the merger.", "The agency is likely to approve the merger."),
    ("The guard kicked the man.", "The guard is alleged to have kicked the man."),
    ("The firm has bought the bakery.", "The firm plans to buy the bakery."),
    ("The maternity ward has closed.", "The maternity ward may close."),
    ("The cable was sawn through.", "The cable might have been sawn through."),
    ("Forty asylum seekers were deported.", "The state intends to deport forty asylum seekers."),
    ("The dam was sabotaged.", "Sabotage of the dam cannot be excluded."),
    ("The agency has banned the pesticide.", "The agency has proposed banning the pesticide."),
    ("The club has signed a new keeper.", "The club is about to sign a new keeper."),
    ("The sides have agreed on a fee.", "The sides are close to agreeing on a fee."),
    ("The firm will drain the pond by June.", "The firm is considering draining the pond by June."),
    ("The mill will close in May.", "The mill might close in May."),
    ("She will appeal.", "She has not ruled out an appeal."),
    ("The bones are those of a king.", "The bones are probably those of a king."),
    ("The coach was dismissed.", "The coach faces dismissal."),
    ("The greens will govern with the farmers.", "The greens want to govern with the farmers."),
]
NO_CERTAINTY = [
    ("Ferries may carry a doctor.", "Ferries must carry a doctor."),
    ("The dealer has reportedly left.", "The dealer is said to have left."),
    ("The operator intends to pull down the dam.", "The operator plans to pull down the dam."),
    ("The firm could stop sailing by Easter.", "The firm may stop sailing by Easter."),
    ("The new timetable will start in March.", "The new timetable is to start in March."),
    ("Both men are believed to have drowned.", "Both men are thought to have drowned."),
    ("A loose cable appears to be at fault.", "It seems that a loose cable was at fault."),
    ("The presidents signed a treaty.", "The treaty was signed by the presidents."),
    ("A cutter stopped the boat on 3 May.", "The boat was stopped by a cutter."),
    ("The bank will open a branch.", "The bank is opening a branch."),
    ("The mill is to close in May.", "The mill will close in May."),
    ("The mill could close in May.", "The owner wants to close the mill in May."),
    ("The council will decide whether to close the mill.", "The council may close the mill."),
    ("The dealer is alleged to have taken money.", "Prosecutors accuse the dealer of taking money."),
    ("The firm recalls heaters that might burn.", "The firm recalls heaters because of a danger of burning."),
    ("Vets believe that the seals followed a sick leader.", "A sick leader may have led the seals astray."),
    ("The firm has offered talks.", "The firm wants to talk."),
    ("Herders want leave to shoot the wolves.", "The wolves may be shot by herders."),
]
SCOPE = [
    ("All trains were cancelled.", "Most trains were cancelled."),
    ("Every branch will close by June.", "Some of the branches will close by June."),
    ("The ban holds across the whole country.", "The ban holds in the city of Calderby."),
    ("The entire ward was emptied.", "Half of the ward was emptied."),
    ("The state released all the captives it held.", "The state released only the captives who were wounded."),
    ("Every game was fixed.", "Four of the nine games were fixed."),
    ("The mill is closed for good.", "The mill is closed for the season."),
    ("Each of the riders was tested.", "Most of the riders were tested."),
    ("The pay of all clerks is frozen.", "The pay of senior clerks is frozen."),
    ("The syrup is banned for patients of any age.", "The syrup is banned for patients under six."),
    ("Every school will close on Friday.", "Three schools will close on Friday."),
    ("Its trams run round the clock.", "Its trams run at weekends."),
    ("The company is recalling all its heaters.", "It is recalling heaters made before 2019."),
    ("The strike shut every mine in the country.", "Mines in the north were shut by the strike."),
    ("He cheated in every game of the cup.", "He cheated in three of his nine games."),
    ("All farms must close by May.", "Small farms must close by May."),
    ("Nurses of every clinic are on strike.", "Nurses at this clinic alone are on strike."),
    ("Waits have grown since January.", "Waits have grown over the past five years."),
    ("All nurses will get a bonus.", "Nurses in private clinics will get a bonus."),
    ("Half of the island's owls have gone since 1990.", "Half of the owls have gone in the past ten years."),
    ("Everyone over 18 may vote.", "The vote is open to people over 16."),
    ("It was the wettest May since records began.", "It was the wettest May in 20 years."),
    ("None of the shops sells eggs.", "Most of the shops sell no eggs."),
    ("All boats are kept in port.", "Boats of more than twenty metres are kept in port."),
]
NO_SCOPE = [
    ("Every player was tested.", "All players were tested."),
    ("Teaching stopped nationwide.", "Teaching stopped throughout the country."),
    ("Each of the riders carries a camera.", "All the riders carry cameras."),
    ("Almost all schools closed.", "Most schools closed."),
    ("The strike hit the ports.", "The strike hit all the ports."),
    ("Half of the shops were shut.", "Most of the shops were shut."),
    ("After all, the trains ran.", "Most trains ran."),
    ("The mill is closed for good.", "The mill has closed permanently."),
    ("Every mill was shut, let alone the pits.", "All mills were shut."),
    ("All the bread was sold, most of it by noon.", "Some of the bread was sold by noon."),
    ("Trams ran every hour.", "Trams ran for most of the day."),
    ("Only members may vote.", "Nobody may vote who is not a member."),
    ("The most famous climber fell.", "Every climber fell."),
    ("Power is back in all the villages of the valley.", "Power is back in the valley's four villages."),
    ("The whole city was cut off.", "No district of the capital had water."),
    ("The report has 90 pages.", "All 90 pages of the report are in print."),
    ("Everyone over 18 may vote.", "Some 60 people over 18 came."),
    ("It was the wettest May in 20 years.", "It was the wettest May for two decades."),
    ("Waits have grown since 2013.", "Waits have grown over the past ten years."),
    ("Everyone was picked up within two hours.", "It took two hours to pick up the swimmers."),
]


def table(fires, quiet):
    return [
        *(pytest.param(*pair, True, id=f"fires: {pair[0]}") for pair in fires),
        *(pytest.param(*pair, False, id=f"quiet: {pair[0]}") for pair in quiet),
    ]


@pytest.mark.parametrize(("left", "right", "fires"), table(POLARITY, NO_POLARITY))
def test_polarity(left, right, fires):
    assert ("polarity" in kinds(left, right)) == fires


@pytest.mark.parametrize(("left", "right", "fires"), table(PLACE, NO_PLACE))
def test_place(left, right, fires):
    assert ("place" in kinds(left, right)) == fires


@pytest.mark.parametrize(("left", "right", "fires"), table(CAUSE, NO_CAUSE))
def test_cause(left, right, fires):
    assert ("cause" in kinds(left, right)) == fires


@pytest.mark.parametrize(("left", "right", "fires"), table(CERTAINTY, NO_CERTAINTY))
def test_certainty(left, right, fires):
    assert ("certainty" in kinds(left, right)) == fires


@pytest.mark.parametrize(("left", "right", "fires"), table(SCOPE, NO_SCOPE))
def test_scope(left, right, fires):
    assert ("scope" in kinds(left, right)) == fires


EVERY_PAIR = [*POLARITY, *PLACE, *CAUSE, *CERTAINTY, *SCOPE]


@pytest.mark.parametrize(("left", "right"), EVERY_PAIR)
def test_a_divergence_says_the_same_from_either_side(left, right):
    assert kinds(left, right) == kinds(right, left)


@pytest.mark.parametrize(("left", "right"), EVERY_PAIR)
def test_evidence_lies_in_the_sentences_and_is_explained(left, right):
    for divergence in divergences(left, right):
        assert divergence.left.evidence.exact == left[divergence.left.evidence.start : divergence.left.evidence.end]
        assert divergence.right.evidence.exact == right[divergence.right.evidence.start : divergence.right.evidence.end]
        assert divergence.rule.startswith(divergence.kind + ".")
        assert divergence.explanation.endswith(".")
        assert "Outlet a" in divergence.explanation
