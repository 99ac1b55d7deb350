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
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A bundle in one file. Unpacking takes only the files of the manifest, up to the given size, below the given folder. */
final class BundleZip {
    private static final LocalDateTime SOME_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    /** The largest compression ratio of a bundle: weights are hardly compressible. */
    private static final long MAX_RATIO = 100;

    private static final byte[] FIRST_ENTRY = {'P', 'K', 3, 4};

    private static final long ALWAYS_FINE = 64L << 20;
    private static final long ROOM_LEFT = 64L << 20;

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

    /**
     * Unpacks the files of the manifest.
     *
     * @throws ProblemException where it is not a bundle, a name occurs twice, a file is missing or longer than in the manifest, or the total size is
     *     implausible for the archive or too large for the disk
     */
    static void unpack(Path archive, Path folder) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            requireDistinct(zip, archive);
            byte[] json = read(zip, archive, BundleManifest.NAME, Bundle.MAX_MANIFEST);
            BundleManifest manifest = Json.read(json, BundleManifest.class, Path.of(BundleManifest.NAME));
            requireBounded(manifest, archive, folder);
            Files.write(folder.resolve(BundleManifest.NAME), json);
            manifest.files()
                    .keySet()
                    .forEach(name ->
                            Bundle.inside(folder, name, archive)); // checked for all files before any is written
            for (Map.Entry<String, Sum> file : manifest.files().entrySet()) {
                Path target = Bundle.inside(folder, file.getKey(), archive);
                Files.createDirectories(target.getParent());
                copy(zip, archive, file.getKey(), file.getValue().bytes(), target);
            }
        } catch (IOException e) {
            throw Problem.badInput(Bundle.class, beginsAsZip(archive) ? "zipDamaged" : "notABundle", archive)
                    .exception(e);
        }
    }

    /** Whether a file that cannot be read as a zip was one: it is cut off, or was changed. */
    private static boolean beginsAsZip(Path archive) {
        try (InputStream in = Files.newInputStream(archive)) {
            return Arrays.equals(in.readNBytes(FIRST_ENTRY.length), FIRST_ENTRY);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Of all files in it. */
    static List<String> names(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .sorted()
                    .toList();
        }
    }

    /** Programs may read different files for a name that occurs twice; some file systems ignore case. */
    private static void requireDistinct(ZipFile zip, Path archive) {
        Set<String> names = new HashSet<>();
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            String name = entries.nextElement().getName();
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw Problem.badInput(Bundle.class, "twice", archive).ofValue(name);
            }
        }
    }

    private static void requireBounded(BundleManifest manifest, Path archive, Path folder) throws IOException {
        long bytes = 0;
        for (Sum sum : manifest.files().values()) {
            bytes = sum.bytes() > Long.MAX_VALUE - bytes ? Long.MAX_VALUE : bytes + sum.bytes();
        }
        long most = Math.max(ALWAYS_FINE, MAX_RATIO * Files.size(archive));
        if (bytes > most || manifest.files().size() > Bundle.MAX_FILES) {
            throw Problem.badInput(Bundle.class, "tooMuch", archive)
                    .with("bytes", bytes)
                    .exception("count", manifest.files().size());
        }
        long free = Files.getFileStore(folder).getUsableSpace();
        if (bytes > free - ROOM_LEFT) {
            throw Problem.resource(Bundle.class, "noRoom", archive)
                    .with("bytes", bytes)
                    .exception("free", free);
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
                    ? Problem.badInput(Bundle.class, "notABundle", archive).exception()
                    : Bundle.missing(archive, name);
        }
        return entry;
    }
}
