#!/usr/bin/env python3
"""Times the same model in PyTorch: modules written by hand (eager), the TorchScript of a bundle, and its pair of a user's and a candidates' graph.

    serving_speed.py BUNDLE SERVING [CANDIDATES LENGTH]...

BUNDLE is a folder written by `export --format bundle` (or one with a model.pt alone: no eager module then), SERVING one by `export --format onnx --serving`, both of the same run. One thread; the ways take
turns, so that all meet the same state of the machine; milliseconds are CPU time of the process, the median of 40 turns after 5 that do not count.
"""
import json
import pathlib
import statistics
import sys
import time

import torch

import reference_weights as reference

TURNS = 40
WARM_UPS = 5


def made_up(inputs, extents):
    arrays = {}
    for one in inputs:
        shape = [extents.get(axis) or int(axis) for axis in one["axes"]]
        made = (torch.arange(int(torch.tensor(shape).prod())) * 7919 + 31).reshape(shape)
        ids = one["ids"]
        arrays[one["name"]] = 2 + made % (ids - 2) if ids > 2 else torch.ones_like(made)
    return arrays


def repeated(arrays, count):
    return {name: a.expand(count, *a.shape[1:]).contiguous() if len(a) == 1 else a for name, a in arrays.items()}


def eager(folder):
    read = lambda name: json.loads((folder / name).read_text(encoding="utf-8"))
    bundle, config = read("bundle.json"), read("config.json")["model"]
    kind = dict(pool=reference.Pool, din=reference.Din, dien=reference.Dien, bst=reference.Bst)[config["id"]]
    model = kind(bundle["schema"], config, bundle["historyLength"])
    model.load_state_dict(reference.safetensors(folder / "model.safetensors"), strict=True)
    return model.eval(), [one["name"] for one in bundle["inputs"]]


def main(bundle, serving, sizes):
    folder = pathlib.Path(bundle)
    told = {"interest-lens.json": ""}
    whole = torch.jit.load(str(folder / "model.pt"), _extra_files=told).eval()
    order = json.loads(told["interest-lens.json"])["inputs"]
    manifest = json.loads((pathlib.Path(serving) / "serving.json").read_text())
    user, candidate = (torch.jit.load(str(pathlib.Path(serving) / name)).eval() for name in ("user.pt", "candidate.pt"))
    try:
        by_hand, _ = eager(folder)
    except (OSError, RuntimeError, KeyError, TypeError) as reason:
        by_hand = None
        print("no module by hand has these switches:", str(reason).split("\n")[0], file=sys.stderr)
    for count, length in sizes:
        of_user = made_up(manifest["user"]["inputs"], {"users": 1, "length": length})
        of_candidate = made_up(manifest["candidate"]["inputs"], {"candidates": count, "length": length})
        rows = repeated({**of_user, **of_candidate}, count)
        states = {one["before"]: torch.zeros(1, one["width"]) for one in manifest["carried"]}

        def pair():
            given = {**of_user, **states}
            kept = dict(zip(manifest["user"]["outputs"], user(*[given[n] for n in manifest["user"]["arguments"]])))
            given = {**of_candidate, **kept}
            return candidate(*[given[n] for n in manifest["candidate"]["arguments"]])[1]

        def repeating():  # as one that ranks by a graph of rows must
            given = repeated({**of_user, **of_candidate}, count)
            return whole(*[given[n] for n in order])[1]

        ways = {"torch.jit": repeating, "torch.jit pair": pair}
        if by_hand is not None:
            ways["eager"] = lambda: by_hand(repeated({**of_user, **of_candidate}, count))
        times = {name: [] for name in ways}
        results = {}
        with torch.no_grad():
            for turn in range(-WARM_UPS, TURNS):
                for name, way in ways.items():
                    begin = time.process_time()
                    results[name] = way()
                    if turn >= 0:
                        times[name].append(1000 * (time.process_time() - begin))
        largest = max((results[name] - results["torch.jit"]).abs().max().item() for name in ways)
        figures = ", ".join(f"{name} {statistics.median(one):.2f} ms" for name, one in times.items())
        print(f"{folder.name} {count} x {length}: {figures}; logits differ by at most {largest:.1g}", flush=True)


if __name__ == "__main__":
    torch.set_num_threads(1)
    numbers = [int(one) for one in sys.argv[3:]] or [100, 50, 1000, 200]
    main(sys.argv[1], sys.argv[2], list(zip(numbers[::2], numbers[1::2])))
