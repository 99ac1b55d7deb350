"""What a figure is made of, by NumPy and by the formulas of each stage written out, independently of the program.

Usage: python3 src/test/python/anatomy.py --make > src/test/resources/dev/interestlens/explain/anatomy/anatomy.json
       python3 src/test/python/anatomy.py SCORES.json     scores that AnatomyScores exported: prints the same figures
"""
import itertools
import json
import sys

import numpy as np

CANDIDATE = ["popularity", "item", "itemFields"]
PERSON = ["profile", "context"]


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
    """Each part's gain: the candidate alone, then the user and the history, given the candidate, and attention last."""
    have = set(parts)

    def v(*own):
        return value(frozenset(own) & have)

    def mean(*values):
        return sum(values) / len(values)

    i = CANDIDATE
    found = {
        "popularity": mean(v("popularity") - v(), v("itemFields", "popularity") - v("itemFields")),
        "item": mean(v("popularity", "item") - v("popularity"), v(*i) - v("itemFields", "popularity")),
        "itemFields": mean(v("itemFields") - v(), v(*i) - v("popularity", "item")),
        "history": mean(v(*i, "history") - v(*i), v(*i, *PERSON, "history") - v(*i, *PERSON)),
        "attention": v(*parts) - v(*i, *PERSON, "history"),
    }
    for one, other in [PERSON, PERSON[::-1]]:
        beside = [[], [other], ["history"], ["history", other]]
        found[one] = mean(*(v(*i, *b, one) - v(*i, *b) for b in beside))
    return {part: found[part] for part in parts}


def figures(case):
    labels, users = np.array(case["labels"]), np.array(case["users"])
    scores = {frozenset(entry["own"]): [np.array(draw) for draw in entry["draws"]] for entry in case["coalitions"]}
    found = {}
    for name, metric in METRICS.items():
        chance = metric(np.zeros(len(labels)), labels, users)
        values = {own: np.mean([metric(draw, labels, users) for draw in draws]) for own, draws in scores.items()}
        of = shares(case["parts"], lambda own: values.get(frozenset(own), chance))
        all_own = values[frozenset(case["parts"])]
        without = {part: all_own - np.mean([metric(np.array(draw), labels, users) for draw in draws]) for part, draws in case["without"].items()}
        found[name] = {"chance": chance, "value": all_own, "shares": of, "match": sum(of.get(part, 0) for part in ["history", "attention"]), "without": without}
    return found


def make(parts, candidates, seed):
    rng = np.random.default_rng(seed)
    requests = 12
    users = np.repeat(np.sort(rng.integers(0, 9, requests)), candidates)
    labels = np.tile([1] + [0] * (candidates - 1), requests) if candidates > 1 else rng.integers(0, 2, requests)
    effect = {part: rng.normal(size=len(labels)) + labels * rng.uniform(0, 1) for part in parts}

    def drawn(own, draws):
        noise = [sum((effect[part] for part in own), np.zeros(len(labels))) + rng.normal(size=len(labels)) for _ in range(draws)]
        return [np.round(each * 4).tolist() for each in noise]

    first = [part for part in CANDIDATE if part in parts]
    user = [part for part in PERSON + ["history"] if part in parts]
    sets = [["popularity"], ["popularity", "item"], ["itemFields"], ["itemFields", "popularity"]]
    sets = [own for own in sets if set(own) < set(first)]
    sets += [first + list(some) for count in range(len(user) + 1) for some in itertools.combinations(user, count)]
    sets += [parts] if parts not in sets else []
    coalitions = [{"own": own, "draws": drawn(own, 1 if len(own) >= len(parts) - ("attention" in parts) and first[0] in own else 3)} for own in sets]
    without = {part: drawn(parts, 3) for part in ["order", "times"]}
    case = {"parts": parts, "candidates": candidates, "labels": labels.tolist(), "users": users.tolist(), "coalitions": coalitions, "without": without}
    return {**case, "expected": figures(case)}


if sys.argv[1] == "--make":
    cases = [
        make(["popularity", "item", "itemFields", "profile", "context", "history", "attention"], 5, 1),
        make(["popularity", "item", "itemFields", "context", "history"], 1, 2),
        make(["itemFields", "history", "attention"], 3, 3),
    ]
    print(json.dumps(cases))
else:
    print(json.dumps(figures(json.load(open(sys.argv[1]))), indent=1))
