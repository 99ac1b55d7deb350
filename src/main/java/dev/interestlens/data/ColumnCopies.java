package dev.interestlens.data;

import dev.interestlens.store.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Copies the columns of a data set into another folder, each compared with its checksum. */
public final class ColumnCopies {
    private ColumnCopies() {}

    /**
     * @param without names of columns that are not copied
     * @return the checksums of the copies
     * @throws dev.interestlens.store.ProblemException naming the first column that is damaged
     */
    public static List<ColumnSum> copy(Path dataset, Path folder, Set<String> without, Disk disk) throws IOException {
        List<ColumnSum> sums = new ArrayList<>();
        for (ColumnSum column : DatasetSums.open(dataset).columns()) {
            if (without.contains(column.name())) {
                continue;
            }
            Path copy = folder.resolve(column.name());
            bytes(disk, dataset.resolve(column.name()), copy);
            if (!Seal.sum(copy).equals(column)) {
                throw new Integrity.Damage(column.name(), -1, column.bytes()).problem(dataset);
            }
            sums.add(column);
        }
        return sums;
    }

    private static void bytes(Disk disk, Path from, Path to) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(ColumnSum.BLOCK);
        try (SeekableByteChannel in = Files.newByteChannel(from);
                Disk.Output out = disk.create(to)) {
            while (in.read(block) >= 0) {
                block.flip();
                out.write(block);
                block.clear();
            }
            out.force();
        }
    }
}
