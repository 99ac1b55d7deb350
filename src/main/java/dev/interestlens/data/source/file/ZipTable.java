package dev.interestlens.data.source.file;

import dev.interestlens.store.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** A zip archive with one table in it. */
final class ZipTable {

    private static final int NAMED = 8;
    private static final String OFFICE = "[Content_Types].xml";

    private ZipTable() {}

    static boolean is(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    /** The bytes of the first file in the archive. */
    static InputStream open(InputStream archive) throws IOException {
        ZipInputStream zip = new ZipInputStream(archive);
        ZipEntry entry = zip.getNextEntry();
        while (entry != null && !isFile(entry)) {
            entry = zip.getNextEntry();
        }
        return zip;
    }

    // Files that operating systems add to archives are ignored.
    private static boolean isFile(ZipEntry entry) {
        return !entry.isDirectory()
                && !entry.getName().startsWith("__MACOSX/")
                && !entry.getName().endsWith(".DS_Store");
    }

    /** @throws dev.interestlens.store.ProblemException where it does not hold one table of text */
    static void requireOne(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> files =
                    zip.stream().filter(ZipTable::isFile).toList();
            String names = files.stream().map(ZipEntry::getName).limit(NAMED).collect(Collectors.joining(", "));
            if (files.stream().anyMatch(entry -> entry.getName().equals(OFFICE))) {
                throw Problem.badInput(ZipTable.class, "zipOffice", file).exception();
            }
            if (files.size() != 1) {
                throw Problem.badInput(ZipTable.class, files.isEmpty() ? "zipEmpty" : "zipSeveral", file)
                        .with("count", files.size())
                        .exception("files", names + (files.size() > NAMED ? " …" : ""));
            }
            try (InputStream in = zip.getInputStream(files.get(0))) {
                if (new String(in.readNBytes(4), StandardCharsets.ISO_8859_1).equals("PAR1")) {
                    throw Problem.badInput(ZipTable.class, "zipParquet", file).exception();
                }
            }
        }
    }
}
