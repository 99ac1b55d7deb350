package dev.interestlens.export.report;

import dev.interestlens.explain.words.MetricWords;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.data.XyData;
import dev.interestlens.figure.paint.XyPainter;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.train.run.JournalEntry.EpochDone;
import java.util.ArrayList;
import java.util.List;

/** The metric of learning curves in a report: the one of the whole catalogue that decides where a journal has it, else AUC. */
public final class LearningMetric {
    private LearningMetric() {}

    /**
     * The value of each epoch.
     *
     * @param id among the figures of an epoch
     */
    record Figure(String id, Text words) {
        private static final Figure AUC = new Figure(RankMetric.AUC.id(), MetricWords.full(RankMetric.AUC));

        /** Null where it is not defined. */
        Double of(EpochDone epoch) {
            return epoch.valid().figures().get(id);
        }
    }

    /** The name of a figure of the whole catalogue, measured on the validation part. */
    public static Text words(RankingMetric metric) {
        return ReportWords.of("run.ranked", "figure", MetricWords.name(metric));
    }

    static Figure figure(List<RunFacts> runs) {
        return figureOf(runs.stream().map(RunFacts::epochs).toList());
    }

    private static Figure figureOf(List<List<EpochDone>> runs) {
        return RankingMetric.deciding().stream()
                .map(metric -> new Figure(metric.id(), words(metric)))
                .filter(figure -> runs.stream().flatMap(List::stream).anyMatch(epoch -> figure.of(epoch) != null))
                .findFirst()
                .orElse(Figure.AUC);
    }

    /** The learning curve of one run. */
    public static Drawing drawing(String name, List<EpochDone> epochs) {
        return drawing(List.of(name), List.of(epochs), figureOf(List.of(epochs)));
    }

    /** The learning curves of runs, one line each. */
    static Drawing drawing(List<RunFacts> runs, Figure figure) {
        return drawing(
                runs.stream().map(RunFacts::name).toList(),
                runs.stream().map(RunFacts::epochs).toList(),
                figure);
    }

    private static Drawing drawing(List<String> names, List<List<EpochDone>> runs, Figure figure) {
        List<XySeries> lines = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            List<EpochDone> epochs = runs.get(i);
            lines.add(new XySeries(
                    Text.same(names.get(i)),
                    epochs.stream().mapToDouble(EpochDone::epoch).toArray(),
                    epochs.stream()
                            .map(figure::of)
                            .mapToDouble(value -> value == null ? Double.NaN : value)
                            .toArray(),
                    i,
                    XySeries.Shape.MARKED_LINE,
                    -1));
        }
        return new XyPainter(new XyData(lines, ReportWords.of("run.epoch"), figure.words(), false, false));
    }
}
