package dev.interestlens.ui.compare;

import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.XySeries.Shape;
import dev.interestlens.figure.data.XyData;
import dev.interestlens.measurement.compare.RunScores;
import dev.interestlens.metric.Calibration;
import dev.interestlens.train.EpochRule;
import dev.interestlens.train.config.TrainingConfig.StopMetric;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.run.RunProgress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** The plots of a comparison; a run has the same colour, dash and marker in all of them. */
record Pictures(CompareViewModel model, Messages messages) {
    XyData losses() {
        List<XySeries> lines = each((folder, style) -> {
            RunProgress run = model.curves().get(folder);
            return run == null
                    ? null
                    : XySeries.smoothed(
                            named(folder), run.records().steps(), run.records().losses(), style);
        });
        return new XyData(lines, words("train.across.STEP"), words("train.loss"), false, false);
    }

    XyData validation() {
        boolean ranked = model.curves().values().stream()
                .flatMap(run -> run.epochs().stream())
                .anyMatch(epoch -> epoch.valid().ndcg10() != null);
        StopMetric metric = ranked ? StopMetric.NDCG10 : StopMetric.AUC;
        List<XySeries> lines = each((folder, style) -> {
            RunProgress run = model.curves().get(folder);
            if (run == null) {
                return null;
            }
            List<JournalEntry.EpochDone> epochs = run.epochs();
            double[] x = new double[epochs.size()];
            double[] y = new double[epochs.size()];
            for (int i = 0; i < x.length; i++) {
                x[i] = epochs.get(i).epoch();
                y[i] = new EpochRule(metric).value(epochs.get(i).valid());
            }
            return new XySeries(named(folder), x, y, style, Shape.MARKED_LINE, run.kept(metric));
        });
        return new XyData(
                lines, words("train.epoch"), words(ranked ? "compare.figure.ndcg10" : "train.auc"), false, false);
    }

    XyData roc() {
        List<XySeries> lines = each((folder, style) -> {
            RunScores scores = model.scores().get(folder);
            return scores == null
                    ? null
                    : new XySeries(
                            named(folder),
                            scores.figures().roc().falsePositives(),
                            scores.figures().roc().truePositives(),
                            style,
                            Shape.LINE,
                            -1);
        });
        return new XyData(lines, words("compare.falsePositives"), words("compare.truePositives"), true, true);
    }

    XyData calibration() {
        List<XySeries> lines = each((folder, style) -> {
            RunScores scores = model.scores().get(folder);
            if (scores == null) {
                return null;
            }
            List<Calibration.Bin> bins = scores.figures().bins();
            return new XySeries(
                    named(folder),
                    bins.stream().mapToDouble(Calibration.Bin::score).toArray(),
                    bins.stream().mapToDouble(Calibration.Bin::positives).toArray(),
                    style,
                    Shape.MARKED_LINE,
                    -1);
        });
        return new XyData(lines, words("compare.predicted"), words("compare.observed"), true, true);
    }

    private Phrase words(String key) {
        return Phrase.same(messages.text(key));
    }

    private Phrase named(RunFolder folder) {
        return Phrase.same(name(folder));
    }

    /** The rows of a scatter plot by series and point: those on which the two runs differ most come first. */
    record Scatter(XyData data, int[][] rows) {}

    /** Scores of one run against another's; empty where they were not measured on the same rows. */
    Scatter scatter(RunFolder across, RunFolder up) {
        RunScores x = model.scores().get(across);
        RunScores y = model.scores().get(up);
        if (x == null || y == null || !x.sharesRowsWith(y)) {
            return new Scatter(XyData.empty(), new int[0][]);
        }
        double[] first = x.scored().scores();
        double[] second = y.scored().scores();
        float[] labels = x.scored().labels();
        int[] sorted = IntStream.range(0, first.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -Math.abs(first[row] - second[row])))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] negatives = IntStream.of(sorted).filter(row -> labels[row] == 0).toArray();
        int[] positives = IntStream.of(sorted).filter(row -> labels[row] == 1).toArray();
        List<XySeries> clouds = List.of(
                cloud(messages.text("explain.notChosen"), negatives, first, second, 0),
                cloud(messages.text("explain.chosen"), positives, first, second, 1));
        return new Scatter(
                new XyData(clouds, named(across), named(up), true, true), new int[][] {negatives, positives});
    }

    private static XySeries cloud(String name, int[] rows, double[] first, double[] second, int style) {
        double[] x = IntStream.of(rows).mapToDouble(row -> first[row]).toArray();
        double[] y = IntStream.of(rows).mapToDouble(row -> second[row]).toArray();
        return new XySeries(Phrase.same(name), x, y, style, Shape.CLOUD, -1);
    }

    private List<XySeries> each(BiFunction<RunFolder, Integer, XySeries> of) {
        List<XySeries> lines = new ArrayList<>();
        List<Integer> styles = model.styles();
        for (int i = 0; i < model.chosen().size(); i++) {
            XySeries line = of.apply(model.chosen().get(i), styles.get(i));
            if (line != null && line.x().length > 0) {
                lines.add(line);
            }
        }
        return lines;
    }

    private String name(RunFolder folder) {
        return model.session().nameOf(folder);
    }
}
