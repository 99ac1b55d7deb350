package dev.interestlens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.testing.TinyShop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The button of the first screen that trains on the sample and explains what was trained. A shop of a few users, with the sample's name, stands in
 * for it: to read the real one is a part of {@link JourneyTest}, and to train on it takes minutes and shows the same.
 */
@Tag("thorough")
class TrainedSampleTest {
    @WindowHome
    private Path home;

    @TempDir
    private Path elsewhere;

    @Test
    void theSampleIsTrainedAndOnePredictionExplained() throws Exception {
        Path prepared = TinyShop.prepare(elsewhere, 20);
        Files.move(prepared, Files.createDirectories(home.resolve("datasets")).resolve("sample-data-001"));
        try (OpenWindow window = new OpenWindow(home)) {
            window.press("#home-train");
            window.waitFor(
                    "a sentence with its measurement",
                    () -> List.of("measured", "score").stream().anyMatch(window.text("#sentence")::contains)
                            && window.text("#score").matches("0\\.\\d{3}"));
            String first = window.text("#sentence");
            OpenWindow.fx(() -> {
                TableView<?> table = (TableView<?>) window.find("#table");
                table.getSelectionModel().clearAndSelect(table.getItems().size() / 2);
                return null;
            });
            window.waitFor(
                    "another sentence",
                    () -> !window.text("#sentence").equals(first)
                            && !window.text("#sentence").startsWith("Measuring"));
        }
        assertThat(home.resolve("runs/din-001/journal.log")).exists();
    }
}
