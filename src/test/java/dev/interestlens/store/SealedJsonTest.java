package dev.interestlens.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedJsonTest {
    @TempDir
    Path folder;

    record Figures(String name, List<Double> values) {}

    private static final Figures FIGURES = new Figures("é", List.of(0.1, 1e-9));

    @Test
    void aValueComesBackWithoutItsSum() {
        Path file = folder.resolve("figures.json");
        SealedJson.write(Disk.real(), file, FIGURES);
        assertThat(SealedJson.isSealed(file)).isTrue();
        assertThat(Json.tree(file).path("sum").asText()).hasSize(64);
        assertThat(SealedJson.read(file, Figures.class)).isEqualTo(FIGURES);
    }

    @Test
    void whatWasWrittenWithoutASumIsRead() {
        Path file = folder.resolve("older.json");
        Json.write(Disk.real(), file, FIGURES);
        assertThat(SealedJson.isSealed(file)).isFalse();
        assertThat(SealedJson.read(file, Figures.class)).isEqualTo(FIGURES);
    }

    @Test
    void anyFlippedBitIsRefused() throws IOException {
        Path file = folder.resolve("figures.json");
        SealedJson.write(Disk.real(), file, FIGURES);
        byte[] sound = Files.readAllBytes(file);
        for (int at = 0; at < sound.length * Byte.SIZE; at++) {
            byte[] flipped = sound.clone();
            flipped[at / Byte.SIZE] ^= (byte) (1 << at % Byte.SIZE);
            Files.write(file, flipped);
            assertThatThrownBy(() -> SealedJson.read(file, Figures.class))
                    .as("bit %d", at)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.BAD_INPUT));
        }
    }
}
