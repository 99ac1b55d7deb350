package dev.interestlens.testing.measurement;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.measurement.Means;
import dev.interestlens.measurement.RunMeasurement;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.StagedProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How many rows have an item that was in the history before: a measurement as CONTRIBUTING tells to add one. */
public final class KnownItems extends RunMeasurement<KnownItems.Settings, KnownItems.Result> {
    private static final int DECIMALS = 3;

    /** @param rows the most rows */
    public record Settings(
            Part part, @Allowed(min = 1, max = 100_000_000) int rows) {}

    /** @param share NaN without rows */
    public record Result(int rows, int known, double share) {}

    @Override
    public String id() {
        return "known";
    }

    @Override
    public String icon() {
        return "fth-repeat";
    }

    @Override
    public Settings usual() {
        return new Settings(Part.TEST, 2000);
    }

    @Override
    public Class<Result> result() {
        return Result.class;
    }

    @Override
    public Result measure(OpenRun run, Settings settings, Means means) {
        new StagedProgress(means.progress()).begin("measure", 0, 1);
        SampleSet samples = run.samples();
        int rows = Math.min(settings.rows(), samples.size(settings.part()));
        int known = 0;
        for (int row = 0; row < rows; row++) {
            known += isKnown(samples, samples.sample(settings.part(), row)) ? 1 : 0;
        }
        return new Result(rows, known, rows == 0 ? Double.NaN : (double) known / rows);
    }

    private static boolean isKnown(SampleSet samples, Sample sample) {
        for (long event = samples.data().firstEvent(sample.user());
                event < samples.data().endEvent(sample.user()) && samples.data().eventTime(event) < sample.time();
                event++) {
            if (samples.data().eventItem(event) == sample.candidate()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public MeasurementReport tell(Map<String, Result> found) {
        List<List<Cell>> lines = new ArrayList<>();
        List<IntervalData.Row> bars = new ArrayList<>();
        Text finding = Text.same("");
        for (Map.Entry<String, Result> each : found.entrySet()) {
            Result result = each.getValue();
            lines.add(List.of(Cell.words(each.getKey()), Cell.number(result.share(), DECIMALS)));
            bars.add(new IntervalData.Row(Text.same(each.getKey()), result.share(), Double.NaN, Double.NaN));
            finding = finding.then(of("found", "run", each.getKey(), "share", Wording.share(result.share())));
        }
        Chart chart = new Chart(id(), words("name"), new IntervalData(bars, DECIMALS), words("about"));
        Panel panel = new Panel(id(), words("name"), List.of(chart), 0, finding);
        Table table = new Table(Phrase.EMPTY, List.of(words("run"), words("name")), lines);
        return new MeasurementReport(
                words("name"), List.of(), List.of(MeasurementReport.Part.of(panel)), List.of(), List.of(table));
    }
}
