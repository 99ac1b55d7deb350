#!/usr/bin/env python3
"""Loads a bundle's safetensors into plain PyTorch modules, every name at once (strict), and scores its golden rows with them.

    apt-get install python3-torch          (or any PyTorch from 2.0; nothing else is needed)
    reference_weights.py BUNDLE...         folders written by: export --format bundle, of runs with the quick preset

The modules below are what a person would write by hand: nn.Embedding, nn.Linear, nn.GRU, nn.GRUCell, nn.TransformerEncoder. Nothing of the Java
program is used, so that the names, the layouts and the formulas are checked by someone else's code.
"""
import json
import pathlib
import struct
import sys

import torch
import torch.nn as nn
import torch.nn.functional as F

TYPES = {"F32": torch.float32, "F64": torch.float64, "I64": torch.int64}


def safetensors(path):
    data = pathlib.Path(path).read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    header.pop("__metadata__", None)
    body = bytearray(data[8 + length :])
    tensors = {}
    for name, one in header.items():
        begin, end = one["data_offsets"]
        tensors[name] = torch.frombuffer(body[begin:end], dtype=TYPES[one["dtype"]]).reshape(one["shape"])
    return tensors


def mlp(width, hidden):
    layers = []
    for size in hidden:
        layers += [nn.Linear(width, size), nn.ReLU(), nn.Dropout(0.0)]
        width = size
    return nn.Sequential(*layers, nn.Linear(width, 1))


class Base(nn.Module):
    def __init__(self, schema, config):
        super().__init__()
        item, category = schema["itemFields"]
        self.item_embedding = nn.Embedding(item["size"], config["embeddingSize"])
        self.cate_embedding = nn.Embedding(category["size"], config["fieldEmbeddingSize"])
        self.width = config["embeddingSize"] + config["fieldEmbeddingSize"]

    def embed(self, items, categories):
        """A category of several values is their mean; id 0 is padding."""
        if categories.dim() == items.dim():
            categories = categories.unsqueeze(-1)
        real = (categories != 0).float().unsqueeze(-1)
        mean = (self.cate_embedding(categories) * real).sum(-2) / real.sum(-2).clamp(min=1)
        return torch.cat([self.item_embedding(items), mean], -1)

    def forward(self, rows):
        history = self.embed(rows["history_item"], rows["history_category"])
        candidate = self.embed(rows["candidate_item"], rows["candidate_category"])
        return self.score(history, candidate, rows["history_item"] != 0)


class Pool(Base):
    def __init__(self, schema, config, length):
        super().__init__(schema, config)
        self.prediction_net = mlp(2 * self.width, config["head"]["hidden"])

    def score(self, keys, query, mask):
        weights = mask.float() / mask.sum(1, keepdim=True).clamp(min=1)
        return self.prediction_net(torch.cat([(weights.unsqueeze(2) * keys).sum(1), query], 1)).squeeze(1)


def softmax(scores, mask):
    weights = F.softmax(scores.masked_fill(~mask, float("-inf")), 1)
    return torch.nan_to_num(weights)  # an empty history weighs nothing


class Unit(nn.Module):
    def __init__(self, width, hidden, length):
        super().__init__()
        self.net = mlp(4 * width, hidden)
        self.position = nn.Embedding(length, hidden[0])

    def forward(self, query, keys, mask):
        query = query.unsqueeze(1).expand_as(keys)
        x = self.net[0](torch.cat([query, keys, query - keys, query * keys], 2))
        newer = (mask.sum(1, keepdim=True) - 1 - torch.arange(keys.size(1))).clamp(min=0)
        return self.net[1:](x + self.position(newer)).squeeze(2)


class Din(Base):
    def __init__(self, schema, config, length):
        super().__init__(schema, config)
        self.attention_net = Unit(self.width, config["unit"]["hidden"], length)
        self.prediction_net = mlp(2 * self.width, config["head"]["hidden"])

    def score(self, keys, query, mask):
        weights = softmax(self.attention_net(query, keys, mask), mask)
        return self.prediction_net(torch.cat([(weights.unsqueeze(2) * keys).sum(1), query], 1)).squeeze(1)


