package dev.interestlens.measurement;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.view.MapPanel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.CategoryAttention;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.measurement.fidelity.CategoryMeasure;
import dev.interestlens.measurement.fidelity.Fidelity;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.workspace.OpenRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Attention and first-order effect by category of the candidate and of the behaviour, over many predictions. */
final class CategoriesMeasurement extends RunMeasurement<CategoriesMeasurement.Settings, CategoryAttention> {
    private static final int DECIMALS = 4;

    /** @param samples spread evenly over the part */
    record Settings(
            Part part, @Allowed(min = 1, max = 10_000_000) int samples) {}

    @Override
    public String id() {
        return "categories";
    }

    @Override
    public String icon() {
        return "fth-grid";
    }

    @Override
    public Settings usual() {
        return new Settings(Part.TEST, Fidelity.SAMPLES);
    }

    @Override
    public Class<CategoryAttention> result() {
        return CategoryAttention.class;
    }

    @Override
    public CategoryAttention measure(OpenRun run, Settings settings, Means means) {
        return new CategoryMeasure(run).measure(settings.part(), settings.samples(), means.progress());
    }

    @Override
    public MeasurementReport tell(Map<String, CategoryAttention> found) {
        List<MeasurementReport.Part> parts = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        found.forEach((run, each) -> {
            Panel map = MapPanel.of(each.means(), each.predictions());
            List<HeatMatrix> matrices =
                    map.pictures().stream().map(HeatMatrix.class::cast).toList();
            matrices.forEach(matrix -> parts.add(MeasurementReport.Part.of(new Panel(
                    matrix.name(),
                    of("title", "what", matrix.title(), "run", run),
                    List.of(matrix),
                    0,
                    map.finding().then(highest(matrix))))));
            rows(run, matrices.get(0), matrices.get(1), rows);
        });
        List<Text> heads = Stream.of("run", "candidate", "behaviour", "look", "effect")
                .map(head -> words("head." + head))
                .toList();
        return new MeasurementReport(
                words("name"), List.of(), parts, List.of(), List.of(new Table(Phrase.EMPTY, heads, rows)));
    }

    /** Where a map has its largest number. */
    private Text highest(HeatMatrix matrix) {
        int columns = matrix.columns().size();
        return IntStream.range(0, matrix.values().length)
                .filter(at -> Double.isFinite(matrix.values()[at]))
                .boxed()
                .max((a, b) -> Double.compare(matrix.values()[a], matrix.values()[b]))
                .map(at -> of(
                        "highest",
                        "value",
                        Numerals.fixed(matrix.values()[at], 2),
                        "candidate",
                        matrix.rows().labels().get(at / columns),
                        "behaviour",
                        matrix.columns().labels().get(at % columns)))
                .orElseGet(() -> words("none"));
    }

    /** A line for each pair of categories that occurs. */
    private static void rows(String run, HeatMatrix look, HeatMatrix effect, List<List<Cell>> rows) {
        for (int row = 0; row < effect.rows().size(); row++) {
            for (int column = 0; column < effect.columns().size(); column++) {
                if (Double.isFinite(effect.value(row, column))) {
                    rows.add(List.of(
                            Cell.words(run),
                            Cell.words(effect.rows().labels().get(row)),
                            Cell.words(effect.columns().labels().get(column)),
                            Cell.number(look.value(row, column), DECIMALS),
                            Cell.number(effect.value(row, column), DECIMALS)));
                }
            }
        }
    }
}
