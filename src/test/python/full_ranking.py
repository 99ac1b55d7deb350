"""Makes src/test/resources/dev/interestlens/metric/full-ranking.json: rankings with many ties, and what NumPy says of them, independently of the program.

Usage: python3 src/test/python/full_ranking.py > src/test/resources/dev/interestlens/metric/full-ranking.json
"""
import itertools
import json
import math

import numpy as np

K = 10
rng = np.random.default_rng(5)
users, items, groups = 40, 60, 7
events = rng.integers(1, 50, items)
categories = [sorted(rng.choice(groups, rng.integers(0, 4), replace=False).tolist()) for _ in range(items)]
queries = []
for user in range(users):
    for _ in range(1 + (user % 3 == 0)):
        history = rng.choice(items, rng.integers(0, 25), replace=False)
        truth = int(rng.choice(np.setdiff1d(np.arange(items), history)))
        queries.append((user, truth, history, rng.integers(0, 12, items) / 4))

hits, gains, reciprocal, lists = {}, {}, {}, []
at = {(kind, k): {} for kind in ("ndcg", "hitRate", "recall", "mrr") for k in (1, 5, 20, 60)}
for user, truth, history, scores in queries:
    open_ = np.ones(items, bool)
    open_[history] = False
    open_[truth] = True
    better = int((scores[open_] > scores[truth]).sum())
    tied = int((scores[open_] == scores[truth]).sum())
    ranks = np.arange(better + 1, better + tied + 1)  # each as likely as the others
    inside = ranks <= K
    hits.setdefault(user, []).append(inside.mean())
    gains.setdefault(user, []).append((inside / np.log2(ranks + 1)).mean())
    reciprocal.setdefault(user, []).append((inside / ranks).mean())
    for k in (1, 5, 20, 60):
        first = ranks <= k
        at["ndcg", k].setdefault(user, []).append((first / np.log2(ranks + 1)).mean())
        at["hitRate", k].setdefault(user, []).append(first.mean())
        at["recall", k].setdefault(user, []).append(first.mean())  # of one true item
        at["mrr", k].setdefault(user, []).append((first / ranks).mean())
    order = np.lexsort((np.arange(items), -scores))
    lists.append([int(i) for i in order if open_[i]][:K])


def over_users(figure):
    return float(np.mean([np.mean(v) for v in figure.values()]))


counts = np.bincount(np.concatenate(lists), minlength=items)
x = np.sort(counts)
gini = np.abs(x[:, None] - x[None, :]).sum() / (2 * items * items * x.mean())
head = np.argsort(-events, kind="stable")[: math.ceil(items / 10)]
bits = -np.log2(events / events.sum())


def jaccard(a, b):
    union = set(categories[a]) | set(categories[b])
    return len(set(categories[a]) & set(categories[b])) / len(union) if union else 1.0


def shares(of):
    p = np.zeros(groups)
    for item in of:
        for group in categories[item]:
            p[group] += 1 / len(categories[item])
    return p / p.sum() if p.sum() else None


lifts, divergences = [], []
for (_, _, history, _), list_ in zip(queries, lists):
    if len(history):
        lifts.append(events[list_].mean() / events[history].mean() - 1)
    p, q = shares(history), shares(list_)
    if p is not None and q is not None:
        mixed = 0.99 * q + 0.01 * p
        divergences.append(sum(a * math.log(a / b) for a, b in zip(p, mixed) if a > 0))

json.dump(
    {
        "events": events.tolist(),
        "categories": categories,
        "queries": [
            {"user": u, "truth": t, "history": h.tolist(), "scores": s.tolist()} for u, t, h, s in queries
        ],
        "lists": lists,
        "expected": {
            "hitRate10": over_users(hits),
            "ndcg10": over_users(gains),
            "mrr10": over_users(reciprocal),
            **{kind + str(k): over_users(of) for (kind, k), of in at.items()},
            "coverage10": float((counts > 0).mean()),
            "gini10": float(gini),
            "headShare10": float(counts[head].sum() / counts.sum()),
            "novelty10": float((counts * bits).sum() / counts.sum()),
            "popularityLift10": float(np.mean(lifts)),
            "diversity10": float(
                np.mean([np.mean([1 - jaccard(a, b) for a, b in itertools.combinations(l, 2)]) for l in lists])
            ),
            "calibration10": float(np.mean(divergences)),
        },
    },
    __import__("sys").stdout,
)
print()
