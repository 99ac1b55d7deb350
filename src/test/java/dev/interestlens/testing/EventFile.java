package dev.interestlens.testing;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads TensorBoard's event files by the letter of the format, with sums computed bit by bit: it shares nothing with what writes them. */
public final class EventFile {
    /** Castagnoli's polynomial, its bits reversed. */
    private static final int POLYNOMIAL = 0x82f63b78;

    private EventFile() {}

    /** One value of one event. */
    public record Value(double wall, long step, String tag, UnknownFieldSet fields) {
        public boolean is(int field) {
            return fields.hasField(field);
        }

        /** Field 2, simple_value. */
        public float scalar() {
            return Float.intBitsToFloat(fields.getField(2).getFixed32List().get(0));
        }

        /** A message within. */
        public UnknownFieldSet message(int field) {
            return parsed(fields.getField(field).getLengthDelimitedList().get(0));
        }
    }

    /** The events of a file. */
    public static List<UnknownFieldSet> events(Path file) throws IOException {
        List<UnknownFieldSet> events = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            byte[] length = new byte[8];
            in.get(length);
            require(masked(length) == in.getInt(), "sum of a length");
            byte[] data = new byte
                    [(int) ByteBuffer.wrap(length)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getLong()];
            in.get(data);
            require(masked(data) == in.getInt(), "sum of data");
            events.add(UnknownFieldSet.parseFrom(data));
        }
        return events;
    }

    /** The values of all summaries of a file. */
    public static List<Value> values(Path file) throws IOException {
        List<Value> values = new ArrayList<>();
        for (UnknownFieldSet event : events(file)) {
            for (ByteString summary : event.getField(5).getLengthDelimitedList()) {
                for (ByteString value : parsed(summary).getField(1).getLengthDelimitedList()) {
                    UnknownFieldSet fields = parsed(value);
                    List<Long> step = event.getField(2).getVarintList();
                    values.add(new Value(real(event, 1), step.isEmpty() ? 0 : step.get(0), text(fields, 1), fields));
                }
            }
        }
        return values;
    }

    public static double real(UnknownFieldSet message, int field) {
        return Double.longBitsToDouble(message.getField(field).getFixed64List().get(0));
    }

    public static String text(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList().get(0).toStringUtf8();
    }

    private static UnknownFieldSet parsed(ByteString bytes) {
        try {
            return UnknownFieldSet.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static int masked(byte[] bytes) {
        int crc = -1;
        for (byte each : bytes) {
            crc ^= each & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc >>> 1 ^ ((crc & 1) == 0 ? 0 : POLYNOMIAL);
            }
        }
        crc = ~crc;
        return (crc >>> 15 | crc << 17) + 0xa282ead8;
    }

    private static void require(boolean holds, String what) throws IOException {
        if (!holds) {
            throw new IOException(what + " is wrong");
        }
    }
}
