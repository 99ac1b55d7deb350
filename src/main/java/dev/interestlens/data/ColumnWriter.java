package dev.interestlens.data;

import dev.interestlens.store.Disk;
import dev.interestlens.store.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Writes one little-endian column and computes a checksum of each block. */
public final class ColumnWriter extends ColumnOutput {

    private final String name;
    private final Disk.Output file;
    private final Sha256 sum = new Sha256();
    private final List<Long> blocks = new ArrayList<>();
    private long bytes;

    public ColumnWriter(Disk disk, Path folder, String name) throws IOException {
        super(ColumnSum.BLOCK);
        this.name = name;
        this.file = disk.create(folder.resolve(name));
    }

    public void put(byte[] values) throws IOException {
        int from = 0;
        while (from < values.length) {
            room(1);
            int count = Math.min(block.remaining(), values.length - from);
            block.put(values, from, count);
            from += count;
        }
    }

    /** Bytes so far. */
    public long bytes() {
        return bytes + block.position();
    }

    @Override
    void flush() throws IOException {
        block.flip();
        bytes += block.remaining();
        sum.update(block);
        CRC32C crc = new CRC32C();
        crc.update(block.duplicate());
        blocks.add(crc.getValue());
        file.write(block);
        block.clear();
    }

    /** Writes the rest and forces it to the device. */
    public ColumnSum finish() throws IOException {
        if (block.position() > 0) {
            flush();
        }
        file.force();
        return new ColumnSum(name, bytes, sum.hex(), blocks);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
