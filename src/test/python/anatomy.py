"""What a figure is made of, by NumPy and by the definition of the Shapley value over all orders of the parts, independently of the program.

Usage: python3 src/test/python/anatomy.py --make > src/test/resources/dev/interestlens/explain/anatomy/anatomy.json
       python3 src/test/python/anatomy.py SCORES.json     scores that AnatomyScores exported: prints the same figures
"""
import itertools
import json
import math
import sys

import numpy as np

CHAIN = ["history", "attention", "order", "times"]


def auc(scores, labels):
    positive, negative = scores[labels == 1], scores[labels == 0]
    above = (positive[:, None] > negative[None, :]).sum()
    tied = (positive[:, None] == negative[None, :]).sum()
    return (above + tied / 2) / (len(positive) * len(negative))


def per_user(figure, weigh):
    def mean(scores, labels, users):
        values, weights = [], []
        for user in np.unique(users):
            own = users == user
            if 0 < labels[own].sum() and (weigh is None or labels[own].sum() < own.sum()):
                values.append(figure(scores[own], labels[own]))
                weights.append(own.sum() if weigh else 1)
        return np.average(values, weights=weights)

    return mean


def ndcg(scores, labels):
    """Expected over the orders of equal scores, of the first ten."""
    gain = 0
    for score in np.unique(scores):
        tied = scores == score
        first = (scores > score).sum() + 1
        ranks = np.arange(first, first + tied.sum())
        gain += (1 / np.log2(ranks[ranks <= 10] + 1)).sum() * labels[tied].mean()
    return gain / (1 / np.log2(np.arange(1, min(10, int(labels.sum())) + 1) + 1)).sum()


METRICS = {
    "auc": lambda scores, labels, users: auc(scores, labels),
    "gauc": per_user(auc, True),
    "ndcg10": per_user(ndcg, None),
}


def shares(parts, value):
    """The mean gain of each part over all orders of the players; the history is one player, whose parts come one after the other."""
    chain = [part for part in CHAIN if part in parts]
    players = [part for part in parts if part not in chain] + ["history"]
    sums = dict.fromkeys(parts, 0.0)
    for order in itertools.permutations(players):
        have = []
        for player in order:
            for part in chain if player == "history" else [player]:
                sums[part] += value(have + [part]) - value(have)
                have = have + [part]
    return {part: sums[part] / math.factorial(len(players)) for part in parts}


def figures(case):
    labels, users = np.array(case["labels"]), np.array(case["users"])
    scores = {frozenset(entry["own"]): [np.array(draw) for draw in entry["draws"]] for entry in case["coalitions"]}
    found = {}
    for name, metric in METRICS.items():
        chance = metric(np.zeros(len(labels)), labels, users)
        values = {own: np.mean([metric(draw, labels, users) for draw in draws]) for own, draws in scores.items()}
        of = shares(case["parts"], lambda own: values.get(frozenset(own), chance))
        found[name] = {"chance": chance, "value": values[frozenset(case["parts"])], "shares": of}
    return found


def make(parts, candidates, seed):
    rng = np.random.default_rng(seed)
    requests = 12
    chain = [part for part in CHAIN if part in parts]
    others = [part for part in parts if part not in chain]
    users = np.repeat(np.sort(rng.integers(0, 9, requests)), candidates)
    labels = np.tile([1] + [0] * (candidates - 1), requests) if candidates > 1 else rng.integers(0, 2, requests)
    effect = {part: rng.normal(size=len(labels)) + labels * rng.uniform(0, 1) for part in parts}
    coalitions = []
    for count in range(len(others) + 1):
        for some in itertools.combinations(others, count):
            for length in range(len(chain) + 1):
                own = list(some) + chain[:length]
                if own and (candidates == 1 or {"item", "itemFields"} & set(own)):
                    draws = 1 if len(own) == len(parts) else 3
                    noise = [sum((effect[part] for part in own), np.zeros(len(labels))) + rng.normal(size=len(labels)) for _ in range(draws)]
                    coalitions.append({"own": own, "draws": [np.round(each * 4).tolist() for each in noise]})
    case = {"parts": parts, "candidates": candidates, "labels": labels.tolist(), "users": users.tolist(), "coalitions": coalitions}
    return {**case, "expected": figures(case)}


if sys.argv[1] == "--make":
    cases = [
        make(["item", "itemFields", "profile", "context", "history", "attention", "order", "times"], 5, 1),
        make(["item", "itemFields", "history", "order", "times"], 1, 2),
        make(["item", "history", "attention", "order"], 3, 3),
    ]
    print(json.dumps(cases))
else:
    print(json.dumps(figures(json.load(open(sys.argv[1]))), indent=1))
