"""Golden vectors of OneTrans by NumPy in double precision: one sequence of behaviours, user's numbers and the candidate's fields, one sample at a time;
gradients by central differences. Run in the folder of the golden cases: python3 L-onetrans-paper/onetrans.py"""

import json
import math
import struct

import numpy as np

CASE, INPUTS = "L-onetrans-paper", "H-bst-paper"
E, D, HEADS, BLOCKS, FEED, LENGTH, BUCKETS, HIDDEN = 4, 8, 2, 2, 6, 10, 40, 6
FIELDS = [("user_profile0", 1), ("user_profile1", 1), ("candidate_item", E), ("candidate_category", E)]
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
        return random.uniform(-scale, scale, shape)

    w, f = {}, len(FIELDS)

    def shared(name, inner, outer):
        w[name + ".weight"], w[name + ".bias"] = some(outer, inner), some(outer)

    def fields(name, inner, outer):
        w[name + ".weight"], w[name + ".bias"] = some(f, inner, outer), some(f, outer)

    w["item_embedding.weight"], w["cate_embedding.weight"] = some(50, E, scale=1), some(12, E, scale=1)
    w["item_embedding.weight"][0] = 0
    w["cate_embedding.weight"][0] = 0
    shared("onetrans.input", 2 * E, D)
    for name, width in FIELDS:
        shared("onetrans.token." + name, width, D)
    for i in range(BLOCKS):
        n = f"onetrans.{i}."
        for norm_ in ("norm", "feed.norm"):
            w[n + norm_ + ".weight"] = 1 + some(D)
        for each in ("attention_query", "attention_key", "value") if i < BLOCKS - 1 else ("attention_key", "value"):
            shared(n + each, D, D)
        for each in ("attention_fields_query", "attention_fields_key", "fields_value"):
            fields(n + each, D, D)
        w[n + "attention_place"], w[n + "attention_time"] = some(LENGTH + 1, HEADS), some(BUCKETS, HEADS)
        shared(n + "output", D, D)
        if i < BLOCKS - 1:
            shared(n + "feed.inner", D, FEED)
            shared(n + "feed.outer", FEED, D)
        fields(n + "feed.fields_inner", D, FEED)
        fields(n + "feed.fields_outer", FEED, D)
    w["onetrans.norm.weight"] = 1 + some(D)
    shared("prediction_net.0", f * D + 2 * E, HIDDEN)
    shared("prediction_net.3", HIDDEN, 1)
    return {name: array.astype(np.float32).astype(np.float64) for name, array in w.items()}


ERF = np.frompyfunc(math.erf, 1, 1)


def gelu(x):
    return 0.5 * x * (1 + ERF(x / math.sqrt(2)).astype(float))


def norm(x, gamma):
    return x / np.sqrt((x * x).mean(-1, keepdims=True) + EPSILON) * gamma


def linear(w, name, x):
    return x @ w[name + ".weight"].T + w[name + ".bias"]


def own(w, name, x):
    return np.stack([x[f] @ w[name + ".weight"][f] + w[name + ".bias"][f] for f in range(len(x))])


def mixed(w, shared, fields, x, n):
    """Of behaviours by the shared matrix, of each field by its own; zeros for behaviours that have none."""
    of_fields = own(w, fields, x[n:])
    return np.concatenate([linear(w, shared, x[:n]) if shared + ".weight" in w else np.zeros((n, of_fields.shape[1])), of_fields])


def bias(w, p, n, f, times):
    """For each who asks and who is read, (h, n + f, n + f): the places and times of behaviours; none of a field."""
    b = np.zeros((HEADS, n + f, n + f))
    for asking in range(n + f):
        later = min(asking, n)  # the candidate's place, where a field asks
        for at in range(min(asking + 1, n)):
            bits = int(max(0, times[later] - times[at])).bit_length()
            b[:, asking, at] = w[p + "attention_place"][min(later - at, LENGTH)]
            b[:, asking, at] += w[p + "attention_time"][min(bits, BUCKETS - 1)]
    return b


def sample(w, x, b):
    n, f = int(x["hist_mask"][b].sum()), len(FIELDS)
    items, cates = x["hist_items"][b, :n], x["hist_cates"][b, :n]
    times = np.append(x["hist_times"][b, :n], x["candidate_time"][b])
    raw = np.concatenate([w["item_embedding.weight"][items], w["cate_embedding.weight"][cates]], 1)
    item = w["item_embedding.weight"][x["candidate_item"][b]]
    category = w["cate_embedding.weight"][x["candidate_cate"][b]]
    given = [x["user_profile"][b, :1], x["user_profile"][b, 1:], item, category]
    tokens = [linear(w, "onetrans.token." + name, each) for (name, _), each in zip(FIELDS, given)]
    rows = np.concatenate([linear(w, "onetrans.input", raw), tokens])
    hidden = np.triu(np.full((n + f, n + f), -np.inf), 1)
    c = D // HEADS
    for i in range(BLOCKS):
        p = f"onetrans.{i}."
        normed = norm(rows, w[p + "norm.weight"])
        q = mixed(w, p + "attention_query", p + "attention_fields_query", normed, n)
        k = mixed(w, p + "attention_key", p + "attention_fields_key", normed, n)
        v = mixed(w, p + "value", p + "fields_value", normed, n)
        places, gathered = bias(w, p, n, f, times), np.zeros((n + f, D))
        for h in range(HEADS):
            part = slice(h * c, (h + 1) * c)
            scores = q[:, part] @ k[:, part].T / math.sqrt(c) + places[h] + hidden
            a = np.exp(scores - scores.max(1, keepdims=True))
            a /= a.sum(1, keepdims=True)
            gathered[:, part] = a @ v[:, part]
            sample.fields[b, i, h, :, :n] = a[n:, :n]
            sample.fields[b, i, h, :, LENGTH:] = a[n:, n:]
        attended = rows + linear(w, p + "output", gathered)
        inner = gelu(mixed(w, p + "feed.inner", p + "feed.fields_inner", norm(attended, w[p + "feed.norm.weight"]), n))
        rows = attended + mixed(w, p + "feed.outer", p + "feed.fields_outer", inner, n)
    interest = norm(rows[n:], w["onetrans.norm.weight"]).ravel()
    sample.interest[b] = interest
    inner = np.maximum(0, linear(w, "prediction_net.0", np.concatenate([interest, item, category])))
    return float(linear(w, "prediction_net.3", inner)[0])


