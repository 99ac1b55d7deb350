package dev.interestlens.export.report;

import dev.interestlens.explain.words.MetricWords;
import dev.interestlens.export.report.page.Document;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.metric.RowMetric;
import dev.interestlens.train.run.JournalEntry.EpochDone;
import java.util.ArrayList;
import java.util.List;

/** One run on one page: learning curve, quality, data and switches. */
public final class RunReport {
    private RunReport() {}

    public static Document of(RunFacts run) {
        Document report = ModelCard.titled("run.title", run);
        ModelCard.quality(report, run);
        report.heading(ReportWords.of("run.learning"));
        if (run.epochs().isEmpty()) {
            report.paragraph(ReportWords.of("run.noEpoch"));
        } else {
            LearningMetric.Figure figure = LearningMetric.figure(List.of(run));
            report.picture(LearningMetric.drawing(List.of(run), figure));
        }
        report.table(epochs(run.epochs()));
        ModelCard.fidelity(report, run);
        ModelCard.data(report, run);
        report.heading(ReportWords.of("facts.switches"))
                .paragraph(ReportWords.of("facts.switchesHelp"))
                .table(RunTables.switches(run, ""));
        return report;
    }

    private static Table epochs(List<EpochDone> epochs) {
        int best = epochs.stream()
                .filter(EpochDone::best)
                .mapToInt(EpochDone::epoch)
                .max()
                .orElse(-1);
        List<List<Cell>> rows = new ArrayList<>();
        for (EpochDone epoch : epochs) {
            List<Cell> cells = new ArrayList<>(
                    List.of(Cell.count(epoch.epoch()).best(epoch.epoch() == best), RunTables.number(epoch.loss())));
            RankingMetric.deciding()
                    .forEach(metric -> cells.add(number(epoch.valid().ranked(metric))));
            RowMetric.ofEpochs()
                    .forEach(metric -> cells.add(number(epoch.valid().row(metric))));
            rows.add(cells);
        }
        List<Phrase> heads = new ArrayList<>(ReportWords.all("run.epoch", "run.loss"));
        RankingMetric.deciding().forEach(metric -> heads.add(LearningMetric.words(metric)));
        RowMetric.ofEpochs().forEach(metric -> heads.add(MetricWords.full(metric)));
        return new Table(Phrase.EMPTY, heads, rows);
    }

    private static Cell number(Double value) {
        return RunTables.number(value == null ? Double.NaN : value);
    }
}
