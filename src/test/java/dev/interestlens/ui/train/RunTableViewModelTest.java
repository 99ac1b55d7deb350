package dev.interestlens.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.metric.Interval;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Components;
import dev.interestlens.testing.ValidFigures;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.StopReason;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.RunTableState;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class RunTableViewModelTest {
    private final Messages messages = new Messages(Language.ENGLISH);
    private final ObservableList<RunSummary> runs = FXCollections.observableArrayList();
    private final SimpleStringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<RunTableState> kept = new SimpleObjectProperty<>();
    private final RunTableViewModel table = table();

    private RunTableViewModel table() {
        return new RunTableViewModel(
                runs,
                folder -> folder.getFileName().toString(),
                filter,
                kept,
                Background.inline(new ErrorPresenter()),
                messages);
    }

    @Test
    void theTableIsArrangedAsItWasAtTheLastStart() {
        runs.add(run("a", "din", "shop", .2, List.of(), "training.epochs=3"));
        runs.add(run("b", "din", "shop", .3, List.of(), "training.epochs=4"));
        table.hidden().add("auc");
        table.hidden().add("training.epochs");
        table.hidden().remove("created");
        table.groupedProperty().set(true);
        table.sort("ndcg", false);

        RunTableViewModel next = table();
        assertThat(next.hidden()).isEqualTo(table.hidden()).contains("auc", "training.epochs");
        assertThat(next.groupedProperty().get()).isTrue();
        assertThat(next.sortedBy()).isEqualTo("ndcg");
        assertThat(next.isDescending()).isFalse();
    }

    @Test
    void anArrangementThatIsReadLaterIsTakenToo() {
        table.sort("ndcg", false);
        RunTableState state = kept.get();
        kept.set(null);
        RunTableViewModel next = table();
        kept.set(state);
        assertThat(next.sortedBy()).isEqualTo("ndcg");
    }

    private static RunSummary run(
            String name, String family, String data, double ndcg, List<String> tags, String... settings) {
        ExperimentConfig config =
                ExperimentConfig.of(ModelCatalog.family(family).preset(Preset.QUICK));
        for (String setting : settings) {
            config = ConfigJson.set(config, setting);
        }
        JournalEntry.Valid best = Double.isNaN(ndcg)
                ? null
                : ValidFigures.of(
                        0.9,
                        0.8,
                        0.5,
                        ValidFigures.ranked(100, 9000, ndcg, 0.1, new Interval(ndcg - .01, ndcg + .01, .95)),
                        null);
        return new RunSummary(
                new RunFolder(Path.of("runs", name)),
                new RunDescription(name, name.hashCode(), Path.of("data", data), "", "", config),
                RunSummary.Status.ENDED,
                StopReason.COMPLETED,
                new RunSummary.Progress(2, best, 20, 20, 75),
                1,
                best,
                "",
                false,
                new RunLabels("", "note of " + name, tags));
    }

    private void some() {
        runs.setAll(
                run("a", "din", "shop", 0.05, List.of("base"), "training.learningRate=0.01"),
                run("b", "din", "films", 0.07, List.of(), "training.learningRate=0.001"),
                run("c", "bst", "shop", Double.NaN, List.of("base"), "training.learningRate=0.1"));
    }

    private List<String> shown() {
        return table.rows().stream()
                .map(row -> row.isHeading()
                        ? "[" + row.group() + " " + row.size() + "]"
                        : row.run().name())
                .toList();
    }

    private RunColumn column(String key) {
        return table.columnsProperty().get().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLogLossOfFittedScoresIsMarked() {
        RunSummary plain = run("a", "din", "shop", 0.05, List.of());
        RunSummary fitted = Components.of(plain).with("calibrated", true);
        runs.setAll(plain, fitted);
        RunColumn column = column("logLoss");
        assertThat(column.text().apply(plain)).isEqualTo("0.5000");
        assertThat(column.text().apply(fitted)).isEqualTo("0.5000 †");
        assertThat(column.sortKey().apply(fitted)).isEqualTo(0.5);
        assertThat(column.help(new Messages(Language.ENGLISH))).contains("†", "cannot be compared");
        assertThat(column("auc").help(new Messages(Language.ENGLISH))).doesNotContain("†");
    }

    @Test
    void runsAreSortedByAnyColumnAndWhatIsNotKnownStandsLast() {
        some();
        table.sort("ndcg", true);
        assertThat(shown()).containsExactly("b", "a", "c");
        table.sort("ndcg", false);
        assertThat(shown()).containsExactly("a", "b", "c");
        table.sort("training.learningRate", false);
        assertThat(shown()).containsExactly("b", "a", "c");
        table.sort("name", true);
        assertThat(shown()).containsExactly("c", "b", "a");
    }

    @Test
    void theHeadlineStandsWithItsInterval() {
        some();
        assertThat(column("ndcg").text().apply(runs.get(0))).isEqualTo("0.0500 (0.040 to 0.060)");
        assertThat(column("ndcg").text().apply(runs.get(2))).isEqualTo("–");
        assertThat(column("duration").text().apply(runs.get(0))).isEqualTo("75\u00a0s");
    }

    @Test
    void switchesInWhichRunsDifferAreColumns() {
        some();
        List<String> keys =
                table.columnsProperty().get().stream().map(RunColumn::key).toList();
        assertThat(keys).contains("training.learningRate").doesNotContain("training.seed", "model.id");
        assertThat(column("training.learningRate").title()).isEqualTo("Learning rate");
        assertThat(column("training.learningRate").text().apply(runs.get(1))).isEqualTo("0.001");
        assertThat(table.hidden()).doesNotContain("training.learningRate");
        long switches = keys.stream()
                .filter(key -> key.contains(".") && !table.hidden().contains(key))
                .count();
        assertThat(switches).isBetween(1L, 2L);
        runs.remove(2);
        assertThat(table.columnsProperty().get()).extracting(RunColumn::key).contains("training.learningRate");
        runs.remove(1);
        assertThat(table.columnsProperty().get()).extracting(RunColumn::key).doesNotContain("training.learningRate");
    }

    @Test
    void columnsOfLabelsThatNoRunHasTakeNoRoom() {
        some();
        assertThat(table.isBlank(column("note"))).isFalse();
        assertThat(table.isBlank(column("tags"))).isFalse();
        runs.setAll(run("b", "din", "films", 0.07, List.of(), "training.learningRate=0.001"));
        assertThat(table.isBlank(column("tags"))).isTrue();
        assertThat(table.isBlank(column("auc"))).isFalse();
    }

    @Test
    void theFilterAsksForWordsFiguresAndSwitches() {
        some();
        table.sort("name", false);
        filter.set("ndcg>0.06");
        assertThat(shown()).containsExactly("b");
        filter.set("tag=base model=din");
        assertThat(shown()).containsExactly("a");
        filter.set("learningRate>=0.01");
        assertThat(shown()).containsExactly("a", "c");
        filter.set("training.learningrate=0.001");
        assertThat(shown()).containsExactly("b");
        filter.set("\"note of c\"");
        assertThat(shown()).containsExactly("c");
        filter.set("-shop");
        assertThat(shown()).containsExactly("b");
        filter.set("state=completed data:films");
        assertThat(shown()).containsExactly("b");
        filter.set("auc>high");
        assertThat(table.mistakesProperty().get()).hasSize(1);
        assertThat(shown()).hasSize(3);
    }

    @Test
    void runsStandUnderTheirDataSetsWhichCanBeClosed() {
        some();
        table.sort("name", false);
        table.groupedProperty().set(true);
        assertThat(shown()).containsExactly("[films 1]", "b", "[shop 2]", "a", "c");
        table.toggle(table.rows().get(2));
        assertThat(shown()).containsExactly("[films 1]", "b", "[shop 2]");
        assertThat(table.passing()).isEqualTo(3);
        table.toggle(table.rows().get(2));
        table.sort("name", true);
        assertThat(shown()).containsExactly("[films 1]", "b", "[shop 2]", "c", "a");
    }

    @Test
    void thousandsOfRunsAreFilteredSortedAndGrouped() {
        List<RunSummary> many = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            RunSummary made = run("run-" + i, i % 2 == 0 ? "din" : "bst", "data-" + i % 7, i / 1e5, List.of());
            many.add(made);
        }
        runs.setAll(many);
        table.sort("ndcg", true);
        assertThat(shown().subList(0, 2)).containsExactly("run-2999", "run-2998");
        filter.set("model=din ndcg>0.0299");
        assertThat(shown()).hasSize(4);
        filter.set("");
        table.groupedProperty().set(true);
        assertThat(table.rows()).hasSize(3_007);
    }
}
