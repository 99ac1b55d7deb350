# DeepCTR-Torch: one float matrix X whose columns are all features; the columns are read off the file.
# @PADDED@
import torch, deepctr_torch.models.dien as dien

model.eval()                                   # trained model; without this line every Effect is nonsense
# only for DIEN with gru_type='AGRU', 'AUGRU' or 'AIGRU':
# model = unpack(model, [dien])

X = torch.zeros(3, max(end for _, end in model.feature_index.values()))
for name, (begin, end) in model.feature_index.items():
    X[:, begin:end] = 1                        # any real row will do; lengths and ids of at least 1
torch.onnx.export(model, (X,), 'model.onnx', input_names=['X'], output_names=['y_pred'],
                  dynamic_axes={'X': {0: 'batch'}, 'y_pred': {0: 'batch'}}, opset_version=14, dynamo=False)
# interest-lens open model.onnx --data DATA --run RUN --vocabulary item=items.csv     (columns key,id)
