# Any PyTorch model: ids of candidate (B) and history (B, L), where there is one a mask (B, L) or the length (B).
import torch

model.eval()                                   # trained model; without this line every Effect is nonsense
example = (torch.ones(3).long(), torch.ones(3, 50).long(), torch.ones(3, 50).long())
names = ['candidate_item', 'hist_items', 'hist_mask']       # in the order of forward()
axes = {name: {0: 'batch'} for name in names + ['score']}   # a dynamic first axis, or Effects cannot be measured
torch.onnx.export(model, example, 'model.onnx', input_names=names, output_names=['score'], dynamic_axes=axes,
                  opset_version=14, dynamo=False)
# Mask padding before the softmax or the sum, and let an empty history give zeros.
# interest-lens open model.onnx --data DATA --run RUN --vocabulary item=items.csv     (columns key,id)
