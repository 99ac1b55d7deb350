"""Makes src/test/resources/dev/interestlens/metric/group-test.json: differences in groups of users, and what NumPy and SciPy say of them, independently of the program.

Usage: python3 src/test/python/group_test.py > src/test/resources/dev/interestlens/metric/group-test.json
"""
import itertools
import json
import math

import numpy as np
from scipy import optimize, stats

RESAMPLES = 2000
rng = np.random.default_rng(11)


def sign_words(count):
    """java.util.SplittableRandom(1).nextLong(): SplitMix64 (Steele, Lea, Flood, 2014)."""
    z = (np.uint64(1) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15))
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def signs(items):
    words = -(-items // 64)
    drawn = sign_words(RESAMPLES * words).reshape(RESAMPLES, words)
    bits = (drawn[:, :, None] >> np.arange(64, dtype=np.uint64)) & np.uint64(1)
    return 1.0 - 2.0 * bits.reshape(RESAMPLES, -1)[:, :items].astype(float)


def by_item(users, items, entries, d):
    """Dense: the sum of each item and the users in it; a user with several entries is divided among them."""
    several = np.array([np.count_nonzero(users[entries] == u) for u in users[entries]])
    sums, sizes = np.zeros(items.max() + 1), np.zeros(items.max() + 1)
    np.add.at(sums, items[entries], d[entries] / several)
    np.add.at(sizes, items[entries], 1 / several)
    return sums, sizes, len(set(users[entries].tolist()))


def z_of(terms, signed):
    """Of sums of the terms with other signs, by Chernoff's bound at fixed slopes."""
    norm = math.sqrt(float(terms @ terms))
    if norm == 0:
        return np.zeros(np.shape(signed))
    slopes = 0.5 * 2.0 ** (np.arange(25) / 4) / norm
    offsets = (np.logaddexp(slopes[:, None] * terms, -slopes[:, None] * terms) - math.log(2)).sum(1)
    return np.sqrt(2 * np.maximum(0, np.abs(signed)[..., None] * slopes - offsets).max(-1))


def ratio(sums):
    norm = math.sqrt(float(sums @ sums))
    return sums.sum() / norm if norm > 0 else math.nan


def student(degrees):
    return float(stats.t.ppf(0.975, degrees) / stats.norm.ppf(0.975))


def judge(users, items, groups, figures):
    """Of each figure the differences and the values of seeds; the bar is that of all figures together."""
    first = {i: n for n, i in enumerate(dict.fromkeys(items.tolist()))}
    items = np.array([first[i] for i in items.tolist()])
    flips = signs(len(first))
    largest = np.zeros(RESAMPLES)
    owns = []
    for d, seeds, _ in figures:
        nulls = [b - a for a, b in itertools.combinations(seeds, 2)] or [d]
        own = {}  # t between seeds of the groups of one kind
        for n, null in enumerate(nulls):
            draws = np.arange(RESAMPLES) % len(nulls) == n
            for entries, kinds in groups:
                sums, sizes, n = by_item(users, items, entries, null)
                if len(entries) == len(users):
                    mean = sums.sum() / n  # of all users
                t = ratio(sums)
                if not math.isnan(t):
                    largest[draws] = np.maximum(largest[draws], z_of(sums, flips[draws] @ sums))
                if len(kinds) == 1:
                    own.setdefault(kinds[0], []).append(ratio(sums - sizes * mean) if t == t else t)
        owns.append(own)
    bar = float(np.sort(largest)[math.ceil(0.95 * (RESAMPLES + 1)) - 1])
    return dict(bar=bar, figures=[found_by(users, items, groups, *figure, own, bar) for figure, own in zip(figures, owns)])


def found_by(users, items, groups, d, seeds, expected, own, bar):
    nulls = [b - a for a, b in itertools.combinations(seeds, 2)]

    def wide(kinds):
        t = np.array([x for k in kinds for x in own.get(k, [])])
        number = sum(len(k) == 1 and k[0] in kinds for _, k in groups) * (len(seeds) - 1)
        if not seeds or np.isnan(t).all():
            return 1.0
        square = (expected + number * float(np.nanmean(t**2))) / (expected + number)
        return max(1.0, student(expected + number) * math.sqrt(square))

    def squares(sums, sizes, n):
        return float(((sums - sizes * sums.sum() / n) ** 2).sum())

    excess = []  # of the mean differences of all users between seeds
    for null in nulls:
        sums, _, n = by_item(users, items, groups[0][0], null)
        excess.append((sums.sum() / n) ** 2 - float(sums @ sums) / n**2)
    excess = np.mean(excess) if excess else 0.0
    shift = float(stats.t.ppf(0.975, len(seeds) - 1)) * math.sqrt(excess) if excess > 0 else 0.0

    everybody = by_item(users, items, groups[0][0], d)
    z = stats.norm.ppf(0.8)
    found = []
    for entries, kinds in groups:
        widening = max((wide([k]) for k in kinds), default=1.0) if kinds else wide(list(own))
        sums, sizes, n = by_item(users, items, entries, d)
        mean, b, own_z = float(sums.sum() / n), bar * widening, float(z_of(sums, sums.sum()))
        if z_of(sizes, np.array(sizes.sum())) <= b:
            found.append(dict(users=n, difference=mean, z=own_z, widening=widening, low=None, high=None, smallestLoss=None))
            continue

        def end(direction):
            """The true difference x at which z of sum(s - k x) is the bar."""
            if not sums.any():
                return mean
            beyond = lambda far: float(z_of(sums - sizes * (mean + direction * far), (sums - sizes * (mean + direction * far)).sum())) - b
            far = 1e-3
            while beyond(far) < 0:
                far *= 2
            return mean + direction * optimize.brentq(beyond, 0, far, xtol=1e-15, rtol=1e-14)

        ends = [end(-1), end(1)]
        spread, seen = squares(sums, sizes, n), ends[1] - mean
        if np.count_nonzero(sums) < 10:
            spread = max(spread, squares(*everybody) * float(sizes @ sizes) / float(everybody[1] @ everybody[1]))
            seen = max(seen, b * math.sqrt(spread) / n)
        loss = seen + z * widening * math.sqrt(spread) / n
        low, high = ends
        if not kinds:  # all users
            low, high = mean - math.sqrt((mean - low) ** 2 + shift**2), mean + math.sqrt((high - mean) ** 2 + shift**2)
            loss = math.sqrt(loss**2 + shift**2)
        else:  # beside all users, as far as a shift explains their difference
            common = float(np.clip(everybody[0].sum() / everybody[2], -shift, shift))
            low, high = min(low, low - common), max(high, high - common)
            loss += max(0.0, -common)
        found.append(dict(users=n, difference=mean, z=own_z, widening=widening, low=low, high=high, smallestLoss=float(loss)))
    return dict(shift=shift, groups=found)


def case(people, several, count, shelves, rise):
    users = np.repeat(np.arange(people) * 3, 1 + several * (np.arange(people) % 3 == 0))
    n = len(users)
    items = rng.integers(0, shelves, n) * 7
    luck = lambda: (rng.normal(0, 0.2, shelves * 7) * (rng.random(shelves * 7) < 0.5))[items]
    values = lambda: rng.random(n) * (rng.random(n) < 0.4) + luck()
    d = rng.normal(0, 0.4, n) * (rng.random(n) < 0.3)
    groups = [(np.arange(n), [])]
    for g in range(count):
        kinds = [["a"], ["b"], ["c"], ["a", "b"], ["b", "c"]][g % 5]
        groups.append((np.sort(rng.choice(n, rng.integers(8, n // 2), replace=False)), kinds))
    d[groups[3][0]] -= 0.25  # a group that loses
    d[groups[4][0]] = 0  # and one in which nothing changes
    seeds = [values() for _ in range(3)]
    seeds[2][groups[2][0]] += rise  # what a seed changes as a whole
    figures = [(d, seeds, 30)]
    if several:  # as logarithms: every entry moves
        other = lambda: rng.normal(0, 0.5, n) + luck()
        figures.append((rng.normal(-0.1, 0.5, n), [other() for _ in range(3)], 0))
    text = lambda a: [float(x) for x in a]
    return dict(
        users=users.tolist(),
        items=items.tolist(),
        groups=[dict(entries=g.tolist(), kinds=k) for g, k in groups],
        figures=[dict(differences=text(d), seeds=[text(s) for s in seeds], expected=e) for d, seeds, e in figures],
        alone=judge(users, items, groups, [(d, [], e) for d, _, e in figures]),
        besideSeeds=judge(users, items, groups, figures),
    )


print(json.dumps(dict(cases=[case(70, 0, 9, 40, 0.3), case(150, 1, 25, 70, 0.3), case(90, 1, 9, 40, 0)])))
