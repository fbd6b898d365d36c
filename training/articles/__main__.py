"""Train the shared encoder with its heads.

    python -m training.articles --data DIR --run DIR [--device cuda] [--begin FILE] [--committee FILE ...]
        [--set FIELD=VALUE ...]

Without a committee, annotated articles and treebanks are all there is to learn from. `--committee` names the
`network.pt` of other runs; what they think on average is then learned beside the annotation, and on more text.
"""

from __future__ import annotations

import argparse
import dataclasses
import random
from pathlib import Path

import torch

from extractors.encoder.windows import Pieces
from training.articles.committee import Committee
from training.articles.corpora import Corpora, corpora
from training.articles.network import Network, Sizes, stored_weights
from training.articles.recipe import recipe_of
from training.articles.streams import article_pass, streams_of
from training.articles.train import train
from training.encoder import packaged


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--pretrained", type=Path)
    parser.add_argument("--committee", type=Path, nargs="*", default=[])
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--set", nargs="*", default=[], help="fields of the recipe, such as passes=8 weights.trees=0.3")
    parser.add_argument("--begin", type=Path, help="a network.pt, or a folder of shipped graphs, to begin with")
    parser.add_argument("--most-steps", type=int)
    parser.add_argument("--check-every", type=float, default=1.0, help="passes between figures")
    args = parser.parse_args()
    torch.set_num_threads(1)
    device = torch.device(args.device)
    pretrained = args.pretrained or packaged()
    found = corpora(args.data)
    pieces = Pieces(str(pretrained / "tokenizer.json"))
    recipe = recipe_of(args.set)
    members = [load(path, found, device) for path in args.committee]
    committee = Committee(members, device) if members else None
    per_pass = len(article_pass(found.articles, pieces, random.Random(0))) // recipe.batch
    streams = streams_of(found, pieces, recipe, committee)
    network = train(
        recipe,
        streams,
        per_pass,
        found,
        pieces,
        pretrained,
        args.run,
        device,
        args.check_every,
        args.most_steps,
        args.begin,
    )
    torch.save({"network": network.state_dict(), "labels": dataclasses.asdict(found.labels)}, args.run / "network.pt")


def load(path: Path, found: Corpora, device: torch.device) -> Network:
    network = Network(Sizes.of(found.labels))
    network.load_state_dict(stored_weights(path))
    return network.to(device).eval().requires_grad_(False)


if __name__ == "__main__":
    main()
