package dev.interestlens.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.testing.TinyShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedDatasetTest {
    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void prepare() {
        data = TinyShop.prepare(folder);
    }

    private void flip(String name, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(data.resolve(name));
        bytes[at] ^= 1;
        Files.write(data.resolve(name), bytes);
    }

    private static void refused(Runnable reading, String file) {
        assertThatThrownBy(reading::run).isInstanceOf(ProblemException.class).satisfies(e -> {
            Problem problem = ((ProblemException) e).problem();
            assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT);
            assertThat(problem.what(Locale.ENGLISH)).contains(file);
            assertThat(problem.fix(Locale.ENGLISH)).contains(data(problem));
        });
    }

    private static String data(Problem problem) {
        return problem.values().get("path");
    }

    @Test
    void aDamagedColumnIsNamedWhenItIsFirstReadAndEachTimeAfter() throws IOException {
        flip("events.item", 5);
        try (PreparedDataset opened = PreparedDataset.open(data)) {
            assertThat(opened.eventTime(0)).as("another column").isPositive();
            int[] items = new int[3];
            refused(() -> opened.eventItems(0, items, 0, 3), "events.item");
            refused(() -> opened.eventItem(9), "events.item");
            refused(() -> opened.contains(0, 9, 2), "events.item");
            assertThat(items).containsOnly(0);
        }
    }

    @Test
    void whatDescribesADataSetIsCheckedWhenItIsOpened() throws IOException {
        for (String name : new String[] {Layout.INFO, Layout.CHECKSUMS, Layout.SUMS}) {
            flip(name, 20);
            refused(() -> PreparedDataset.open(data), name);
            flip(name, 20);
        }
        PreparedDataset.open(data).close();
    }

    @Test
    void lostTitlesAreMissedRatherThanReplacedByKeys() throws IOException {
        Files.delete(data.resolve("items.title.starts"));
        refused(() -> PreparedDataset.open(data), "items.title.starts");
    }
}
