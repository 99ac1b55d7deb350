package dev.interestlens.data;

import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32C;

/** Completes a folder of columns as a data set: writes the checksums, {@code dataset.json}, and the checksums of both. */
public final class Seal {

    private Seal() {}

    /**
     * @param sums of all columns; {@code rejected.csv} and {@code causes.csv} are added where they are there
     * @param info makes {@code dataset.json} from the fingerprint
     */
    public static void put(Disk disk, Path folder, List<ColumnSum> sums, Function<String, DatasetInfo> info)
            throws IOException {
        List<ColumnSum> all = new ArrayList<>(sums);
        for (String text : List.of(Layout.REJECTED, Layout.CAUSES)) {
            if (Files.exists(folder.resolve(text))) {
                all.add(sum(folder.resolve(text)));
            }
        }
        all.sort(Comparator.comparing(ColumnSum::name));
        byte[] checksums = Json.pretty(new ColumnSum.All(ColumnSum.BLOCK, all)).getBytes(StandardCharsets.UTF_8);
        byte[] json = Json.pretty(info.apply(Sha256.of(checksums))).getBytes(StandardCharsets.UTF_8);
        write(disk, folder.resolve(Layout.CHECKSUMS), checksums);
        write(disk, folder.resolve(Layout.INFO), json);
        String hashes =
                Sha256.of(json) + "  " + Layout.INFO + "\n" + Sha256.of(checksums) + "  " + Layout.CHECKSUMS + "\n";
        write(disk, folder.resolve(Layout.SUMS), hashes.getBytes(StandardCharsets.US_ASCII));
    }

    /** The checksum of an existing file. */
    static ColumnSum sum(Path file) throws IOException {
        List<Long> blocks = new ArrayList<>();
        Sha256 whole = new Sha256();
        long size = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (byte[] block = in.readNBytes(ColumnSum.BLOCK);
                    block.length > 0;
                    block = in.readNBytes(ColumnSum.BLOCK)) {
                CRC32C crc = new CRC32C();
                crc.update(block);
                blocks.add(crc.getValue());
                whole.update(block);
                size += block.length;
            }
        }
        return new ColumnSum(file.getFileName().toString(), size, whole.hex(), blocks);
    }

    private static void write(Disk disk, Path file, byte[] bytes) throws IOException {
        try (Disk.Output out = disk.create(file)) {
            out.write(ByteBuffer.wrap(bytes));
            out.force();
        }
    }
}
