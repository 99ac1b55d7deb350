# AGRU and AUGRU use PackedSequence, which cannot be exported. The same arithmetic with padded tensors and lengths,
# equal to the original for histories that are padded on the right; every history needs at least one behaviour.
import torch, torch.nn as nn


class Padded:
    def __init__(self, data, lengths): self.data, self.lengths = data, lengths
    def mask(self): return torch.arange(self.data.size(1))[None, :] < self.lengths[:, None]
    def __iter__(self): return iter((self, None, None, None))


def pack(x, lengths, batch_first=False, enforce_sorted=True): return Padded(x, lengths)


def pad(packed, batch_first=False, padding_value=0.0, total_length=None):
    mask = packed.mask()
    while mask.dim() < packed.data.dim(): mask = mask[..., None]
    return torch.where(mask, packed.data, torch.zeros_like(packed.data) + padding_value), packed.lengths


def last(out, lengths):
    at = (lengths.clamp(min=1) - 1)[:, None, None].expand(-1, 1, out.size(2))
    return out.gather(1, at)[:, 0]


class Gru(nn.Module):
    def __init__(self, gru): super().__init__(); self.gru = gru
    def forward(self, packed, h=None):
        out, _ = self.gru(packed.data)
        return Padded(out, packed.lengths), last(out, packed.lengths)[None]


class Dynamic(nn.Module):
    def __init__(self, cell, width, pair): super().__init__(); self.cell, self.width, self.pair = cell, width, pair
    def forward(self, packed, att, h=None):
        x, a = packed.data, att.data
        h, outs = x.new_zeros(x.size(0), self.width), []
        for t in range(x.size(1)):
            h = torch.where((packed.lengths > t)[:, None], self.cell(x[:, t], h, a[:, t]), h)
            outs.append(h)
        out = Padded(torch.stack(outs, 1), packed.lengths)
        return (out, h) if self.pair else out


def unpack(model, modules):
    """modules: those whose source imports pack_padded_sequence"""
    for module in modules: module.pack_padded_sequence, module.pad_packed_sequence = pack, pad
    def walk(parent):
        for name, child in list(parent.named_children()):
            if isinstance(child, nn.GRU): setattr(parent, name, Gru(child))
            elif type(child).__name__ in ('DynamicGRU', 'DynamicRNN'):
                cell = getattr(child, 'rnn', None) or child.gru_cell
                setattr(parent, name, Dynamic(cell, child.hidden_size, hasattr(child, 'gru_cell')))
            else: walk(child)
    walk(model)
    return model


