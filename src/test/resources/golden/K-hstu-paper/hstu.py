"""Golden vectors of HSTU by NumPy in double precision: whole sequences with the candidate as the last row, one sample at a time; gradients by central
differences. Run in the folder of the golden cases: python3 K-hstu-paper/hstu.py"""

import json
import math
import struct

import numpy as np

CASE, INPUTS = "K-hstu-paper", "H-bst-paper"
E, D, HEADS, BLOCKS, LENGTH, BUCKETS, HIDDEN = 8, 12, 2, 2, 10, 40, 10
EPSILON = 1e-5


def read(file):
    data = open(file, "rb").read()
    (size,) = struct.unpack("<Q", data[:8])
    types = {"I64": np.int64, "F32": np.float32}
    arrays = {}
    for name, about in json.loads(data[8 : 8 + size]).items():
        if name != "__metadata__":
            start, end = (8 + size + at for at in about["data_offsets"])
            arrays[name] = np.frombuffer(data[start:end], types[about["dtype"]]).reshape(about["shape"])
    return arrays


def write(file, arrays):
    header, body = {}, b""
    for name in sorted(arrays):
        array = arrays[name]
        kind = "I64" if array.dtype == np.int64 else "F32"
        raw = array.astype(np.int64 if kind == "I64" else np.float32).tobytes()
        header[name] = {"dtype": kind, "shape": list(array.shape), "data_offsets": [len(body), len(body) + len(raw)]}
        body += raw
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    open(file, "wb").write(struct.pack("<Q", len(text)) + text + body)


def weights(random):
    def some(*shape, scale=0.4):
        return random.uniform(-scale, scale, shape).astype(np.float32).astype(np.float64)

    w = {"item_embedding.weight": some(50, E, scale=1), "cate_embedding.weight": some(12, E, scale=1)}
    w["item_embedding.weight"][0] = 0
    w["cate_embedding.weight"][0] = 0
    w["hstu.input.weight"], w["hstu.input.bias"] = some(D, 2 * E), some(D)
    for i in range(BLOCKS):
        n = f"hstu.{i}."
        for norm in ("norm", "mixed"):
            w[n + norm + ".weight"], w[n + norm + ".bias"] = 1 + some(D), some(D)
        for both in ("attention_query_key", "gate_value"):
            w[n + both + ".weight"], w[n + both + ".bias"] = some(2 * D, D), some(2 * D)
        w[n + "attention_place"], w[n + "attention_time"] = some(LENGTH + 1, HEADS), some(BUCKETS, HEADS)
        w[n + "output.weight"], w[n + "output.bias"] = some(D, D), some(D)
    w["prediction_net.0.weight"], w["prediction_net.0.bias"] = some(HIDDEN, D + 2 * E), some(HIDDEN)
    w["prediction_net.3.weight"], w["prediction_net.3.bias"] = some(1, HIDDEN), some(1)
    return {name: array.astype(np.float32).astype(np.float64) for name, array in w.items()}


def silu(x):
    return x / (1 + np.exp(-x))


def norm(x, gamma, beta):
    centred = x - x.mean(-1, keepdims=True)
    return centred / np.sqrt((centred**2).mean(-1, keepdims=True) + EPSILON) * gamma + beta


def sample(w, x, b, longest):
    n = int(x["hist_mask"][b].sum())
    items = np.append(x["hist_items"][b, :n], x["candidate_item"][b])
    cates = np.append(x["hist_cates"][b, :n], x["candidate_cate"][b])
    times = np.append(x["hist_times"][b, :n], x["candidate_time"][b])
    raw = np.concatenate([w["item_embedding.weight"][items], w["cate_embedding.weight"][cates]], 1)
    rows = raw @ w["hstu.input.weight"].T + w["hstu.input.bias"]
    c = D // HEADS
    for i in range(BLOCKS):
        p = f"hstu.{i}."
        normed = norm(rows, w[p + "norm.weight"], w[p + "norm.bias"])
        q, k = np.split(silu(normed @ w[p + "attention_query_key.weight"].T + w[p + "attention_query_key.bias"]), 2, 1)
        u, v = np.split(silu(normed @ w[p + "gate_value.weight"].T + w[p + "gate_value.bias"]), 2, 1)
        gathered = np.zeros((n + 1, D))
        for h in range(HEADS):
            own = slice(h * c, (h + 1) * c)
            a = np.zeros((n + 1, n + 1))
            for asking in range(n + 1):
                for read_ in range(asking + 1):
                    place = w[p + "attention_place"][min(asking - read_, LENGTH), h]
                    bits = int(max(0, times[asking] - times[read_])).bit_length()
                    time = w[p + "attention_time"][min(bits, BUCKETS - 1), h]
                    score = q[asking, own] @ k[read_, own] / math.sqrt(c) + place + time
                    a[asking, read_] = silu(score) / (LENGTH + 1 if longest else asking + 1)
            gathered[:, own] = a @ v[:, own]
            if i == BLOCKS - 1:
                sample.weights[b, h, :n] = a[n, :n]
        gated = norm(gathered, w[p + "mixed.weight"], w[p + "mixed.bias"]) * u
        rows = rows + gated @ w[p + "output.weight"].T + w[p + "output.bias"]
    sample.interest[b] = rows[n]
    read_by_head = np.concatenate([rows[n], raw[n]])
    hidden = np.maximum(0, w["prediction_net.0.weight"] @ read_by_head + w["prediction_net.0.bias"])
    return float(w["prediction_net.3.weight"][0] @ hidden + w["prediction_net.3.bias"][0])


