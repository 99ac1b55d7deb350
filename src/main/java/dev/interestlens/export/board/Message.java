package dev.interestlens.export.board;

import com.google.protobuf.CodedOutputStream;
import dev.interestlens.store.FileAccess;
import java.io.ByteArrayOutputStream;

/** Builds a protocol buffer field by field, by the field numbers of its definition. */
final class Message {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

    private Message with(FileAccess.Action field) {
        FileAccess.run(field);
        return this;
    }

    Message text(int field, String value) {
        return with(() -> out.writeString(field, value));
    }

    Message bytes(int field, byte[] value) {
        return with(() -> out.writeByteArray(field, value));
    }

    Message message(int field, Message value) {
        return bytes(field, value.written());
    }

    /** An int32, int64 or enum. */
    Message whole(int field, long value) {
        return with(() -> out.writeInt64(field, value));
    }

    Message truth(int field, boolean value) {
        return with(() -> out.writeBool(field, value));
    }

    Message real(int field, double value) {
        return with(() -> out.writeDouble(field, value));
    }

    Message single(int field, float value) {
        return with(() -> out.writeFloat(field, value));
    }

    /** A packed repeated double. */
    Message reals(int field, double[] values) {
        return with(() -> {
            out.writeTag(field, 2);
            out.writeUInt32NoTag(values.length * Double.BYTES);
            for (double value : values) {
                out.writeDoubleNoTag(value);
            }
        });
    }

    byte[] written() {
        with(out::flush);
        return bytes.toByteArray();
    }
}
