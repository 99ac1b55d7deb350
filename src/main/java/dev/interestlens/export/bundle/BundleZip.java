package dev.interestlens.export.bundle;

import dev.interestlens.export.bundle.BundleManifest.Sum;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A bundle in one file. Unpacking takes only what the manifest lists, up to the size it states, below the folder it is given. */
final class BundleZip {
    private static final LocalDateTime SOME_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int MOST_MANIFEST = 16 << 20;

    private BundleZip() {}

    static void write(Path folder, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            ZipEntry entry = new ZipEntry(folder.relativize(file).toString().replace('\\', '/'));
            entry.setTimeLocal(SOME_TIME);
            zip.putNextEntry(entry);
            Files.copy(file, zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    /** @throws ProblemException where it is no bundle, or a file is missing or longer than the manifest says */
    static void unpack(Path archive, Path folder) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            byte[] json = read(zip, archive, BundleManifest.NAME, MOST_MANIFEST);
            BundleManifest manifest = Json.read(json, BundleManifest.class);
            Files.write(folder.resolve(BundleManifest.NAME), json);
            manifest.files()
                    .keySet()
                    .forEach(name -> Bundle.inside(folder, name, archive)); // all, before any is written
            for (Map.Entry<String, Sum> file : manifest.files().entrySet()) {
                Path target = Bundle.inside(folder, file.getKey(), archive);
                Files.createDirectories(target.getParent());
                copy(zip, archive, file.getKey(), file.getValue().bytes(), target);
            }
        } catch (IOException e) {
            throw Problem.badInput(Bundle.class, "notABundle")
                    .file(archive)
                    .cause(e)
                    .exception();
        }
    }

    private static byte[] read(ZipFile zip, Path archive, String name, int most) throws IOException {
        try (InputStream in = zip.getInputStream(entry(zip, archive, name))) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw Bundle.damaged(archive, name);
            }
            return bytes;
        }
    }

    private static void copy(ZipFile zip, Path archive, String name, long bytes, Path target) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = bytes;
        try (InputStream in = zip.getInputStream(entry(zip, archive, name));
                OutputStream out = Files.newOutputStream(target)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                left -= count;
                if (left < 0) {
                    throw Bundle.damaged(archive, name);
                }
                out.write(buffer, 0, count);
            }
        }
    }

    private static ZipEntry entry(ZipFile zip, Path archive, String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw name.equals(BundleManifest.NAME)
                    ? Problem.badInput(Bundle.class, "notABundle").file(archive).exception()
                    : Bundle.missing(archive, name);
        }
        return entry;
    }
}
