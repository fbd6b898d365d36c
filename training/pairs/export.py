"""The files that ship: two ONNX graphs in int8, a trimmed vocabulary, and what torch computed for an example.

pretrained weights -> vocabulary of the pieces seen in news -> sentences.onnx; learned weights -> joined.onnx
each graph: in float32, compared with torch -> in int8 -> reference for a test

Half of the pretrained weights are the embeddings of 30,522 pieces, of which a third hardly occurs in news. Only pieces
seen `SEEN` times in the training texts are kept, and those of one sign, so that every word can still be spelt; a word
whose piece went is spelt with shorter ones. The references hold invented sentences with what torch computed for them,
so that a test can tell, without torch, whether the shipped graphs still compute what was trained.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from extractors.encoder.windows import Pieces
from extractors.records import Span
from matching.reading.passages import passage_of
from matching.reading.reader import SentenceReader, inputs_of
from training.encoder import HIDDEN
from training.pairs.network import Joined, Sentences, pretrained_sentences

PARITY = 1e-4
"""Largest difference allowed between torch and the float32 graphs."""

SEEN = 3
OPSET = 17
SENTENCES, JOINED = "sentences.onnx", "joined.onnx"

LEFT = "The mayor of Brod, Ada Okoro, said on Friday that 4,870 households had lost power."
RIGHT = "“Nearly 5,000 homes are without light,” Okoro told reporters, and she blamed a fallen mast."
CLAIMS = ((Span(43, 81, LEFT[43:81]),), (Span(1, 37, RIGHT[1:37]),))


def export_sentences(pretrained: Path, texts: Iterable[str], out: Path, exact: Path) -> None:
    """Write the graph of single sentences, of which nothing is trained, and its vocabulary."""
    for folder in (out, exact):
        folder.mkdir(parents=True, exist_ok=True)
    kept = trim(pretrained / "tokenizer.json", texts, out / "tokenizer.json")
    sentences = pretrained_sentences(pretrained / "model.safetensors")
    words = sentences.encoder.words
    sentences.encoder.words = torch.nn.Embedding.from_pretrained(words.weight[kept], freeze=True)
    write_sentences(sentences, exact / SENTENCES)
    pieces = torch.tensor([passage_of(LEFT, 0, len(LEFT), (), None, Pieces(str(out / "tokenizer.json"))).pieces])
    with torch.no_grad():
        computed = [states.numpy() for states in sentences(pieces)]
    _check("sentences", _run(exact / SENTENCES, {"pieces": pieces.numpy()}), computed)
    _quantize(exact / SENTENCES, out / SENTENCES)
    np.savez_compressed(
        out / "sentences.npz", text=np.array(LEFT), pieces=pieces.numpy(), words=computed[0][0], top=computed[1][0]
    )


def export_joined(joined: Joined, reader: SentenceReader, out: Path, exact: Path) -> None:
    """Write the graph of pairs, which reads what the shipped graph of sentences reads."""
    exact.mkdir(parents=True, exist_ok=True)
    joined.eval()
    left, right = (reader.read(passage_of(text, 0, len(text), (), None, reader.pieces)) for text in (LEFT, RIGHT))
    inputs = inputs_of(left, right, [CLAIMS])
    with torch.no_grad():
        answers, marks = (each.numpy() for each in joined(*(torch.from_numpy(value) for value in inputs.values())))
    write_joined(joined, exact / JOINED)
    _check("answers and marks", _run(exact / JOINED, inputs), [answers, marks])
    _quantize(exact / JOINED, out / JOINED)
    np.savez_compressed(
        out / "joined.npz",
        texts=np.array([LEFT, RIGHT]),
        claims=np.array([[(span.start, span.end) for span in spans] for spans in CLAIMS]),
        answers=answers[0],
        marks=marks[0],
    )


def _quantize(exact: Path, path: Path) -> None:
    # 7-bit weights: with 8 bits, processors without VNNI saturate where others do not, and two machines would read the
    # same pair differently.
    quantize_dynamic(str(exact), str(path), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def trim(tokenizer: Path, texts: Iterable[str], path: Path) -> list[int]:
    """Write the trimmed tokenizer and return the old ids of the pieces kept, in their new order."""
    stored = json.loads(tokenizer.read_text(encoding="utf-8"))
    whole = Tokenizer.from_file(str(tokenizer))
    whole.no_truncation()
    whole.no_padding()
    seen: Counter[int] = Counter()
    for text in texts:
        seen.update(whole.encode(text, add_special_tokens=False).ids)
    special = {token["content"] for token in stored["added_tokens"]}
    ids = stored["model"]["vocab"]
    kept = sorted(
        number
        for piece, number in ids.items()
        if piece in special or seen[number] >= SEEN or len(piece.removeprefix("##")) == 1
    )
    new = {number: index for index, number in enumerate(kept)}
    stored["model"]["vocab"] = {piece: new[number] for piece, number in ids.items() if number in new}
    for token in stored["added_tokens"]:
        token["id"] = new[token["id"]]
    stored["post_processor"] = None  # passages carry their outer marks themselves
    stored["truncation"] = stored["padding"] = None
    path.write_text(json.dumps(stored, ensure_ascii=False), encoding="utf-8")
    print(f"pieces kept: {len(kept)} of {len(ids)}")
    return kept


def vocabulary_texts(data: Path) -> Iterator[str]:
    """News that was trained on here and elsewhere in the project, to see which pieces occur in it."""
    for path in sorted((data / "stories/train").glob("*.story.json")):
        yield from (article["text"] for article in json.loads(path.read_text(encoding="utf-8"))["articles"])
    for line in (data / "polnear/train.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)["text"]
    for path in sorted((data / "pairs").rglob("*train*.tsv")) + sorted((data / "pairs/sts").glob("*.tsv")):
        yield path.read_text(encoding="utf-8")
    for line in (data / "contrast/train.jsonl").read_text(encoding="utf-8").splitlines():
        yield from (article["text"] for article in json.loads(line)["articles"])


def write_sentences(sentences: Sentences, path: Path) -> None:
    torch.onnx.export(
        sentences,
        (torch.ones(1, 9, dtype=torch.long),),
        str(path),
        input_names=["pieces"],
        output_names=["words", "top"],
        dynamic_axes={name: {0: "batch", 1: "length"} for name in ("pieces", "words", "top")},
        opset_version=OPSET,
        dynamo=False,
    )


def write_joined(joined: Joined, path: Path) -> None:
    inputs = ["words", "shapes", "left", "right", "first"]
    torch.onnx.export(
        joined,
        (
            torch.randn(1, 9, HIDDEN),
            torch.zeros(1, 9, dtype=torch.long),
            torch.rand(1, 3, 9),
            torch.rand(1, 3, 9),
            torch.rand(1, 1, 9),
        ),
        str(path),
        input_names=inputs,
        output_names=["answers", "marks"],
        dynamic_axes={
            "words": {0: "batch", 1: "length"},
            "shapes": {0: "batch", 1: "length"},
            "left": {0: "batch", 1: "questions", 2: "length"},
            "right": {0: "batch", 1: "questions", 2: "length"},
            "first": {0: "batch", 2: "length"},
            "answers": {0: "batch", 1: "questions"},
            "marks": {0: "batch", 1: "length"},
        },
        opset_version=OPSET,
        dynamo=False,
    )


def _run(path: Path, inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    return session.run(None, inputs)


def _check(name: str, got: Sequence[np.ndarray], expected: Sequence[np.ndarray]) -> None:
    """Raises ValueError when a float32 graph does not compute what torch does."""
    worst = max(float(np.abs(one - two).max()) for one, two in zip(got, expected, strict=True))
    print(f"{name}: largest difference {worst:.2e}")
    if worst > PARITY:
        raise ValueError(f"the exported graph computes other {name}: {worst:.2e}")
