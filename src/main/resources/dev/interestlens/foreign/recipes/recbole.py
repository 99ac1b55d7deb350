# RecBole: a wrapper gives the fields that predict() reads. Categories lie inside the file.
# @PADDED@
import torch, torch.nn as nn, sys


class Wrapped(nn.Module):
    def __init__(self, model, names): super().__init__(); self.m, self.names = model, names
    def forward(self, *values):
        fields = dict(zip(self.names, values))
        if hasattr(self.m, 'NEG_ITEM_SEQ'): fields.setdefault(self.m.NEG_ITEM_SEQ, fields[self.m.ITEM_SEQ])
        return self.m.predict(fields)


model.eval()                                   # trained model; without this line every Effect is nonsense
# only for DIEN: model = unpack(model, [sys.modules[type(model).__module__]])
names = [model.USER_ID, model.ITEM_SEQ, model.ITEM_SEQ_LEN, model.ITEM_ID]
length = config['MAX_ITEM_LIST_LENGTH']
example = (torch.ones(3).long(), torch.ones(3, length).long(), torch.full((3,), length), torch.ones(3).long())
torch.onnx.export(Wrapped(model, names).eval(), example, 'model.onnx', input_names=names, output_names=['score'],
                  dynamic_axes={name: {0: 'batch'} for name in names + ['score']}, opset_version=14, dynamo=False)
with open('items.csv', 'w') as out:            # pandas.factorize: by first appearance, from 1
    out.write('key,id\n')
    for key, number in dataset.field2token_id[model.ITEM_ID].items():
        if key != '[PAD]': out.write(f'{key},{number}\n')
# interest-lens open model.onnx --data DATA --run RUN --vocabulary item=items.csv
