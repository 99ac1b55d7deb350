package dev.interestlens.question.five;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.TextBundle;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.data.FigureData;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.metric.Auc;
import dev.interestlens.metric.ScoredSamples;
import dev.interestlens.question.Difference;
import dev.interestlens.train.Evaluator;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.util.Arrays;
import java.util.List;

/** Common parts of the experiments: texts, figures of a run, and pictures of differences. */
final class Measured {
    static final TextBundle WORDS = new TextBundle(Measured.class);

    /** How commands call the program. */
    static final String PROGRAM = "java -jar interest-lens.jar ";

    private Measured() {}

    /** AUC of the test part. */
    static double auc(RunFolder folder) {
        try (OpenRun run = OpenRun.best(folder)) {
            float[] logits = Evaluator.logits(run.model()::logits, run.readSamples(), Part.TEST);
            return Auc.of(ScoredSamples.of(
                            logits,
                            run.samples().labels(Part.TEST),
                            run.samples().users(Part.TEST)))
                    .orNaN();
        }
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** Name of a family. */
    static Text family(String id) {
        return WORDS.of("family." + id);
    }

    static IntervalData.Row row(Text name, Difference difference) {
        return new IntervalData.Row(name, difference.mean(), difference.low(), difference.high());
    }

    /** Means with their intervals as one figure of a question. */
    static Panel intervals(String name, List<IntervalData.Row> rows, int digits, List<Text> seen) {
        return chart(name, new IntervalData(rows, digits), seen);
    }

    /** Differences with their intervals as one figure of a question: those that are shown stand out. */
    static Panel differences(String name, List<IntervalData.Row> rows, int digits, List<Text> seen) {
        return chart(name, new IntervalData(rows, digits).withShown(), seen);
    }

    /**
     * One chart as a figure of a question.
     *
     * @param ofNote names and values of its note
     */
    static Panel chart(String name, FigureData data, List<Text> seen, Object... ofNote) {
        return panel(name, seen, new Chart(name, WORDS.of(name), data, WORDS.of(name + ".note", ofNote)));
    }

    /** One figure of a question with its finding. */
    static Panel panel(String name, List<Text> seen, Picture... pictures) {
        return new Panel(name, WORDS.of(name), List.of(pictures), 0, Wording.sentences(seen));
    }

    /** A sentence about a difference, chosen by its interval. */
    static Text sentence(String key, Difference difference, int digits, Object... values) {
        Object[] all = Arrays.copyOf(values, values.length + 2);
        all[values.length] = "difference";
        all[values.length + 1] = difference.words(digits);
        return WORDS.of(key + difference.verdict().key(), all);
    }
}
