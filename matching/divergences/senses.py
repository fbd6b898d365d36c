"""Words that name one event, and words that name its contrary, as news tells of events.

Lists from general knowledge, in stems (`matching.words`). An entry of several words allows up to three others between
them: "turn .. down" finds "turned the offer down". Where a word has another common sense in news ("strike", "charge")
it is left out rather than guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from matching.words import stem


def pattern_of(entries: str) -> re.Pattern[str]:
    """A pattern over stems joined by blanks, from entries separated by commas."""
    parts = []
    for entry in entries.split(","):
        stems = [re.escape(stem(word)) for word in entry.split()]
        if stems:
            parts.append(r"(?: [^ ]+){0,3} ".join(stems))
    return re.compile(rf"(?<![^ ])(?:{'|'.join(parts)})(?![^ ])")


@dataclass(frozen=True, slots=True)
class Contrary:
    """Two sides of one question: what holds on one cannot hold on the other."""

    name: str
    yes: re.Pattern[str]
    no: re.Pattern[str]


def _contrary(name: str, yes: str, no: str) -> Contrary:
    return Contrary(name, pattern_of(yes), pattern_of(no))


CONTRARIES: tuple[Contrary, ...] = (
    _contrary(
        "direction",
        "rose, rise, risen, increased, increase, grew, grown, growth, climbed, gained, jumped, surged, soared, "
        "expanded, "
        "went up, go up, up by, swelled, recovered, improved, strengthened, doubled",
        "fell, fall, fallen, decreased, decrease, dropped, declined, decline, shrank, shrunk, shrink, slumped, "
        "plunged, "
        "tumbled, slid, slipped, went down, go down, down by, dwindled, contracted, worsened, weakened, halved",
    ),
    _contrary(
        "decision",
        "approved, approve, approval, accepted, accept, backed, adopted, endorsed, ratified,"
        " gave blessing, gave consent, green light, granted, carried, authorised, "
        "authorized, upheld, cleared, voted for, agreed to, agree, agreement, said yes, voted through, waved "
        "through, "
        "signed off",
        "rejected, reject, rejection, refused, refuse, refusal, vetoed, blocked, turned down, turn down, threw out, "
        "thrown out, voted down, vote down, struck down, quashed, overturned, defeated, dismissed appeal, "
        "dismissed claim, dismissed case, declined, spurned, said no, denied permission, withheld, scrapped",
    ),
    _contrary(
        "passage",
        "let through, let pass, let in, allowed, allow, admitted, permitted, permit, permission, waved through, gave "
        "permission, given permission, welcomed",
        "refused, refuse, barred, banned, turned back, turned away, kept out, stopped at, blocked, denied entry, "
        "forbade, "
        "forbidden, prohibited, sent back",
    ),
    _contrary(
        "standing",
        "held, hold firm, withstood, survived, stayed up, remained standing, intact, undamaged, unharmed, "
        "unhurt, resisted",
        "gave way, give way, burst, collapsed, collapse, broke apart, broke up, breached, failed, caved in, "
        "crumbled, "
        "destroyed, damaged, ruptured",
    ),
    _contrary(
        "success",
        "succeeded, succeed, successful, success, reached, achieved, managed to, met target, passed, completed",
        "failed, fail, failure, unsuccessful, missed, fell short, fall short, abandoned, aborted",
    ),
    _contrary(
        "running",
        "switched on, turned on, running, working, recording, operating, in operation, in use, in service, active",
        "switched off, turned off, out of order, out of action, out of service, not working, shut down, "
        "disabled, idle, "
        "inactive",
    ),
    _contrary("open", "opened, reopened, open, reopen", "closed, shut, close, shut down, sealed off"),
    _contrary("verdict", "convicted, guilty, conviction", "acquitted, acquittal, not guilty, cleared, exonerated"),
    _contrary("life", "survived, survive, alive, surviving", "died, dead, killed, perished, lost life, succumbed"),
    _contrary("safety", "safe, secure, out of danger", "unsafe, at risk, in danger, dangerous, insecure"),
    _contrary(
        "presence", "attended, present, was there, turned up, appeared", "absent, stayed away, boycotted, skipped"
    ),
    _contrary(
        "continuing",
        "continue, continued, go ahead, went ahead, kept, keep, retained, resumed, extended, remain in, stays open, "
        "renewed",
        "stopped, halted, suspended, cancelled, called off, call off, abandoned, dropped, scrapped, ended, "
        "discontinued, "
        "withdrawn, postponed",
    ),
    _contrary("support", "supported, supports, in favour, favoured, favor, backs", "opposed, opposes, against, oppose"),
    _contrary("confession", "admitted, confessed, pleaded guilty, admits", "denied, denies, pleaded not guilty, deny"),
    _contrary("release", "released, freed, set free, let go", "detained, jailed, kept in custody, remanded"),
    _contrary("staffing", "hired, appointed, reinstated, recruited", "sacked, dismissed, fired, laid off, ousted"),
    _contrary(
        "attention", "warned, informed, told, alerted, notified, knew, aware", "unaware, ignorant, unwarned, in dark"
    ),
    _contrary("state", "sober", "drunk, drunken, intoxicated, had been drinking"),
    _contrary("wear", "wearing, wore, fitted, equipped, fastened", "unprotected, unfastened, barefoot"),
    _contrary("lock", "locked, bolted", "unlocked, left open, ajar"),
    _contrary("arms", "armed", "unarmed"),
    _contrary("cover", "insured", "uninsured"),
    _contrary("health", "recovered, healthy, recovering", "worsened, deteriorated, relapsed"),
)