def run(w, x, longest):
    batch = len(x["label"])
    sample.weights, sample.interest = np.zeros((batch, HEADS, LENGTH)), np.zeros((batch, D))
    logits = np.array([sample(w, x, b, longest) for b in range(batch)])
    return logits, np.mean(np.log1p(np.exp(logits)) - x["label"] * logits)


def gradients(w, x, longest):
    found = {}
    for name, array in w.items():
        g = np.zeros_like(array)
        for at in np.ndindex(array.shape):
            if name == "item_embedding.weight" and at[0] not in used(x, "item"):
                continue
            before, step = array[at], 1e-5
            array[at] = before + step
            above = run(w, x, longest)[1]
            array[at] = before - step
            below = run(w, x, longest)[1]
            array[at] = before
            g[at] = (above - below) / (2 * step)
        if name.endswith("embedding.weight"):
            g[0] = 0  # the row of padding is never learnt
        found["grad/" + name] = g
    return found


def used(x, kind):
    return set(x[f"hist_{kind}s"].ravel()) | set(x[f"candidate_{kind}"])


def main():
    x, w = read(INPUTS + "/inputs.safetensors"), weights(np.random.default_rng(61))
    outputs = {}
    for tag, longest in (("read/", False), ("longest/", True)):
        logits, loss = run(w, x, longest)
        outputs[tag + "logit"], outputs[tag + "loss"] = logits, np.array([loss])
        outputs[tag + "prob"] = 1 / (1 + np.exp(-logits))
        outputs[tag + "attn_weights"], outputs[tag + "interest"] = sample.weights.copy(), sample.interest.copy()
        outputs.update({tag + name: g for name, g in gradients(w, x, longest).items()})
    tolerances = {name: max(2e-7, 4e-6 * float(np.abs(a).max())) for name, a in outputs.items()}
    write(CASE + "/weights.safetensors", w)
    write(CASE + "/inputs.safetensors", dict(x))
    write(CASE + "/outputs.safetensors", outputs)
    case = {
        "kind": "hstu-paper",
        "title": "HSTU: pointwise attention with a bias by place and time, a gate, the candidate as the last row",
        "seeds": {"weights": 61},
        "hyper": {
            "item_vocab": 50,
            "cate_vocab": 12,
            "embed_dim": E,
            "width": D,
            "num_heads": HEADS,
            "num_layers": BLOCKS,
            "seq_len": LENGTH,
            "num_buckets": BUCKETS,
            "prediction_hidden": HIDDEN,
            "batch": 8,
        },
        "formula": [
            "sequence = behaviours, oldest first, then the candidate; row i reads rows j <= i. x = W [item ; category] + b.",
            "Q, K and U, V = SiLU of a Linear of LayerNorm(x); a Linear's first half is Q (U), its second K (V).",
            "A[i, j] = SiLU(q_i . k_j / sqrt(d / heads) + place[min(i - j, L)] + time[bucket(t_i - t_j)]) / n.",
            "bucket as in H-bst-paper. n = i + 1 (tag read/) or L + 1 (tag longest/).",
            "x = x + Linear(LayerNorm(A V) * U). logit = Linear(relu(Linear([x of the candidate ; its embedding]))).",
        ],
        "notes": ["attn_weights: of the last layer, the candidate's row over behaviours, 0 at padding; its weight on itself is left out."],
        "verification": "float64; gradients by central differences with a step of 1e-5",
        "tolerances": {"rule": "|x - ref| <= atol for every element", "atol": tolerances},
        "noise_elements": {"tensors": {}},
    }
    with open(CASE + "/case.json", "w") as out:
        json.dump(case, out, indent=1)
        out.write("\n")


main()
