"""Draws evaluations in the currencies of papers by NumPy, one list after the other, independently of the closed forms of the program.

Usage: python3 src/test/python/currencies.py --make > src/test/resources/dev/interestlens/metric/currencies.json
       python3 src/test/python/currencies.py FOLDER     what CurrencyScores wrote of a run: prints drawn and exact figures with their distance
"""
import json
import pathlib
import sys

import numpy as np

K = 10
DISCOUNT = 1 / np.log2(np.arange(2, K + 2))


def ranks(rng, scores, truth, lists):
    """Of the true item in each list of candidates: equal scores in random order."""
    drawn = scores[lists]
    above = drawn > scores[truth]
    tied = drawn == scores[truth]
    own = rng.random(len(lists))[:, None]
    return 1 + (above | (tied & (rng.random(lists.shape) < own))).sum(1)


def once(rng, items, weights, size, times):
    """Lists without repetition; with weights the next one is drawn of those that are left, in proportion to them."""
    keys = rng.exponential(size=(times, len(items))) / (weights if weights is not None else 1)
    size = min(size, len(items))
    first = np.argpartition(keys, size - 1, axis=1)[:, :size]
    return items[first]


def again(rng, items, weights, size, times):
    return items[np.searchsorted(np.cumsum(weights), rng.random((times, size)) * weights.sum(), side="right")]


def currencies(of):
    """Candidates, weights, how many and how, by name."""
    open_, past, events, alike = of["open"], of["past"], of["events"], of["alike"]
    whole = np.concatenate([open_, past])
    sold = open_[events[open_] > 0]
    return {
        "catalogue": (open_, None, len(open_), once),
        "catalogue-met": (whole, None, len(whole), once),
        "uniform-20": (open_, None, 20, once),
        "uniform-99": (open_, None, 99, once),
        "uniform-100": (open_, None, 100, once),
        "popularity-100": (sold, events[sold].astype(float), 100, again),
        "category-20": (alike, None, 20, once),
        "pair-uniform": (open_, None, 1, once),
        "pair-popularity": (sold, events[sold].astype(float), 1, again),
        "popularity-100, each once": (sold, events[sold].astype(float), 100, once),
    }


def drawn(queries, lists, seed):
    """Means over users of drawn figures with their standard errors over draws, by currency; lists in all, spread over the users."""
    rng = np.random.default_rng(seed)
    times = -(-lists // len(queries))
    sums = {}
    for query in queries:
        scores, truth = query["scores"], query["truth"]
        for name, (items, weights, size, how) in currencies(query).items():
            if not len(items):
                continue
            all_ranks = name.startswith("catalogue")
            count = min(times, 20) if all_ranks else times
            found = ranks(rng, scores, truth, np.tile(items, (count, 1)) if all_ranks else how(rng, items, weights, size, count))
            one = how(rng, items, weights, 1, count)[:, 0]
            gain = np.where(found <= K, DISCOUNT[np.minimum(found, K) - 1], 0)
            pair = (scores[truth] > scores[one]) + (scores[truth] == scores[one]) / 2
            for figure, values in {"hitRate": found <= K, "ndcg": gain, "mrr": 1 / found, "auc": pair}.items():
                values = values.astype(float)
                sums.setdefault(name, {}).setdefault(figure, []).append((values.mean(), values.var(ddof=1) / count))
    return {
        name: {
            figure: {
                "mean": float(np.mean([m for m, _ in users])),
                "error": float(np.sqrt(np.sum([v for _, v in users])) / len(users)),
            }
            for figure, users in figures.items()
        }
        for name, figures in sums.items()
    }


def query(scores, truth, past, events, categories):
    places = np.arange(len(scores))
    open_ = np.setdiff1d(places, np.append(past, truth))
    return {
        "scores": scores,
        "truth": truth,
        "open": open_,
        "past": np.setdiff1d(past, [truth]),
        "events": events,
        "alike": open_[categories[open_] == categories[truth]] if categories is not None else open_[:0],
    }


def make():
    rng = np.random.default_rng(62)
    items, users = 150, 40
    events = np.maximum(1, (200 / np.arange(1, items + 1)).astype(int))
    categories = rng.integers(0, 5, items)
    queries, plain = [], []
    for user in range(users):
        past = rng.choice(items, rng.integers(0, 30), replace=False)
        truth = int(rng.choice(np.setdiff1d(np.arange(items), past)))
        scores = rng.integers(0, 40 if user % 4 else 3, items).astype(float)
        scores[truth] += user % 3 * 8
        queries.append(query(scores, truth, past, events, categories))
        plain.append({"scores": scores.tolist(), "truth": truth, "past": sorted(past.tolist())})
    json.dump(
        {
            "events": events.tolist(),
            "categories": categories.tolist(),
            "queries": plain,
            "drawn": drawn(queries, 100_000, 1),
        },
        sys.stdout,
    )
    print()


def check(folder):
    meta = json.loads((folder / "queries.json").read_text())
    items = len(meta["events"])
    scores = np.fromfile(folder / "scores.f4", ">f4").reshape(-1, items)
    categories = np.array(meta["categories"]) if meta["categories"] else None
    events = np.array(meta["events"])
    queries = [
        query(row, each["truth"], np.array(each["past"], int), events, categories)
        for row, each in zip(scores, meta["queries"])
    ]
    exact = {each["id"]: each for each in meta["currencies"]}
    worst = 0
    print(f"{len(queries)} users, {items} items, 100,000 lists a currency")
    for name, figures in drawn(queries, 100_000, 7).items():
        for figure, found in figures.items():
            own = exact.get(name.split(",")[0], {}).get(figure)
            away = (found["mean"] - own) / max(found["error"], 1e-9)  # where all are taken, draws do not differ
            worst = max(worst, abs(away)) if "," not in name else worst
            print(f"{name:28s} {figure:8s} exact {own:.5f} drawn {found['mean']:.5f} error {found['error']:.5f} away {away:+.2f}")
    print(f"furthest away: {worst:.2f} standard errors")


make() if sys.argv[1] == "--make" else check(pathlib.Path(sys.argv[1]))
