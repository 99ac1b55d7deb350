package dev.interestlens.export.torch;

import dev.interestlens.store.DType;
import dev.interestlens.store.Tensor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the pickle of a module for torch: protocol 2, objects of the source's classes, tensors by reference to their storage. */
final class Pickle {
    private static final int FALSE = 0x89;
    private static final int NEW_OBJECT = 0x81;
    private static final int LONG1 = 0x8a;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Tensor> storages = new ArrayList<>();

    private Pickle() {
        bytes(0x80, 2);
    }

    /** A pickle and the tensors that it refers to, by their number. */
    record Pickled(byte[] bytes, List<Tensor> storages) {}

    static Pickled module(ModuleTree root) {
        Pickle pickle = new Pickle();
        pickle.object(root);
        return pickle.end();
    }

    static Pickled tuple(List<Tensor> tensors) {
        Pickle pickle = new Pickle();
        pickle.bytes('(');
        tensors.forEach(pickle::tensor);
        pickle.bytes('t');
        return pickle.end();
    }

    private Pickled end() {
        bytes('.');
        return new Pickled(out.toByteArray(), storages);
    }

    private void object(ModuleTree module) {
        global("__torch__", module.type());
        bytes(')', NEW_OBJECT, '}', '(');
        for (Map.Entry<String, Tensor> tensor : module.tensors().entrySet()) {
            text(tensor.getKey());
            tensor(tensor.getValue());
        }
        text("training");
        bytes(FALSE);
        for (Map.Entry<String, ModuleTree> part : module.modules().entrySet()) {
            text(part.getKey());
            object(part.getValue());
        }
        bytes('u', 'b');
    }

    /** torch._utils._rebuild_tensor_v2(storage, 0, shape, strides, False, OrderedDict()). */
    private void tensor(Tensor tensor) {
        global("torch._utils", "_rebuild_tensor_v2");
        bytes('(', '(');
        text("storage");
        global("torch", tensor.dtype() == DType.I64 ? "LongStorage" : "FloatStorage");
        text(String.valueOf(storages.size()));
        storages.add(tensor);
        text("cpu");
        whole(tensor.elements());
        bytes('t', 'Q');
        whole(0);
        long[] shape = tensor.shape();
        bytes('(');
        for (long extent : shape) {
            whole(extent);
        }
        bytes('t', '(');
        long stride = tensor.elements();
        for (long extent : shape) {
            stride = extent == 0 ? 0 : stride / extent;
            whole(stride);
        }
        bytes('t', FALSE);
        global("collections", "OrderedDict");
        bytes(')', 'R', 't', 'R');
    }

    private void global(String module, String name) {
        bytes('c');
        out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes('X');
        little(utf8.length, 4);
        out.writeBytes(utf8);
    }

    private void whole(long value) {
        if (value == (int) value) {
            bytes('J');
            little(value, 4);
        } else {
            bytes(LONG1, 8);
            little(value, 8);
        }
    }

    private void little(long value, int count) {
        for (int i = 0; i < count; i++) {
            out.write((int) (value >>> 8 * i) & 0xff);
        }
    }

    private void bytes(int... values) {
        for (int value : values) {
            out.write(value);
        }
    }
}
