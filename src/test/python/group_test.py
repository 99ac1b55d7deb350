"""Makes src/test/resources/dev/interestlens/metric/group-test.json: differences in groups of users, and what NumPy says of them, independently of the program.

Usage: python3 src/test/python/group_test.py > src/test/resources/dev/interestlens/metric/group-test.json
"""
import json
import math
from statistics import NormalDist

import numpy as np

RESAMPLES = 2000
MASK = (1 << 64) - 1
rng = np.random.default_rng(11)


def sign_words(count):
    """java.util.SplittableRandom(1).nextLong(): SplitMix64 (Steele, Lea, Flood, 2014)."""
    z = (np.uint64(1) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15))
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def signs(users):
    words = -(-users // 64)
    drawn = sign_words(RESAMPLES * words).reshape(RESAMPLES, words)
    bits = (drawn[:, :, None] >> np.arange(64, dtype=np.uint64)) & np.uint64(1)
    return 1.0 - 2.0 * bits.reshape(RESAMPLES, -1)[:, :users].astype(float)


def by_user(users, entries, d):
    """Matrix-free: one value a user of the group, the mean of the user's entries."""
    names = users[entries]
    seen = list(dict.fromkeys(names.tolist()))
    return np.array(seen), np.array([d[entries][names == u].mean() for u in seen])


def judge(users, groups, d, seeds):
    order = {u: i for i, u in enumerate(dict.fromkeys(users.tolist()))}
    flips = signs(len(order))
    nulls = seeds if seeds else [d]
    t_null, t_own = [], []
    for null in nulls:
        t = np.zeros((RESAMPLES, len(groups)))
        for g, entries in enumerate(groups):
            who, values = by_user(users, entries, null)
            norm = math.sqrt(float(values @ values))
            if norm > 0:
                t[:, g] = np.abs(flips[:, [order[u] for u in who.tolist()]] @ values) / norm
                t_own.append(values.sum() / norm)
        t_null.append(t)
    largest = np.array([t_null[r % len(nulls)][r].max() for r in range(RESAMPLES)])
    widening = math.sqrt(max(1.0, float(np.mean(np.square(t_own))))) if seeds else 1.0
    bar = widening * float(np.sort(largest)[math.ceil(0.95 * (RESAMPLES + 1)) - 1])
    spread_all = by_user(users, groups[0], d)[1].std()
    z = NormalDist().inv_cdf(0.8)
    found = []
    for entries in groups:
        values = by_user(users, entries, d)[1]
        n, mean, spread = len(values), float(values.mean()), float(values.std())
        if n <= bar * bar:
            found.append(dict(users=n, difference=mean, low=None, high=None, smallestLoss=None))
            continue
        half = bar * spread / math.sqrt(n - bar * bar)
        known = max(spread, spread_all) if np.count_nonzero(values) < 10 else spread
        loss = known * (bar / math.sqrt(n - bar * bar) + z * widening / math.sqrt(n))
        found.append(dict(users=n, difference=mean, low=mean - half, high=mean + half, smallestLoss=float(loss)))
    return dict(bar=bar, widening=widening, groups=found)


def case(people, several, count):
    users = np.repeat(np.arange(people) * 3, 1 + several * (np.arange(people) % 3 == 0))
    n = len(users)
    gain = lambda: rng.normal(0, 0.4, n) * (rng.random(n) < 0.2)
    d = gain()
    groups = [np.arange(n)]
    for g in range(count):
        groups.append(np.sort(rng.choice(n, rng.integers(8, n // 2), replace=False)))
    d[groups[3]] -= 0.25  # a group that loses
    silent = groups[4]
    d[silent] = 0  # and one in which nothing changes
    bias = [0.2 * (rng.random(n) < 0.3) for _ in range(2)]  # what seeds change in common
    seeds = [gain() + bias[0], gain() - bias[1], gain()]
    text = lambda a: [float(x) for x in a]
    return dict(
        users=users.tolist(),
        entries=[g.tolist() for g in groups],
        differences=text(d),
        seeds=[text(s) for s in seeds],
        alone=judge(users, groups, d, []),
        besideSeeds=judge(users, groups, d, seeds),
    )


print(json.dumps(dict(cases=[case(70, 0, 9), case(150, 1, 25)])))
