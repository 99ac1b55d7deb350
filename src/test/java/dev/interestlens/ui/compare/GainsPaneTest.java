package dev.interestlens.ui.compare;

import static dev.interestlens.ui.control.Stages.WORDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.measurement.Findings;
import dev.interestlens.measurement.Measurements;
import dev.interestlens.measurement.gate.Examples;
import dev.interestlens.measurement.gate.Gate;
import dev.interestlens.measurement.gate.GateWords;
import dev.interestlens.metric.GroupTest;
import dev.interestlens.model.config.Preset;
import dev.interestlens.testing.Hand;
import dev.interestlens.testing.ValidFigures;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.run.Children;
import dev.interestlens.ui.common.run.JobRunner;
import dev.interestlens.ui.common.run.MeasurementViewModel;
import dev.interestlens.ui.control.Stages;
import dev.interestlens.ui.control.chart.IntervalPlot;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class GainsPaneTest {
    private static final JournalEntry EPOCH =
            new JournalEntry.EpochDone(1, 10, 0.6, ValidFigures.of(0.7, 0.7, 0.6), true, 90);

    @TempDir
    Path folder;

    private final Gate gate = gate();
    private GainsPane pane;

    @Start
    void start(Stage stage) {
        Session session = new Session();
        session.runs().setAll(run("now", 1), run("new", 2));
        CompareViewModel compared = new CompareViewModel(session, null, Background.inline(new ErrorPresenter()));
        compared.choose(List.copyOf(session.runs()));
        MeasurementViewModel<Gate> measured = new MeasurementViewModel<>(
                session,
                Background.inline(new ErrorPresenter()),
                new JobRunner(new Children(null, null, null, null, session, null, WORDS)),
                null,
                Measurements.GATE);
        GainsViewModel model = new GainsViewModel(compared, measured, null);
        measured.measured()
                .put(model.together().orElseThrow(), new Findings.Found<>("now, new", "now, new", Map.of(), gate));
        pane = new GainsPane(model, WORDS, user -> {});
        Stages.show(stage, pane, 900, 900);
    }

    private RunSummary run(String name, long created) {
        ExperimentConfig config = ExperimentConfig.preset("din", Preset.QUICK);
        return RunSummary.of(
                new RunFolder(folder.resolve(name)),
                new RunDescription(name, created, Path.of("/data/shop"), "shop", "test", config),
                List.of(EPOCH),
                false);
    }

    private static Gate gate() {
        List<Gate.Group> groups = IntStream.range(0, 12)
                .mapToObj(i -> {
                    GroupTest.Found found = new GroupTest.Found(100, -0.01, -1, 1, -0.05, 0.03, 0.04);
                    GroupTest.Found heights = new GroupTest.Found(100, -0.2, -3, 1, -0.4, -0.1, 0.2);
                    Text name = Text.same("group " + i);
                    return new Gate.Group(i == 0 ? "all" : "length", name, name, 0.1, found, heights, i == 1);
                })
                .toList();
        return new Gate(
                new Gate.Runs("now", "new", 0),
                Gate.Terms.DEFAULT,
                Gate.Answer.UNKNOWN,
                100,
                3,
                0,
                groups,
                new Gate.Churn(0.3, Double.NaN),
                new Examples(List.of(), List.of()));
    }

    @Test
    void moreGroupsStayWhereTheFirstAreAndTheMethodIsBelowThem() throws Exception {
        Node plot = pane.lookup(".scroll-pane");
        double first = at(plot).getMinY();
        assertThat(method().isVisible()).isFalse();
        new Hand().click(pane.lookup(".toggle-button"));
        assertThat(at(plot).getMinY()).isEqualTo(first);
        assertThat(at(method()).getMinY()).isGreaterThanOrEqualTo(at(plot).getMaxY());
    }

    @Test
    void aGroupThatIsNamedByItsRanksIsDrawnWithTheirInterval() {
        List<IntervalPlot> plots = pane.lookupAll(".interval-plot").stream()
                .map(IntervalPlot.class::cast)
                .toList();
        IntervalData.Row drawn = plots.get(1).dataProperty().get().rows().get(0);
        assertThat(drawn.name().in(Locale.ENGLISH)).isEqualTo("group 1");
        assertThat(drawn.low()).isCloseTo(100 * (Math.exp(0.1) - 1), within(1e-9));
        assertThat(drawn.high()).isCloseTo(100 * (Math.exp(0.4) - 1), within(1e-9));
        assertThat(plots.get(0).dataProperty().get().rows().get(1).name().in(Locale.ENGLISH))
                .isEqualTo("group 1 · named by ranks × 1.22 [1.11, 1.49]");
    }

    private Label method() {
        String basis = new GateWords(gate).basis().in(Locale.ENGLISH);
        return pane.lookupAll(".note").stream()
                .map(Label.class::cast)
                .filter(label -> label.getText().endsWith(basis))
                .findFirst()
                .orElseThrow();
    }

    private static Bounds at(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
