package dev.interestlens.export.onnx;

import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Safetensors;
import dev.interestlens.store.SafetensorsFile;
import dev.interestlens.store.Tensor;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Passes arrays to a process that computes a graph, and back, as safetensors files. */
public final class ArrayFile {
    private ArrayFile() {}

    public static void write(Path file, Map<String, Tensor> arrays) {
        AtomicFile.write(Disk.real(), file, out -> Safetensors.write(out, arrays, Map.of()));
    }

    /** Copies the arrays, so that the file may be deleted. */
    public static Map<String, Tensor> read(Path file) {
        Map<String, Tensor> all = new LinkedHashMap<>();
        try (SafetensorsFile mapped = Safetensors.map(file)) {
            mapped.tensors().forEach((name, tensor) -> {
                ByteBuffer data = tensor.data();
                ByteBuffer copy = ByteBuffer.allocate(data.remaining()).order(data.order());
                copy.put(data).flip();
                all.put(name, new Tensor(tensor.dtype(), tensor.shape(), copy));
            });
        }
        return all;
    }
}
