package dev.interestlens.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicFileTest {

    @TempDir
    Path folder;

    @Test
    void theSumIsThatOfTheFile() throws IOException {
        Path file = folder.resolve("new").resolve("file");
        byte[] content = new byte[200_000];
        content[123_456] = 1;

        String sum = AtomicFile.write(Disk.real(), file, out -> out.write(content));

        assertThat(file).hasBinaryContent(content);
        assertThat(sum).isEqualTo(Sha256.of(content)).isEqualTo(Sha256.of(file));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theOldFileSurvivesWhicheverOperationFails(boolean forGood) throws IOException {
        IntFunction<FaultyDisk> faulty = forGood ? FaultyDisk::failingFrom : FaultyDisk::failingOnce;
        int failures = 0;
        for (int n = 1; ; n++) {
            Path file = folder.resolve("file-" + n);
            Files.writeString(file, "old");
            FaultyDisk disk = faulty.apply(n);
            try {
                AtomicFile.write(disk, file, out -> out.write("new and longer".getBytes(StandardCharsets.UTF_8)));
            } catch (ProblemException e) {
                failures++;
                assertThat(e.problem().kind()).isEqualTo(Problem.Kind.RESOURCE);
                assertThat(e.problem().text(Locale.ENGLISH)).contains("file-" + n, "7 bytes are free");
                assertThat(Files.readString(file)).isIn("old", "new and longer");
                continue;
            }
            assertThat(disk.failed()).isFalse();
            assertThat(Files.readString(file)).isEqualTo("new and longer");
            break;
        }
        assertThat(failures).isEqualTo(7); // folder, create, write, force, close, move, force the folder
    }

    @Test
    void theReasonIsThatOfTheFileSystem() {
        Path file = folder.resolve("x.csv");
        IOException none = new NoSuchFileException(file.toString());
        IOException forbidden = new FileSystemException(file.toString(), null, "Operation not permitted");

        assertThat(said(file, none)).contains("x.csv: no file can be made in " + folder);
        assertThat(said(folder.resolve("gone/x.csv"), none)).contains("gone is not there");
        assertThat(said(file, forbidden)).contains("You may not write x.csv");
    }

    private static String said(Path file, IOException cause) {
        return AtomicFile.writeFailed(Disk.real(), file, Long.MAX_VALUE, cause)
                .problem()
                .text(Locale.ENGLISH);
    }

    @Test
    void aFailedWriteLeavesNoTemporaryFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");

        assertThatThrownBy(() -> AtomicFile.write(FaultyDisk.failingOnce(4), file, out -> out.write(1)))
                .isInstanceOf(ProblemException.class);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void bytesThatDidNotArriveAreNoticed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        Disk forgetful = new ForgetfulDisk();

        assertThatThrownBy(() -> AtomicFile.write(forgetful, file, out -> out.write(new byte[100])))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("differ from those written");

        assertThat(file).hasContent("old");
    }

    /** Says that it has written what it has not. */
    private static final class ForgetfulDisk implements Disk {
        private final Disk disk = Disk.real();

        @Override
        public Output create(Path file) throws IOException {
            Output output = disk.create(file);
            output.write(ByteBuffer.allocate(99));
            return new Output() {
                @Override
                public void write(ByteBuffer bytes) {}

                @Override
                public void force() throws IOException {
                    output.force();
                }

                @Override
                public long size() throws IOException {
                    return output.size();
                }

                @Override
                public void truncate(long size) throws IOException {
                    output.truncate(size);
                }

                @Override
                public void close() throws IOException {
                    output.close();
                }
            };
        }

        @Override
        public Output append(Path file) throws IOException {
            return disk.append(file);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            disk.move(from, to);
        }

        @Override
        public void forceFolder(Path folder) throws IOException {
            disk.forceFolder(folder);
        }

        @Override
        public void delete(Path path) throws IOException {
            disk.delete(path);
        }

        @Override
        public void createFolders(Path folder) throws IOException {
            disk.createFolders(folder);
        }

        @Override
        public long freeBytes(Path path) throws IOException {
            return disk.freeBytes(path);
        }
    }
}
