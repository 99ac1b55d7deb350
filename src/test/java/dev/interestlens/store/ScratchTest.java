package dev.interestlens.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    /** No process has a number that large. */
    private static final String DEAD = "2147483647 1";

    @TempDir
    Path among;

    private Path left(String name, String... files) throws IOException {
        Path folder = Files.createDirectories(among.resolve(name));
        for (String file : files) {
            Files.writeString(folder.resolve(file), file.equals("lock.owner") ? DEAD : "");
        }
        Files.writeString(Files.createDirectories(folder.resolve("files")).resolve("weights"), "many");
        return folder;
    }

    @Test
    void itGoesWhenItIsClosed() throws IOException {
        try (Scratch scratch = Scratch.create(among)) {
            Files.writeString(scratch.folder().resolve("a"), "a");
        }

        assertThat(among).isEmptyDirectory();
    }

    @Test
    void whatTheKilledLeftGoesWithTheNextOne() throws IOException {
        Path dead = left("interest-lens-scratch-1", "lock", "lock.owner");

        Scratch.create(among).close();

        assertThat(dead).doesNotExist();
    }

    @Test
    void thoseOfTheLivingStay() throws IOException {
        try (Scratch first = Scratch.create(among);
                Scratch second = Scratch.create(among)) {
            assertThat(first.folder()).isNotEqualTo(second.folder()).exists();
        }
    }

    @Test
    void whatThisProgramDidNotMakeStays() throws IOException {
        Path withoutOwner = left("interest-lens-scratch-2", "lock");
        Path otherName = left("interest-lens-notes", "lock", "lock.owner");
        Path target = left("elsewhere", "lock", "lock.owner");
        Path link = Files.createSymbolicLink(among.resolve("interest-lens-scratch-3"), target);

        Scratch.create(among).close();

        assertThat(withoutOwner.resolve("files/weights")).exists();
        assertThat(otherName.resolve("files/weights")).exists();
        assertThat(link.resolve("files/weights")).exists();
    }
}
