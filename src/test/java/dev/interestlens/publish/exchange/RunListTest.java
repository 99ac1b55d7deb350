package dev.interestlens.publish.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.store.OutputPath;
import dev.interestlens.testing.ValidFigures;
import dev.interestlens.testing.WrittenRun;
import dev.interestlens.train.run.JournalEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunListTest {
    @TempDir
    Path folder;

    @BeforeEach
    void twoRuns() {
        WrittenRun.of(folder.resolve("runs/din, 1"), "din");
        WrittenRun.of(folder.resolve("runs/dien"), "dien");
    }

    private RunList list() {
        return RunList.of(List.of(folder.resolve("runs")));
    }

    @Test
    void aFolderOfRunsIsListedWithItsBestEpoch() {
        assertThat(list().tree()).hasSize(2).anySatisfy(run -> assertThat(run)
                .containsAllEntriesOf(
                        Map.of("run", "dien", "bestEpoch", 2L, "valid.auc", 0.8, "config.model.id", "dien")));
    }

    @Test
    void itSaysWhoseScoresWereFittedWhereOnlySomeWere() {
        assertThat(list().table().notes()).hasSize(1);
        WrittenRun.of(
                folder.resolve("runs/fitted"),
                "pool",
                List.of(
                        new JournalEntry.Started(WrittenRun.CREATED, 0, 2, 2, 1234, 100, "cpu", 1, "1.0"),
                        new JournalEntry.Calibrated(1, 2, 0.9, 0.1),
                        new JournalEntry.EpochDone(1, 2, 0.65, ValidFigures.of(0.7, 0.68, 0.6), true, 2.5)));
        assertThat(list().table().notes()).hasSize(2);
        assertThat(list().table().notes().get(1).in(Locale.ENGLISH))
                .contains("scores of fitted were fitted")
                .containsPattern("those of (din, 1, dien|dien, din, 1) are as they were learnt");
        assertThat(list().tree())
                .extracting(run -> run.get("run") + " " + run.get("valid.calibrated"))
                .containsExactlyInAnyOrder("fitted true", "dien false", "din, 1 false");
    }

    @Test
    void aSwitchOfOneModelIsEmptyForAnother() {
        assertThat(list().tree())
                .anySatisfy(run ->
                        assertThat(run.get("config.model.auxiliary.weight")).isNotNull())
                .anySatisfy(run ->
                        assertThat(run.get("config.model.auxiliary.weight")).isNull());
    }

    @Test
    void parquetHoldsWhatCsvHolds() throws IOException, SQLException {
        Path csv = written("runs.csv");
        Path parquet = written("runs.parquet");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet found = duck.createStatement()
                        .executeQuery(
                                "SELECT run, \"valid.auc\", \"config.model.id\" FROM '" + parquet + "' ORDER BY run")) {
            assertThat(found.next()).isTrue();
            assertThat(found.getString(1)).isEqualTo("dien");
            assertThat(found.getDouble(2)).isEqualTo(0.8);
            assertThat(found.next()).isTrue();
            assertThat(found.getString(1)).isEqualTo("din, 1");
            assertThat(found.getString(3)).isEqualTo("din");
        }
        assertThat(Files.readAllLines(csv, StandardCharsets.UTF_8))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("\"din, 1\","));
    }

    @Test
    void whatAReaderGetsHasNoSwitches() throws IOException {
        assertThat(Files.readString(written("runs.tex")))
                .contains("\\toprule", "dien", "0.8000")
                .doesNotContain("config.");
    }

    @Test
    void aDamagedRunIsToldAndLeftOut() throws IOException {
        Files.writeString(folder.resolve("runs/dien/run.json"), "{");
        RunList list = list();
        assertThat(list.rows()).hasSize(1);
        assertThat(list.unreadable()).containsExactly(folder.resolve("runs/dien"));
    }

    private Path written(String name) {
        Path file = folder.resolve(name);
        list().write(OutputPath.file(file, OutputPath.Existing.REFUSED), Locale.ENGLISH);
        return file;
    }
}
