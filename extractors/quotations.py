"""Passages in quotation marks: a pure function of the text, linear in its length, that never raises.

find_quotes(text)   paragraph by paragraph: read its marks, pair them, join what goes on in the next paragraph

Pairing keeps a stack of open marks. Where a sign and its surroundings disagree, the stack decides. A bad mark costs
at most its own paragraph: a stray closing mark is ignored, an open one ends with its paragraph, or where the next
quotation in the same marks opens. Single marks are the doubtful ones, since the sign is also the apostrophe: one that
never closes is dropped unless it opens a sentence after a pause, and one that may be a possessive (the players' union)
closes only if no better closing mark follows.

Not covered: marks of other scripts, and a closing mark missing at the end of a paragraph before a paragraph that
happens to open with a new quotation; the two then look like one that goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.marks import Family, Mark, begins_elision, marks, paragraphs, word_before
from extractors.records import Quote, Span

MAX_DEPTH = 4
"""Levels of nesting. English prose uses three; the bound keeps the total length of all spans linear in the text."""

_PAUSES = frozenset(",:;.!?—–-…")
_POSSESSIVE_ENDINGS = frozenset("sSzZxX")


@dataclass(slots=True)
class _Open:
    """A mark on the stack. `child` is where the first quotation in the same marks opens directly inside it."""

    mark: Mark
    sure: bool
    child: int | None = None


@dataclass(frozen=True, slots=True)
class _Passage:
    """A quotation found. `tail` says that it is unclosed and runs to the end of its paragraph."""

    mark: Mark
    inner_end: int
    end: int
    closed: bool
    tail: bool


def find_quotes(text: str) -> tuple[Quote, ...]:
    """All passages in quotation marks in reading order, outer before inner, ids "q1", "q2", and so on.

    Any two are disjoint or nested. Passages without a visible character between the marks are left out.
    """
    passages: list[_Passage] = []
    continues: dict[int, int] = {}
    doubtful: set[int] = set()
    tails: list[int] = []  # unclosed quotations of the paragraph before, outer first
    for start, end in paragraphs(text):
        first = len(passages)
        passages += sorted(_Pairing(text, start, end).passages(), key=lambda p: (p.mark.start, -p.end))
        here = range(first, len(passages))
        heads = {passages[i].mark.leading: i for i in here if passages[i].mark.leading is not None}
        joined = _join(passages, tails, heads)
        continues |= joined
        doubtful |= {i for i in set(tails) - set(joined.values()) if not _credible(text, passages[i])}
        tails = [i for i in here if passages[i].tail]
    doubtful |= {i for i in tails if not _credible(text, passages[i])}
    return _records(text, [i for i in range(len(passages)) if i not in doubtful], passages, continues)


def _join(passages: Sequence[_Passage], tails: Sequence[int], heads: dict[int | None, int]) -> dict[int, int]:
    """Which quotation at the head of a paragraph goes on with which unclosed one of the paragraph before."""
    joined: dict[int, int] = {}
    for tail in tails:
        head = heads.get(len(joined))
        if head is not None and passages[head].mark.family == passages[tail].mark.family:
            joined[head] = tail
        elif passages[tail].mark.family != "single":  # an open single mark may be an apostrophe: look past it
            break
    return joined


def _credible(text: str, passage: _Passage) -> bool:
    """Whether an unclosed quotation that nothing continues is one: a single mark needs a pause before and a capital."""
    mark = passage.mark
    if mark.family != "single":
        return True
    after_pause = mark.leading is not None or text[max(mark.start - 2, 0) : mark.start].strip() in _PAUSES
    return after_pause and mark.after.isupper()


def _records(
    text: str, kept: Sequence[int], passages: Sequence[_Passage], continues: dict[int, int]
) -> tuple[Quote, ...]:
    ids = {index: f"q{number}" for number, index in enumerate(kept, 1)}
    quotes = []
    around: list[int] = []
    for index in kept:
        passage = passages[index]
        while around and passages[around[-1]].end <= passage.mark.start:
            around.pop()
        quotes.append(
            Quote(
                id=ids[index],
                span=Span.of(text, passage.mark.start, passage.end),
                inner=Span.of(text, passage.mark.end, passage.inner_end),
                parent=ids[around[-1]] if around else None,
                continues=ids.get(continues.get(index, -1)),
                closed=passage.closed,
            )
        )
        around.append(index)
    return tuple(quotes)


class _Pairing:
    """The marks of one paragraph, paired from left to right."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.end = end
        self.marks = marks(text, start, end)
        self.stack: list[_Open] = []
        self.found: list[_Passage] = []
        self.next_double, self.next_single = self._look_ahead()

    def passages(self) -> list[_Passage]:
        for position, mark in enumerate(self.marks):
            if mark.family == "single":
                self._single(position, mark)
            else:
                self._double(position, mark)
        self._finish()
        return self.found

    def _look_ahead(self) -> tuple[list[Mark | None], list[Mark | None]]:
        """For every mark the next double one, and the next single one that is no possessive or elision."""
        doubles: list[Mark | None] = []
        singles: list[Mark | None] = []
        double = single = None
        for mark in reversed(self.marks):
            doubles.append(double)
            singles.append(single)
            if mark.family == "double":
                double = mark
            elif mark.family == "single" and not self._weak(mark):
                single = mark
        return doubles[::-1], singles[::-1]

    def _weak(self, mark: Mark) -> bool:
        """Whether a single mark may well be an apostrophe: players', goin', 6', 'em, ’90s."""
        if mark.context == "open":
            return begins_elision(self.text, mark, self.end) or mark.glyph == "close"
        word = word_before(self.text, mark.start) if mark.alone else ""
        return mark.before.isdigit() or word[-1:] in _POSSESSIVE_ENDINGS or word.endswith("in")

    # double marks and guillemets

    def _double(self, position: int, mark: Mark) -> None:
        opened = self._innermost(mark.family)
        speaks = {mark.glyph, mark.context} - {"either"}
        if opened is None:
            if speaks != {"close"}:
                self._open(mark, sure=speaks == {"open"})
        elif not self._inches(position, mark):
            if speaks == {"open"}:
                self._open(mark, sure=True)
            else:
                self._close(opened, mark)

    def _inches(self, position: int, mark: Mark) -> bool:
        """A mark after a digit that a closing one follows: "The 5" gun was loud," he said."""
        follower = self.next_double[position]
        return (
            mark.before.isdigit()
            and mark.glyph != "open"
            and follower is not None
            and follower.glyph != "open"
            and follower.context == "close"
        )

    # single marks

    def _single(self, position: int, mark: Mark) -> None:
        if mark.context == "open":
            self._perhaps_open(position, mark)
        elif mark.context == "close" or mark.glyph == "close":
            self._perhaps_close(position, mark)
        elif mark.glyph == "open":
            self._open(mark, sure=False)
        elif not (mark.before.isspace() and mark.after.isspace()):
            if self._top_is_single():
                self._close(len(self.stack) - 1, mark)
            elif mark.alone and mark.after.isalnum():
                self._open(mark, sure=False)

    def _perhaps_open(self, position: int, mark: Mark) -> None:
        follower = self.next_single[position]
        closable = follower is not None and follower.context == "close"
        if mark.glyph == "close":  # ’word‘, the two marks exchanged
            if closable and follower is not None and follower.glyph == "open":
                self._open(mark, sure=False)
        elif begins_elision(self.text, mark, self.end):
            if closable and self._innermost("single") is None:
                self._open(mark, sure=False)
        else:
            if mark.glyph == "either" and self._top_is_single():
                self.stack.pop()  # two straight ones in a row: the first was an apostrophe
            self._open(mark, sure=True)

    def _perhaps_close(self, position: int, mark: Mark) -> None:
        if not self._top_is_single():
            below = len(self.stack) - 2
            ahead = self.next_double[position]
            inner_is_lost = ahead is None or ahead.context == "open"
            if below < 0 or self.stack[below].mark.family != "single" or self._weak(mark) or not inner_is_lost:
                return
            self._close(below, mark)
        elif not (self._weak(mark) and self._better_follows(position)):
            self._close(len(self.stack) - 1, mark)

    def _better_follows(self, position: int) -> bool:
        follower = self.next_single[position]
        if follower is None or follower.context == "open":
            return False
        double = self.next_double[position]
        enclosed = len(self.stack) > 1
        return not enclosed or double is None or follower.start < double.start

    def _top_is_single(self) -> bool:
        return bool(self.stack) and self.stack[-1].mark.family == "single"

    # the stack

    def _innermost(self, family: Family) -> int | None:
        return next((i for i in range(len(self.stack) - 1, -1, -1) if self.stack[i].mark.family == family), None)

    def _open(self, mark: Mark, *, sure: bool) -> None:
        if len(self.stack) == MAX_DEPTH:
            self.stack.pop()
        if self.stack and self.stack[-1].mark.family == mark.family and self.stack[-1].child is None:
            self.stack[-1].child = mark.start
        self.stack.append(_Open(mark, sure))

    def _close(self, position: int, mark: Mark) -> None:
        for lost in self.stack[position + 1 :]:
            if lost.sure and lost.mark.family != "single":
                self._unclosed(lost, mark.start, tail=False)
        self._keep(_Passage(self.stack[position].mark, mark.start, mark.end, closed=True, tail=False))
        del self.stack[position:]

    def _finish(self) -> None:
        """What is still open at the end of the paragraph."""
        position = 0
        while position < len(self.stack):
            opened = self.stack[position]
            after = self.stack[position + 1] if position + 1 < len(self.stack) else None
            if after is not None and self._closes_after_all(opened.mark, after.mark):
                self._keep(_Passage(opened.mark, after.mark.start, after.mark.end, closed=True, tail=False))
                position += 2
                continue
            if opened.sure:
                self._unclosed(opened, self.end, tail=True)
            position += 1
        self.stack.clear()

    def _closes_after_all(self, opened: Mark, mark: Mark) -> bool:
        """Whether a straight mark that seems to open a second quotation ends the first one: "We won. "he said."""
        return opened.family == mark.family == "double" and mark.glyph == "either" and mark.after.islower()

    def _unclosed(self, opened: _Open, end: int, *, tail: bool) -> None:
        if opened.child is not None:
            end, tail = opened.child, False
        while end > opened.mark.end and self.text[end - 1].isspace():
            end -= 1
        self._keep(_Passage(opened.mark, end, end, closed=False, tail=tail))

    def _keep(self, passage: _Passage) -> None:
        if self.text[passage.mark.end : passage.inner_end].strip():
            self.found.append(passage)