class Evolution(nn.Module):
    def __init__(self, hidden, width):
        super().__init__()
        self.attention_W = nn.Parameter(torch.zeros(hidden, width))
        self.gru_cell = nn.GRUCell(hidden, hidden)

    def forward(self, states, query, mask):
        weights = softmax((states * F.linear(query, self.attention_W).unsqueeze(1)).sum(2), mask)
        h = torch.zeros(states.size(0), states.size(2))
        for t in range(states.size(1)):
            now = self.gru_cell(states[:, t], h)  # z h + (1 - z) n; attention scales the update gate 1 - z
            a = (weights[:, t] * mask[:, t]).unsqueeze(1)
            h = h + a * (now - h)
        return h


class Dien(Base):
    def __init__(self, schema, config, length):
        super().__init__(schema, config)
        hidden = config["hiddenSize"]
        self.interest_extractor = nn.GRU(self.width, hidden, batch_first=True)
        self.interest_evolution = Evolution(hidden, self.width)
        self.prediction_net = mlp(hidden + self.width, config["head"]["hidden"])

    def score(self, keys, query, mask):
        states, _ = self.interest_extractor(keys)
        interest = self.interest_evolution(states, query, mask)
        return self.prediction_net(torch.cat([interest, query], 1)).squeeze(1)


class Bst(Base):
    def __init__(self, schema, config, length):
        super().__init__(schema, config)
        position, encoder = config["position"], config["encoder"]
        self.position_embedding = nn.Embedding(position["rows"], position["size"])
        self.input_projection = nn.Linear(self.width + position["size"], encoder["width"])
        layer = nn.TransformerEncoderLayer(
            encoder["width"], encoder["heads"], encoder["feedForward"], 0.0, F.leaky_relu, batch_first=True)
        self.transformer_encoder = nn.TransformerEncoder(layer, encoder["blocks"], enable_nested_tensor=False)
        self.prediction_head = mlp(encoder["width"], config["head"]["hidden"])

    def score(self, keys, query, mask):
        newer = (mask.sum(1, keepdim=True) - torch.arange(keys.size(1))).clamp(min=0)  # the candidate's own place is 0
        places = torch.cat([newer, torch.zeros(len(keys), 1, dtype=torch.long)], 1)
        items = torch.cat([keys, query.unsqueeze(1)], 1)
        x = self.input_projection(torch.cat([items, self.position_embedding(places)], 2))
        readable = torch.cat([mask, torch.ones(len(keys), 1, dtype=torch.bool)], 1)
        x = self.transformer_encoder(x, src_key_padding_mask=~readable)
        return self.prediction_head(x[:, -1]).squeeze(1)


def check(folder):
    folder = pathlib.Path(folder)
    read = lambda name: json.loads((folder / name).read_text(encoding="utf-8"))
    bundle, config, golden = read("bundle.json"), read("config.json")["model"], read("golden.json")
    model = dict(pool=Pool, din=Din, dien=Dien, bst=Bst)[config["id"]](bundle["schema"], config, bundle["historyLength"])
    weights = safetensors(folder / "model.safetensors")
    model.load_state_dict(weights, strict=True)
    model.eval()
    rows = {name: torch.tensor(one["ids"]).reshape(one["shape"]) for name, one in golden["inputs"].items()}
    with torch.no_grad():
        scores = torch.sigmoid(model(rows))
    deviation = (scores - torch.tensor(golden["scores"])).abs().max().item()
    print(f"{folder.name}: {len(weights)} arrays by name, {golden['rows']} rows, largest deviation {deviation:.2g}")
    return deviation <= 1e-5


if __name__ == "__main__":
    results = [check(folder) for folder in sys.argv[1:]]
    sys.exit(0 if results and all(results) else 1)
