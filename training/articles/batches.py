"""Windows put together as padded tensors on a device."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from extractors.encoder.windows import Window
from training.attribution.data import Example, Ints
from training.syntax.windows import UNKNOWN, TreeExample

Halves = npt.NDArray[np.float16]


def padded(rows: Sequence[Ints], value: int, device: torch.device) -> Tensor:
    return pad_sequence([torch.from_numpy(row) for row in rows], batch_first=True, padding_value=value).to(
        device, non_blocking=True
    )


@dataclass(frozen=True, slots=True)
class Windows:
    """`pieces`, `shapes` and `mask` as the encoder takes them, all (batch, pieces)."""

    pieces: Tensor
    shapes: Tensor
    mask: Tensor

    @classmethod
    def of(cls, windows: Sequence[Window], device: torch.device) -> Windows:
        pieces = padded([w.pieces for w in windows], -1, device)
        mask = (pieces >= 0).float()
        return cls(pieces.clamp(min=0), padded([w.shapes for w in windows], 0, device), mask)


@dataclass(frozen=True, slots=True)
class TaughtExample:
    """An article's window with what a committee thinks of it.

    `tags` (words, 7) and `roles` (cues, words, 3) are mean chances; the roles are those of the annotated cues, then of
    `found`, the cues that the committee's own tags have.
    """

    example: Example
    tags: Halves
    found: tuple[tuple[int, ...], ...]
    roles: Halves


@dataclass(frozen=True, slots=True)
class Cues:
    """Cues of every window: `pool` (batch, cues, words) averages word states, `roles` (batch, cues, words) holds the
    gold class or UNKNOWN, `relations` (batch, cues, words, 3), `taught` (batch, cues, words, 3) chances or None.
    """

    pool: Tensor
    roles: Tensor
    relations: Tensor
    taught: Tensor | None = None

    @classmethod
    def of(
        cls,
        rows: Sequence[tuple[Sequence[Sequence[int]], Ints, Ints]],
        words: int,
        device: torch.device,
        taught: Sequence[Halves] | None = None,
    ) -> Cues | None:
        """None when no window has a cue. A row is the cues of a window, their roles and their relations."""
        most = max(len(cues) for cues, _, _ in rows)
        if not most:
            return None
        pool = np.zeros((len(rows), most, words), dtype=np.float32)
        roles = np.full((len(rows), most, words), UNKNOWN, dtype=np.int64)
        relations = np.zeros((len(rows), most, words, 3), dtype=np.int64)
        chances = np.zeros((len(rows), most, words, 3), dtype=np.float32)
        for b, (cues, gold, related) in enumerate(rows):
            for c, cue in enumerate(cues):
                pool[b, c, list(cue)] = 1 / len(cue)
            if cues:
                count = gold.shape[1]
                roles[b, : len(cues), :count] = gold
                relations[b, : len(cues), :count] = related
                if taught is not None:
                    chances[b, : len(cues), :count] = taught[b]
        arrays = (torch.from_numpy(a).to(device, non_blocking=True) for a in (pool, roles, relations))
        return cls(*arrays, torch.from_numpy(chances).to(device) if taught is not None else None)


@dataclass(frozen=True, slots=True)
class AttributionBatch:
    """`first` (batch, words) is each word's piece, `tags` (batch, words) its tag or UNKNOWN, `taught` (batch, words, 7)
    a committee's chances or None. `cues` are the annotated ones, with a committee also those it finds.
    """

    examples: Sequence[Example]
    windows: Windows
    first: Tensor
    tags: Tensor
    cues: Cues | None
    taught: Tensor | None = None

    @classmethod
    def of(cls, items: Sequence[Example | TaughtExample], device: torch.device) -> AttributionBatch:
        examples = [item.example if isinstance(item, TaughtExample) else item for item in items]
        lessons = [item for item in items if isinstance(item, TaughtExample)]
        words = max(len(e.tags) for e in examples)
        rows = [(e.cues, e.roles, e.relations) for e in examples]
        soft = None
        if lessons:
            rows = [with_found(lesson.example, lesson.found) for lesson in lessons]
            tags = np.zeros((len(lessons), words, lessons[0].tags.shape[-1]), dtype=np.float32)
            for b, lesson in enumerate(lessons):
                tags[b, : len(lesson.tags)] = lesson.tags
            soft = torch.from_numpy(tags).to(device)
        return cls(
            examples,
            Windows.of([e.window for e in examples], device),
            padded([e.window.first for e in examples], 0, device),
            padded([e.tags for e in examples], UNKNOWN, device),
            Cues.of(rows, words, device, [lesson.roles for lesson in lessons] if lessons else None),
            soft,
        )


def with_found(example: Example, found: Sequence[Sequence[int]]) -> tuple[Sequence[Sequence[int]], Ints, Ints]:
    """Annotated cues and those the committee finds, with the roles annotated for them and the relations."""
    roles, relations = example.with_cues(found)
    return (
        [*example.cues, *found],
        np.concatenate([example.roles, roles]),
        np.concatenate([example.relations, relations]),
    )


@dataclass(frozen=True, slots=True)
class TreeBatch:
    """All (batch, words of trees). `together` (batch, words, words) is true within a sentence."""

    windows: Windows
    at: Tensor
    tags: Tensor
    forms: Tensor
    head: Tensor
    relations: Tensor
    names: Tensor
    together: Tensor

    @classmethod
    def of(cls, examples: Sequence[TreeExample], device: torch.device) -> TreeBatch:
        sentence = padded([e.sentence for e in examples], -1, device)
        return cls(
            Windows.of([e.window for e in examples], device),
            padded([e.at for e in examples], 0, device),
            padded([e.tags for e in examples], UNKNOWN, device),
            padded([e.forms for e in examples], UNKNOWN, device),
            padded([e.head for e in examples], UNKNOWN, device),
            padded([e.relations for e in examples], UNKNOWN, device),
            padded([e.names for e in examples], UNKNOWN, device),
            sentence[:, :, None] == sentence[:, None, :],
        )


def gathered(states: Tensor, at: Tensor) -> Tensor:
    """States (batch, pieces, units) at positions (batch, words)."""
    return states.gather(1, at.unsqueeze(-1).expand(-1, -1, states.shape[-1]))
