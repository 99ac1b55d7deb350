package dev.interestlens.export.board;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Records as TensorFlow writes them (TFRecord): the length (8 bytes, little endian), its masked CRC-32C (4), the data, their masked CRC-32C (4). Each
 * record is written at once, so that a reader never sees a part of one.
 */
record RecordStream(OutputStream out) {
    private static final int AROUND = Long.BYTES + 2 * Integer.BYTES;
    private static final int MASK = 0xa282ead8;
    private static final int ROTATED = 15;

    void write(byte[] data) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(AROUND + data.length).order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(data.length);
        record.putInt(masked(record.array(), 0, Long.BYTES));
        record.put(data);
        record.putInt(masked(data, 0, data.length));
        out.write(record.array());
        out.flush();
    }

    /** Masked, so that data that contain checksums can be summed. */
    private static int masked(byte[] bytes, int from, int count) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, count);
        return Integer.rotateRight((int) crc.getValue(), ROTATED) + MASK;
    }
}
