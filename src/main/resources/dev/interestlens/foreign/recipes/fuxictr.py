# FuxiCTR: a wrapper gives the features one by one, in the order of the feature map.
# @PADDED@
import torch, torch.nn as nn, sys


class Wrapped(nn.Module):
    def __init__(self, model, names): super().__init__(); self.m, self.names = model, names
    def forward(self, *values): return self.m(dict(zip(self.names, values)))['y_pred']


model.eval()                                   # trained model; without this line every Effect is nonsense
# only for DIEN: model = unpack(model, [sys.modules[type(model).__module__]])
batch = next(iter(data_generator))             # a batch as in training
names = [name for name in model.feature_map.features if name in batch]
example = tuple(batch[name][:3].long() for name in names)
torch.onnx.export(Wrapped(model, names).eval(), example, 'model.onnx', input_names=names, output_names=['y_pred'],
                  dynamic_axes={name: {0: 'batch'} for name in names + ['y_pred']}, opset_version=14, dynamo=False)
# interest-lens open model.onnx --data DATA --run RUN --vocabulary item=feature_vocab.json
