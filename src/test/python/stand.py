"""What explanations find on the stand of trust, with intervals, by NumPy and independently of the program.

Usage: python3 src/test/python/stand.py PLANTINGS ROWS.jsonl EXPLANATIONS.csv
PLANTINGS is DATA/trust/FAMILY-…, where the causes lie. Prints by law: recall1 with low and high, recall3, and the rows that are missing.
"""
import collections
import csv
import json
import pathlib
import sys

import numpy as np

SEED, RESAMPLES, NEAR = 20260101, 1000, 3


class JavaRandom:
    """The linear congruential generator that java.util.Random documents."""

    def __init__(self, seed):
        self.state = (seed ^ 0x5DEECE66D) & (1 << 48) - 1

    def below(self, bound):
        while True:
            self.state = (self.state * 0x5DEECE66D + 0xB) & (1 << 48) - 1
            bits = self.state >> 17
            if bound & -bound == bound:
                return bound * bits >> 31
            if bits - bits % bound + bound - 1 < 1 << 31:
                return bits % bound


def interval(values, weights):
    random, drawn = JavaRandom(SEED), []
    for _ in range(RESAMPLES):
        times = np.bincount([random.below(len(values)) for _ in values], minlength=len(values))
        drawn.append((times * weights * values).sum() / (times * weights).sum())
    return np.quantile(drawn, [0.025, 0.975])


def read_causes(file):
    causes = collections.defaultdict(list)
    for line in file.read_text(encoding="utf-8").splitlines()[1:]:
        user, _, _, _, support = line.rsplit(",", 4)
        causes[user].append([int(place) for place in support.replace("|", " ").split()])
    return causes


def score(row, causes, values):
    """Whether a cause is first, and the share of the causes among the first three; behaviours planted for other effects stand in no order."""
    own, count = causes[row["user"]], len(row["behaviours"])
    first = row["event"] - count
    truth = {place - first for place in own[row["event"]] if place >= first}
    others = {place - first for event in range(row["event"]) if own[event] for place in [event, *own[event]]}
    if len(values) < count:
        return 0, 0, True
    order = [j for j in sorted(range(count), key=lambda j: (-values[j], -j)) if j in truth or j not in others]
    return float(order[0] in truth), len(truth & set(order[:NEAR])) / len(truth), False


def main(plantings, rows, explanations):
    values = collections.defaultdict(dict)
    for line in csv.DictReader(open(explanations, encoding="utf-8")):
        if np.isfinite(float(line["value"])):
            values[line["sample"]][int(line["behaviour"])] = float(line["value"])
    causes, scores = {}, collections.defaultdict(lambda: collections.defaultdict(list))
    for line in open(rows, encoding="utf-8"):
        row = json.loads(line)
        planting = row["model"]
        if planting not in causes:
            causes[planting] = read_causes(pathlib.Path(plantings) / planting / "data" / "causes.csv")
        scores[planting.split("-")[0]][row["user"]].append(score(row, causes[planting], values[row["sample"]]))
    found = {}
    for law, users in scores.items():
        means = np.array([np.mean([each[:2] for each in own], axis=0) for own in users.values()])
        weights = np.array([len(own) for own in users.values()])
        low, high = interval(means[:, 0], weights)
        recalls = (weights[:, None] * means).sum(axis=0) / weights.sum()
        missing = sum(each[2] for own in users.values() for each in own)
        found[law] = dict(recall1=recalls[0], low=low, high=high, recall3=recalls[1], missing=missing)
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
