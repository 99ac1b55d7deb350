package dev.interestlens.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedLibraryRoomTest {
    private final UnpackedLibrary library = new UnpackedLibrary("Some library", 1, Pattern.compile("none"));

    @TempDir
    private Path folder;

    @Test
    void nothingIsLoadedWhereThereIsNoRoomAndTheNextTryMaySucceed() {
        AtomicInteger tries = new AtomicInteger();
        Path missing = folder.resolve("missing");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> library.load(missing, tries::incrementAndGet))
                .satisfies(e -> assertThat(e.problem().text(Locale.ENGLISH))
                        .contains("Some library", missing.toString(), "1 MB", "No such file or directory"));
        assertThat(tries).hasValue(0);
        assertThat(library.<Integer, RuntimeException>load(folder, tries::incrementAndGet))
                .isEqualTo(1);
    }

    @Test
    void aLibraryThatDoesNotRunHereIsAProblemWithItsReason() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> library.load(folder, () -> {
                    throw new ExceptionInInitializerError(new IOException("GLIBC_9 not found"));
                }))
                .satisfies(e -> assertThat(e.problem().text(Locale.ENGLISH)).contains("GLIBC_9 not found"));
    }

    @Test
    void theFirstFolderWithRoomIsTakenAndLeftAsItWas() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Path good = Files.createDirectory(folder.resolve("good"));
        assertThat(UnpackedLibrary.withRoom(List.of(file, folder.resolve("missing"), good, folder), 1))
                .contains(good);
        assertThat(UnpackedLibrary.withRoom(List.of(file), 1)).isEmpty();
        assertThat(good).isEmptyDirectory();
    }
}
