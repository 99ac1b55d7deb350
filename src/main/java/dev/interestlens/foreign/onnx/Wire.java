package dev.interestlens.foreign.onnx;

import dev.interestlens.store.DType;
import dev.interestlens.store.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How requests and answers of {@link GraphHost} and {@link GraphChild} are written. */
final class Wire {
    /** Opens a variant: number, outputs, cuts, tables with another padding. */
    static final int OPEN = 1;

    /** Computes: number of the variant, requested outputs, arrays. Answered by arrays. */
    static final int RUN = 2;

    /** Computes everything inside: arrays. Answered by a {@link Probed} each. */
    static final int PROBE = 3;

    static final int DONE = 0;

    /** Followed by the runtime's message. */
    static final int REFUSED = 1;

    private Wire() {}

    interface Writer {
        void to(DataOutputStream out) throws IOException;
    }

    static byte[] bytes(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writer.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a stream in memory cannot fail
        }
        return bytes.toByteArray();
    }

    static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    static void names(DataOutputStream out, List<String> names) throws IOException {
        out.writeInt(names.size());
        for (String name : names) {
            out.writeUTF(name);
        }
    }

    static List<String> names(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            names.add(in.readUTF());
        }
        return names;
    }

    static void arrays(DataOutputStream out, Map<String, Tensor> arrays) throws IOException {
        out.writeInt(arrays.size());
        for (Map.Entry<String, Tensor> each : arrays.entrySet()) {
            out.writeUTF(each.getKey());
            Tensor array = each.getValue();
            out.writeByte(array.dtype().ordinal());
            shape(out, array.shape());
            ByteBuffer data = array.data();
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    static Map<String, Tensor> arrays(DataInputStream in) throws IOException {
        int count = in.readInt();
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            DType type = DType.values()[in.readByte()];
            long[] shape = shape(in);
            arrays.put(name, new Tensor(type, shape, ByteBuffer.wrap(in.readNBytes(in.readInt()))));
        }
        return arrays;
    }

    static void shape(DataOutputStream out, long[] shape) throws IOException {
        out.writeInt(shape.length);
        for (long extent : shape) {
            out.writeLong(extent);
        }
    }

    static long[] shape(DataInputStream in) throws IOException {
        long[] shape = new long[in.readInt()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = in.readLong();
        }
        return shape;
    }
}
