package dev.interestlens.data;

import dev.interestlens.store.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * A column file mapped into memory, in pieces of 1 GiB since a buffer cannot be larger than 2 GiB. All bytes are compared with their checksums before
 * the first value is returned; a column that is not read costs nothing.
 */
final class MappedColumn {

    private static final int SHIFT = 30;
    private static final long MASK = (1L << SHIFT) - 1;

    private final Path file;
    private final ColumnSum sum;
    private final ByteBuffer[] pieces;
    private final IntBuffer[] ints;
    private boolean checked; // several threads may each check once, with the same result

    private MappedColumn(Path file, ColumnSum sum, ByteBuffer[] pieces) {
        this.file = file;
        this.sum = sum;
        this.pieces = pieces;
        this.ints = Arrays.stream(pieces).map(ByteBuffer::asIntBuffer).toArray(IntBuffer[]::new);
    }

    /** Maps a file that must be of exactly this size. */
    static MappedColumn of(DatasetSums sums, String name, long bytes) {
        Path file = sums.folder().resolve(name);
        ColumnSum sum = sums.of(name);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() != bytes) {
                throw Problem.badInput(MappedColumn.class, "columnSize", file)
                        .with("expected", bytes)
                        .exception("found", channel.size());
            }
            ByteBuffer[] pieces = new ByteBuffer[(int) ((bytes + MASK) >> SHIFT)];
            for (int p = 0; p < pieces.length; p++) {
                long from = (long) p << SHIFT;
                pieces[p] = channel.map(FileChannel.MapMode.READ_ONLY, from, Math.min(bytes - from, MASK + 1))
                        .order(ByteOrder.LITTLE_ENDIAN);
            }
            return new MappedColumn(file, sum, pieces);
        } catch (NoSuchFileException e) {
            throw new Integrity.Damage(name, -1, 0).problem(sums.folder());
        } catch (IOException e) {
            throw Problem.badInput(MappedColumn.class, "column", file)
                    .with("reason", e.getClass().getSimpleName())
                    .exception(e);
        }
    }

    private ByteBuffer[] pieces() {
        requireSound();
        return pieces;
    }

    private IntBuffer[] ints() {
        requireSound();
        return ints;
    }

    private void requireSound() {
        if (!checked) {
            Integrity.Damage damage = damage();
            if (damage != null) {
                throw damage.problem(file.getParent());
            }
            checked = true;
        }
    }

    private Integrity.Damage damage() {
        long size = Arrays.stream(pieces).mapToLong(ByteBuffer::capacity).sum();
        if (size != sum.bytes()) {
            return new Integrity.Damage(sum.name(), -1, size);
        }
        CRC32C crc = new CRC32C();
        long offset = 0;
        for (long expected : sum.blocks()) {
            int length = (int) Math.min(ColumnSum.BLOCK, size - offset); // a piece holds whole blocks
            crc.reset();
            crc.update(pieces[(int) (offset >>> SHIFT)].slice((int) (offset & MASK), length));
            if (crc.getValue() != expected) {
                return new Integrity.Damage(sum.name(), offset, length);
            }
            offset += length;
        }
        return offset == size ? null : new Integrity.Damage(sum.name(), offset, size - offset);
    }

    int intAt(long index) {
        long at = index << 2;
        return pieces()[(int) (at >>> SHIFT)].getInt((int) (at & MASK));
    }

    /** Copies a range; fast where it lies in one piece, as nearly all do. */
    void ints(long first, int[] target, int at, int count) {
        int piece = (int) (first << 2 >>> SHIFT);
        if (count > 0 && (first + count - 1) << 2 >>> SHIFT == piece) {
            ints()[piece].get((int) ((first << 2 & MASK) >> 2), target, at, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            target[at + i] = intAt(first + i);
        }
    }

    /** The same for numbers of eight bytes. */
    void longs(long first, long[] target, int at, int count) {
        for (int i = 0; i < count; i++) {
            target[at + i] = longAt(first + i);
        }
    }

    boolean contains(long first, long end, int value) {
        int piece = (int) (first << 2 >>> SHIFT);
        if (first < end && (end - 1) << 2 >>> SHIFT == piece) {
            IntBuffer values = ints()[piece];
            int to = (int) ((end - 1 << 2 & MASK) >> 2);
            for (int i = (int) ((first << 2 & MASK) >> 2); i <= to; i++) {
                if (values.get(i) == value) {
                    return true;
                }
            }
            return false;
        }
        for (long i = first; i < end; i++) {
            if (intAt(i) == value) {
                return true;
            }
        }
        return false;
    }

    /** Copies whole rows of {@code width} numbers, one after another. */
    void rows(int[] rows, int width, int[] target) {
        int at = 0;
        if (pieces.length == 1) {
            IntBuffer values = ints()[0];
            for (int row : rows) {
                int from = row * width;
                for (int k = 0; k < width; k++) {
                    target[at++] = values.get(from + k);
                }
            }
            return;
        }
        for (int row : rows) {
            for (int k = 0; k < width; k++) {
                target[at++] = intAt((long) row * width + k);
            }
        }
    }

    long longAt(long index) {
        long at = index << 3;
        return pieces()[(int) (at >>> SHIFT)].getLong((int) (at & MASK));
    }

    float floatAt(long index) {
        return Float.intBitsToFloat(intAt(index));
    }

    byte byteAt(long at) {
        return pieces()[(int) (at >>> SHIFT)].get((int) (at & MASK));
    }
}
