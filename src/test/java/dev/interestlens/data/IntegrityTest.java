package dev.interestlens.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegrityTest {

    private static final int STRIDE = 5;

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void prepare() throws IOException {
        Path log = Files.writeString(
                folder.resolve("log.csv"), "user,item,time,category\na,x,1,k\na,y,2,k\nb,x,1,k\nb,,2,k\nb,z,3,m\n");
        data = folder.resolve("data");
        PrepareOptions options = PrepareOptions.defaults().with("rejectShare", "0.5");
        Sources.prepare(List.of(log), options, data, Progress.none()).close();
    }

    @Test
    void whatWasWrittenIsSound() {
        assertThat(Integrity.check(data, () -> false)).isEmpty();
    }

    @Test
    void everyFlippedByteIsFound() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.toList()) {
                byte[] sound = Files.readAllBytes(file);
                for (int at = 0; at < sound.length; at += STRIDE) {
                    byte[] flipped = sound.clone();
                    flipped[at] ^= 0x10;
                    Files.write(file, flipped);

                    assertThat(Integrity.check(data, () -> false))
                            .as("%s byte %d", file, at)
                            .isNotEmpty();
                }
                Files.write(file, sound);
            }
        }
        assertThat(Integrity.check(data, () -> false)).isEmpty();
    }

    @Test
    void theDamagedBlockIsNamed() throws IOException {
        Path column = data.resolve(Layout.item(Layout.EVENTS));
        byte[] bytes = Files.readAllBytes(column);
        bytes[3] ^= 1;
        Files.write(column, bytes);

        assertThat(Integrity.check(data, () -> false))
                .containsExactly(new Integrity.Damage(Layout.item(Layout.EVENTS), 0, bytes.length));
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        Files.delete(data.resolve(Layout.time(Layout.EVENTS)));

        assertThat(Integrity.check(data, () -> false))
                .containsExactly(new Integrity.Damage(Layout.time(Layout.EVENTS), -1, 0));
    }
}
