"""Words that name one event, and words that name its contrary, as news tells of events.

Lists from general knowledge, in stems (`matching.words`). An entry of several words allows up to three others between
them: "turn .. down" finds "turned the offer down". Where a word has another common sense in news ("strike", "charge")
it is left out rather than guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from matching.words import stem


def pattern_of(entries: str, between: int = 3) -> re.Pattern[str]:
    """A pattern over stems joined by blanks, from entries separated by commas; up to `between` others inside each."""
    parts = []
    for entry in entries.split(","):
        stems = [re.escape(stem(word)) for word in entry.split()]
        if stems:
            parts.append(rf"(?: [^ ]+){{0,{between}}} ".join(stems))
    return re.compile(rf"(?<![^ ])(?:{'|'.join(parts)})(?![^ ])")


@dataclass(frozen=True, slots=True)
class Contrary:
    """Two sides of one question: what holds on one cannot hold on the other.

    `by_denial` where denying is itself the answer "no", as a suspect's is. Elsewhere a denial reports a dispute.
    """

    name: str
    yes: re.Pattern[str]
    no: re.Pattern[str]
    by_denial: bool = False


def _contrary(name: str, yes: str, no: str, *, by_denial: bool = False) -> Contrary:
    return Contrary(name, pattern_of(yes), pattern_of(no), by_denial)


CONTRARIES: tuple[Contrary, ...] = (
    _contrary(
        "direction",
        "rose, rise, risen, increased, increase, grew, grown, growth, climbed, gained, jumped, surged, soared, "
        "expanded, rallied, rebounded, upturn, picked up, went up, go up, up by, up from, swelled, recovered, "
        "improved, doubled, trebled, raised, "
        "widened, "
        "lengthened, higher, dearer, hiked, put up, more than before, heavier",
        "fell, fall, fallen, decreased, decrease, dropped, declined, decline, shrank, shrunk, shrink, slumped, "
        "plunged, sank, eased, nosedived, downturn, diminished, down from, tumbled, slid, slipped, went down, "
        "go down, down by, dwindled, contracted by, "
        "worsened, "
        "halved, lowered, "
        "narrowed, shortened, lower, cheaper, slashed, trimmed, reduced, cut by, cut to, fewer, lighter",
    ),
    _contrary("balance", "gained, gain, gaining", "lost, lose, losing"),
    _contrary(
        "strength",
        "strengthened, tightened, toughened, stiffened, hardened",
        "weakened, loosened, softened, watered down",
    ),
    _contrary(
        "decision",
        "approved, approve, approval, accepted, accept, backed, adopted, endorsed, ratified, gave blessing, "
        "gave consent, "
        "gave assent, green light, go-ahead, granted, carried, authorised, authorized, upheld, cleared, voted for, "
        "agreed to, agree, agreement, said yes, voted through, waved through, signed off, nodded through, "
        "licensed, consented, passed bill, bill passed, passed law, law passed, passed motion, motion passed, "
        "passed budget, budget passed",
        "rejected, reject, rejection, refused, refuse, refusal, vetoed, blocked, turned down, turn down, threw out, "
        "thrown out, voted down, vote down, struck down, quashed, overturned, defeated, dismissed appeal, "
        "dismissed claim, dismissed case, declined, spurned, rebuffed, said no, denied permission, withheld, "
        "scrapped, "
        "voted against, outvoted, overruled, thumbs down, kicked out, shelved, disallowed, turned backs on, "
        "turn back on",
    ),
    _contrary(
        "passage",
        "let through, let pass, let in, allowed, allow, admitted, permitted, permit, permission, waved through, gave "
        "permission, given permission, welcomed, lift ban, lifted ban, end ban, ended ban, overturned ban",
        "refused, refuse, barred, banned, turned back, turned away, kept out, stopped at, blocked, denied entry, "
        "forbade, forbidden, prohibited, sent back, locked out, shut out, excluded, disqualified, ineligible",
    ),
    _contrary(
        "standing",
        "held, hold firm, withstood, survived, stayed up, remained standing, intact, undamaged, unharmed, resisted, "
        "unscathed, stood firm, came through",
        "gave way, give way, burst, collapsed, collapse, broke apart, broke up, breached, failed, caved in, "
        "crumbled, destroyed, damaged, ruptured, snapped, buckled, wrecked, flattened",
    ),
    _contrary(
        "success",
        "succeeded, succeed, successful, success, reached, achieved, managed to, met target, passed, completed, "
        "struck deal, "
        "reached deal, clinched",
        "failed, fail, failure, unsuccessful, missed, fell short, fall short, abandoned, aborted, collapsed, "
        "broke down, "
        "without deal, without agreement, deadlock, stalemate, empty-handed",
    ),
    _contrary(
        "running",
        "switched on, turned on, running, working, recording, operating, in operation, in use, in service, "
        "sounded, went off, rang, wailed, blared, functioning",
        "silent, stayed quiet, switched off, turned off, out of order, out of action, out of service, not working, "
        "shut down, disabled, "
        "faulty, jammed, disconnected, unplugged",
    ),
    _contrary(
        "open",
        "opened, reopened, open, reopen, stays open, unlocked",
        "closed, shut, close, shut down, sealed off, boarded up, shuttered",
    ),
    _contrary("verdict", "convicted, guilty, conviction", "acquitted, acquittal, not guilty, cleared, exonerated"),
    _contrary(
        "life",
        "survived, survive, alive, surviving, pulled alive",
        "died, dead, killed, perished, lost life, succumbed, drowned",
    ),
    _contrary(
        "injury",
        "injured, hurt, wounded, injuries, casualties",
        "unhurt, unharmed, unscathed, uninjured, no injuries, nobody hurt, no one hurt, without injury, escaped injury",
    ),
    _contrary("safety", "safe, secure, out of danger, drinkable", "unsafe, at risk, in danger, dangerous, insecure"),
    _contrary(
        "presence",
        "attended, attend, present, was there, turned up, took part, showed up, flew in, came to, was among, "
        "will play, will start, will attend, available, line up, named in, fit to play, will be in, back in",
        "absent, ruled out of, sit out, sat out, sidelined, stayed away, boycotted, skipped, stayed at home, "
        "pulled out, cried off, sent apologies, not come, not go, not appear, not show up, failed to appear, missing "
        "from, gave it a miss, will miss, to miss, unavailable",
    ),
    _contrary(
        "continuing",
        "continue, continued, go ahead, went ahead, kept, keep, retained, resumed, extended, remain in, stays open, "
        "renewed, going ahead, restarted, goes on, carry on, press ahead, pressing ahead, push ahead, pushing ahead, "
        "forge ahead, proceed, take place, takes place, took place",
        "stopped, halted, suspended, cancelled, called off, call off, abandoned, dropped, scrapped, ended, "
        "discontinued, withdrawn, postponed, put off, axed, ditched, broken off, lapsed",
    ),
    _contrary(
        "restriction",
        "lifted, eased, relaxed, repealed, abolished, rescinded",
        "imposed, tightened, remains in force, stays in force, kept in place, stays in place, remains in place, "
        "introduced",
    ),
    _contrary(
        "support",
        "supported, supports, in favour, favoured, favor, endorse",
        "opposed, opposes, against, oppose, resist",
    ),
    _contrary(
        "praise",
        "praised, hailed, applauded, welcomed, commended, lauded",
        "criticised, criticized, condemned, denounced, slammed, attacked, deplored",
    ),
    _contrary(
        "confession",
        "admitted, confessed, pleaded guilty, admits",
        "denied, denies, pleaded not guilty, deny",
        by_denial=True,
    ),
    _contrary(
        "release",
        "released, freed, set free, bailed, granted bail, walked free",
        "detained, jailed, kept in custody, remanded, remain in custody, refused bail, locked up",
    ),
    _contrary(
        "staffing", "hired, appointed, reinstated, recruited, rehired", "sacked, dismissed, fired, laid off, ousted"
    ),
    _contrary(
        "staying",
        "is staying, are staying, will stay, to stay, "
        "stay on, stays on, remain in office, keep job, remain in post, stay in office, stay in job",
        "is leaving, are leaving, will leave, to leave, "
        "step down, stepped down, quit, resigned, resign, stand down, stood down, leave office, give up post",
    ),
    _contrary(
        "joining", "joined, signed up, acceded, rejoined", "pulled out, withdrew from, walked out, quit, dropped out"
    ),
    _contrary(
        "attention", "warned, informed, told, alerted, notified, knew, aware", "unaware, ignorant, unwarned, in dark"
    ),
    _contrary(
        "law", "legal, lawful, legalised, legalized, constitutional", "illegal, unlawful, outlawed, unconstitutional"
    ),
    _contrary("timing", "on time, on schedule, ahead of schedule, punctual", "delayed, behind schedule, overdue"),
    _contrary(
        "earnings",
        "profit, surplus, in black, profitable, broke even",
        "loss, losses, lost, deficit, in red, loss-making",
    ),
    _contrary("crowd", "packed, sold out, crowded", "half empty, half full, deserted, unsold"),
    _contrary(
        "finding",
        "found, recovered, located, traced, detected, showed up, turned up",
        "no trace, no sign, still missing, unfound, lost for good, free of",
    ),
    _contrary("possibility", "on table, open to, not exclude", "ruled out, rule out, off table, out of question"),
    _contrary("debt", "settled, repaid, paid off, paid up", "unpaid, outstanding, in arrears, defaulted, still owe"),
    _contrary("proof", "confirmed, proved, verified, genuine, authentic", "disproved, debunked, fake, forged, bogus"),
    _contrary(
        "test", "passed test, passed exam, tested negative", "failed test, failed exam, tested positive, over limit"
    ),
    _contrary("state", "sober", "drunk, drunken, intoxicated, had been drinking, over limit"),
    _contrary("mind", "conscious, awake", "unconscious, asleep, in coma"),
    _contrary("wear", "wearing, wore, fitted, equipped, fastened", "unprotected, unfastened, barefoot"),
    _contrary("lock", "locked, bolted", "unlocked, left open, ajar, wide open"),
    _contrary("arms", "armed", "unarmed"),
    _contrary(
        "effect",
        "effective, more than, better than, outperformed, benefit, beneficial, works, reduced risk, cut risk, lowered "
        "risk",
        "ineffective, no difference, no effect, no better than, no more than, no benefit, no impact, useless, did "
        "nothing, no improvement, no evidence that",
    ),
    _contrary(
        "holding",
        "keep, kept, retain, hold on to, hang on to",
        "sold, sell, sale, part with, dispose of, gave up, lost title, lost crown, dethroned, surrendered",
    ),
    _contrary(
        "harm",
        "harmless, non-toxic, unpolluted, uncontaminated",
        "poisonous, toxic, harmful, hazardous, dangerous, contaminated, polluted, carcinogenic",
    ),
    _contrary("honesty", "told truth, truthful, honest", "lied, lying, misled, deceived, untruthful, lie"),
    _contrary(
        "capture",
        "arrested, captured, caught, in custody, detained, under arrest, handcuffed",
        "at large, on run, evaded, fugitive, got away, in hiding",
    ),
    _contrary("naming", "identified, named", "unidentified, unnamed"),
    _contrary(
        "intent",
        "accident, accidental, by mistake, unintentional",
        "deliberate, on purpose, intentional, arson, sabotage, murder",
    ),
    _contrary(
        "company",
        "acted alone, alone, lone, single-handed, on own",
        "accomplice, accomplices, with others, helped by, gang",
    ),
    _contrary("accuracy", "accurate, correct", "inaccurate, incorrect, wrong, mistaken, erroneous"),
    _contrary("completion", "finished, completed, complete", "unfinished, incomplete, half-built, half-finished"),
    _contrary(
        "obedience",
        "complied, obeyed, heeded, complying, abided by",
        "defied, ignored, flouted, disobeyed, breached, violated",
    ),
    _contrary(
        "publicity",
        "in public, made public, published, disclosed, on air",
        "in private, behind closed doors, in secret, kept secret, under wraps, in camera, sealed",
    ),
    _contrary(
        "will",
        "of own accord, voluntary, resigned, stepped down, quit",
        "forced out, sacked, dismissed, fired, ousted, pushed out",
    ),
    _contrary("solvency", "solvent, debt-free", "bankrupt, insolvent"),
    _contrary("likeness", "identical, same as", "different from, differs from, differ"),
    _contrary("warmth", "warmer, hotter, warmest, hottest", "colder, cooler, coldest, coolest"),
    _contrary("moisture", "wetter, wettest", "drier, driest"),
    _contrary("pace", "faster, quicker, accelerated, quickened, sped up", "slower, slowed, slowed down"),
    _contrary("size", "bigger than, larger than", "smaller than"),
    _contrary("quality", "better than", "worse than"),
    _contrary(
        "spending",
        "within budget, on budget, under budget",
        "over budget, overran, overspent, exceeded budget, overshot, overrun",
    ),
    _contrary(
        "control",
        "under control, contained, extinguished, put out, brought under control, doused",
        "out of control, raging, spreading, still burning, rages, spread",
    ),
    _contrary("start", "under way, got going, in progress", "ended, finished, concluded, is over, was over"),
    _contrary(
        "front", "advanced, gained ground, pushed forward", "retreated, fell back, withdrew, lost ground, pulled back"
    ),
    _contrary("surrender", "surrendered, gave up, laid down arms", "fought on, resisted, held out, refused surrender"),
    _contrary("link", "linked, connected, related, connection", "unrelated, no link, no connection, coincidence"),
    _contrary("supply", "restored, reconnected, back on", "cut off, still without, disconnected, still out"),
    _contrary("hit", "hit, struck, damaged, destroyed, devastated", "spared, untouched"),
    _contrary("fitness", "fit, fully recovered", "injured, unfit, lame"),
    _contrary(
        "progress",
        "qualified, through to, reached, made it to",
        "eliminated, knocked out, crashed out, missed out",
    ),
    _contrary("league", "promoted, stay up, stayed up, avoided relegation", "relegated, go down, went down"),
    _contrary("mystery", "solved, cleared up, cracked case", "unsolved, remains mystery, baffled"),
    _contrary("level", "record high, highest", "record low, lowest"),
    _contrary("power", "strong, robust, stronger, strongest", "weak, feeble, sluggish, weaker, weakest"),
    _contrary("ease", "easy", "difficult"),
    _contrary("price", "cheap, affordable", "expensive, costly"),
    _contrary("filling", "full, brimming", "empty, ran dry, dry"),
    _contrary("mood", "optimistic, confident, upbeat", "pessimistic, gloomy, doubtful, downbeat"),
    _contrary("blame", "guilty, to blame, at fault, responsible", "innocent, blameless, not to blame"),
    _contrary("jobs", "create job, creating job, add job, new job", "cut job, shed job, axe job, lose job, job losses"),
    _contrary("work", "at work, back at work, turned up for work", "on strike, downed tools, stayed out"),
    _contrary("duration", "prolonged, extended", "cut short, shortened, curtailed"),
    _contrary("help", "helped, aided", "hindered, hampered"),
    _contrary("seeing", "visible, in view, in sight", "invisible, hidden, out of sight"),
    _contrary("danger", "stable, out of danger", "critical, fighting for life, in danger"),
    _contrary("truth", "true, truth", "false, untrue, made up, invented, hoax"),
    _contrary("loyalty", "stood by, defended, backed", "distanced, disowned, abandoned, dropped, turned on"),
    _contrary(
        "apology", "apologised, apologized, said sorry, apology", "unrepentant, no apology, refused to apologise"
    ),
    _contrary("truce", "respected, observed, holding", "broken, violated, breached, collapsed"),
    _contrary("cover", "insured", "uninsured"),
    _contrary("peace", "peaceful, peacefully", "violent, violence, clashes, clashed"),
    _contrary("unity", "unanimous, united, unanimously", "divided, split, narrow majority"),
    _contrary(
        "health", "recovered, healthy, recovering, improving, stable", "worsened, deteriorated, relapsed, worsening"
    ),
)
