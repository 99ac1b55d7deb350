# torch-rechub: its own exporter, with a history long enough for your data. DIN, BST and DIEN open as they are.
# A DIN without a mask reads padding: use padding_idx=0 in SparseFeature and SequenceFeature, and raw weights.
from torch_rechub.utils.onnx_export import ONNXExporter

model.eval()                                   # trained model; without this line every Effect is nonsense
ONNXExporter(model).export('model.onnx', batch_size=3, seq_length=50, onnx_export_kwargs={'dynamo': False})

# Numbers of items: sklearn's LabelEncoder gives 0 to the first, torch-rechub's examples add 1 for padding.
with open('items.csv', 'w') as out:
    out.write('key,id\n')
    for number, key in enumerate(encoder.classes_, start=1): out.write(f'{key},{number}\n')
# interest-lens open model.onnx --data DATA --run RUN --vocabulary item=items.csv
