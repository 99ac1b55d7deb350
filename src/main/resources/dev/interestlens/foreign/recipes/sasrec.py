# SASRec of pmixer: positions are made by numpy, which cannot be traced; the same in torch, in log2feats:
#   poss = torch.arange(1, log_seqs.shape[1] + 1).unsqueeze(0) * (log_seqs != 0)
# and torch.LongTensor(...) around inputs goes. Histories are padded on the left.
import torch, torch.nn as nn


class Wrapped(nn.Module):
    def __init__(self, model): super().__init__(); self.m = model
    def forward(self, log_seqs, item_indices): return self.m.predict(None, log_seqs, item_indices)


model.eval()                                   # trained model; without this line every Effect is nonsense
example = (torch.ones(3, args.maxlen).long(), torch.ones(3, 1).long())
torch.onnx.export(Wrapped(model).eval(), example, 'model.onnx', input_names=['log_seqs', 'item_indices'],
                  output_names=['logits'], opset_version=14, dynamo=False,
                  dynamic_axes={'log_seqs': {0: 'batch'}, 'item_indices': {0: 'batch', 1: 'candidates'},
                                'logits': {0: 'batch', 1: 'candidates'}})
# interest-lens open model.onnx --data DATA --run RUN --vocabulary item=items.csv     (columns key,id)
