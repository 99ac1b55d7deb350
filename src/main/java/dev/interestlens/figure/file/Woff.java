package dev.interestlens.figure.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks a web font (WOFF 1.0): the tables of the TrueType font in it, each of which is deflated where that makes it smaller. */
final class Woff {
    private static final int HEADER = 44;
    private static final int ENTRY = 20;
    private static final int SFNT_HEADER = 12;
    private static final int SFNT_ENTRY = 16;

    private Woff() {}

    /** The bytes of the TrueType font. */
    static byte[] unpack(byte[] woff) {
        ByteBuffer in = ByteBuffer.wrap(woff);
        if (in.getInt(0) != 0x774F4646) {
            throw new IllegalArgumentException("no web font");
        }
        int tables = in.getShort(12);
        int power = Integer.highestOneBit(tables);
        ByteBuffer directory = ByteBuffer.allocate(SFNT_HEADER + SFNT_ENTRY * tables)
                .putInt(in.getInt(4))
                .putShort((short) tables)
                .putShort((short) (16 * power))
                .putShort((short) Integer.numberOfTrailingZeros(power))
                .putShort((short) (16 * (tables - power)));
        ByteArrayOutputStream bodies = new ByteArrayOutputStream();
        for (int i = 0; i < tables; i++) {
            int entry = HEADER + ENTRY * i;
            byte[] table = table(woff, in.getInt(entry + 4), in.getInt(entry + 8), in.getInt(entry + 12));
            directory
                    .putInt(in.getInt(entry))
                    .putInt(in.getInt(entry + 16))
                    .putInt(directory.capacity() + bodies.size())
                    .putInt(table.length);
            bodies.writeBytes(table);
            bodies.writeBytes(new byte[-table.length & 3]);
        }
        return ByteBuffer.allocate(directory.capacity() + bodies.size())
                .put(directory.array())
                .put(bodies.toByteArray())
                .array();
    }

    private static byte[] table(byte[] woff, int offset, int packed, int length) {
        byte[] table = new byte[length];
        if (packed == length) {
            System.arraycopy(woff, offset, table, 0, length);
            return table;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(woff, offset, packed);
            int done = 0;
            while (done < length) {
                int read = inflater.inflate(table, done, length - done);
                if (read == 0) {
                    throw new IllegalArgumentException("a table of the web font ends early");
                }
                done += read;
            }
            return table;
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("a table of the web font is damaged", e);
        } finally {
            inflater.end();
        }
    }
}
