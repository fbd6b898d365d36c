"""One shared tok2vec, a tagger (Penn tags), universal parts of speech, a parser (UD labels)."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.training.batchers import minibatch_by_words
from spacy.util import compounding, fix_random_seed
from thinc.api import Adam, NumpyOps, set_current_ops

from training.syntax.treebanks import Document, Treebanks, as_docs

SEED = 20220110
STEPS = 3200  # batches; the gain on the development part from 2600 on is below half a point of LAS
DROPOUT = 0.1
RATE = 1e-3
FIRST_BATCH, LAST_BATCH, GROWTH = 400, 1300, 1.001  # words
WIDTH, DEPTH = 96, 4
ROWS = [7000, 1500, 3500, 3500]
CHECK_STEPS = 400

LISTENER: dict[str, Any] = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}


def blank() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe(
        "tok2vec",
        config={
            "model": {
                "@architectures": "spacy.Tok2Vec.v2",
                "embed": {
                    "@architectures": "spacy.MultiHashEmbed.v2",
                    "width": WIDTH,
                    "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
                    "rows": ROWS,
                    "include_static_vectors": False,
                },
                "encode": {
                    "@architectures": "spacy.MaxoutWindowEncoder.v2",
                    "width": WIDTH,
                    "depth": DEPTH,
                    "window_size": 1,
                    "maxout_pieces": 3,
                },
            }
        },
    )
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": LISTENER, "nO": None, "normalize": False}
    nlp.add_pipe("tagger", config={"model": tagger})
    nlp.add_pipe("morphologizer", config={"model": tagger})
    nlp.add_pipe(
        "parser",
        config={
            "model": {
                "@architectures": "spacy.TransitionBasedParser.v2",
                "state_type": "parser",
                "extra_state_tokens": False,
                "hidden_width": 64,
                "maxout_pieces": 2,
                "use_upper": True,
                "nO": None,
                "tok2vec": LISTENER,
            }
        },
    )
    return nlp


def example(nlp: Language, gold: Doc) -> Example:
    """What the model is given is spaCy's own tokenisation of the text, not the treebank's."""
    return Example(nlp.make_doc(gold.text), gold)


def pieces(nlp: Language, documents: list[Document], order: random.Random | None = None) -> list[Example]:
    return [example(nlp, doc) for document in documents for doc in as_docs(document, nlp.vocab, order)]


def figures(nlp: Language, documents: list[Document]) -> dict[str, float]:
    """From raw text, in per cent: tags, parts of speech, unlabelled and labelled attachment (no punctuation)."""
    scores = nlp.evaluate(pieces(nlp, documents))
    names = {"tag_acc": "tag", "pos_acc": "pos", "dep_uas": "uas", "dep_las": "las", "token_f": "tokens"}
    return {short: round(100 * scores[name], 1) for name, short in names.items()}


def train(banks: Treebanks, run: Path) -> Language:
    """The averaged model after STEPS batches. Progress goes to `run/log.jsonl`."""
    set_current_ops(NumpyOps(use_blis=False))  # the matrix library of numpy is about twice as fast here as blis
    fix_random_seed(SEED)
    order = random.Random(SEED)
    run.mkdir(parents=True, exist_ok=True)
    nlp = blank()
    sample = pieces(nlp, banks.train)
    nlp.initialize(lambda: sample)
    optimizer = Adam(RATE, L2=0.01, grad_clip=1.0, use_averages=True, L2_is_weight_decay=True)
    size = compounding(FIRST_BATCH, LAST_BATCH, GROWTH)
    step, began = 0, time.perf_counter()
    losses: dict[str, float] = {}
    with (run / "log.jsonl").open("w", encoding="utf8") as log:
        while step < STEPS:
            shuffled = pieces(nlp, banks.train, order)
            order.shuffle(shuffled)
            for batch in minibatch_by_words(shuffled, size=size):
                nlp.update(batch, sgd=optimizer, drop=DROPOUT, losses=losses)
                step += 1
                if step % CHECK_STEPS == 0 or step == STEPS:
                    with nlp.use_params(optimizer.averages):
                        entry = {"step": step, "minutes": round((time.perf_counter() - began) / 60, 1)}
                        entry |= figures(nlp, banks.dev[:40])
                        nlp.to_disk(run / "model")
                    log.write(json.dumps(entry) + "\n")
                    log.flush()
                    print(json.dumps(entry), flush=True)
                if step >= STEPS:
                    break
    with nlp.use_params(optimizer.averages):
        nlp.to_disk(run / "model")
    return spacy.load(run / "model")