def run(w, x):
    batch, f = len(x["label"]), len(FIELDS)
    sample.fields, sample.interest = np.zeros((batch, BLOCKS, HEADS, f, LENGTH + f)), np.zeros((batch, f * D))
    logits = np.array([sample(w, x, b) for b in range(batch)])
    return logits, np.mean(np.log1p(np.exp(logits)) - x["label"] * logits)


def gradients(w, x):
    found = {}
    for name, array in w.items():
        g = np.zeros_like(array)
        for at in np.ndindex(array.shape):
            if name == "item_embedding.weight" and at[0] not in used(x, "item"):
                continue
            before, step = array[at], 1e-5
            array[at] = before + step
            above = run(w, x)[1]
            array[at] = before - step
            below = run(w, x)[1]
            array[at] = before
            g[at] = (above - below) / (2 * step)
        if name.endswith("embedding.weight"):
            g[0] = 0  # the row of padding is never learnt
        found["grad/" + name] = g
    return found


def used(x, kind):
    return set(x[f"hist_{kind}s"].ravel()) | set(x[f"candidate_{kind}"])


def main():
    random = np.random.default_rng(62)
    x, w = dict(read(INPUTS + "/inputs.safetensors")), weights(random)
    x["user_profile"] = random.uniform(-1, 1, (len(x["label"]), 2)).astype(np.float32)
    logits, loss = run(w, x)
    outputs = {"logit": logits, "loss": np.array([loss]), "prob": 1 / (1 + np.exp(-logits))}
    outputs["interest"] = sample.interest.copy()
    for i in range(BLOCKS):
        outputs[f"fields{i}"] = sample.fields[:, i].copy()
    outputs["attn_weights"] = sample.fields[:, -1, :, 2:, :LENGTH].mean(2)
    outputs.update(gradients(w, x))
    tolerances = {name: max(2e-7, 4e-6 * float(np.abs(a).max())) for name, a in outputs.items()}
    write(CASE + "/weights.safetensors", w)
    write(CASE + "/inputs.safetensors", x)
    write(CASE + "/outputs.safetensors", outputs)
    case = {
        "kind": "onetrans-paper",
        "title": "OneTrans: behaviours, numbers of the user and the candidate's fields in one causal transformer",
        "seeds": {"weights": 62},
        "hyper": {
            "item_vocab": 50,
            "cate_vocab": 12,
            "embed_dim": E,
            "width": D,
            "num_heads": HEADS,
            "num_layers": BLOCKS,
            "feed_forward": FEED,
            "seq_len": LENGTH,
            "num_buckets": BUCKETS,
            "prediction_hidden": HIDDEN,
            "batch": 8,
        },
        "formula": [
            "sequence = behaviours, oldest first, then the tokens profile0, profile1, item, category; token i reads tokens j <= i.",
            "Token of a behaviour: W [item ; category] + b. Token of a field: a Linear of its own.",
            "Z = X + Linear(A V), Y = Z + FFN(RMSNorm(Z)), RMSNorm(x) = g x / sqrt(mean(x^2) + 1e-5), FFN = Linear, GELU, Linear.",
            "Q, K, V of RMSNorm(X). Q, K, V and FFN of behaviours are shared; a field f has its own: x W[f] + b[f], W [field, in, out].",
            "A = softmax over j <= i of q_i . k_j / sqrt(d / heads) + b_ij; b_ij = place[min(i - j, L)] + time[bucket(t_i - t_j)] of behaviours j,",
            "where every field stands at the candidate's place n and time; 0 where j is a field. bucket as in H-bst-paper.",
            "logit = Linear(relu(Linear([RMSNorm of the last layer's fields, side by side ; item ; category]))).",
        ],
        "notes": [
            "fieldsN: weights of layer N, [batch, head, field, L behaviours then fields], 0 at padding.",
            "attn_weights: the mean of the last layer's two tokens of the candidate over behaviours.",
        ],
        "verification": "float64; gradients by central differences with a step of 1e-5",
        "tolerances": {"rule": "|x - ref| <= atol for every element", "atol": tolerances},
        "noise_elements": {"tensors": {}},
    }
    with open(CASE + "/case.json", "w") as out:
        json.dump(case, out, indent=1)
        out.write("\n")


main()
