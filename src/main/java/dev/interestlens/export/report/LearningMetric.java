package dev.interestlens.export.report;

import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.XyData;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.paint.XyPainter;
import dev.interestlens.train.JournalEntry.EpochDone;
import java.util.ArrayList;
import java.util.List;

/** By what a report shows how runs learned: NDCG@10 over the whole catalogue where a journal has it, else AUC. */
final class LearningMetric {
    private LearningMetric() {}

    /** What is drawn of each epoch. */
    enum Figure {
        NDCG10("run.ndcg"),
        AUC("figure.auc");

        private final String key;

        Figure(String key) {
            this.key = key;
        }

        Text words() {
            return RunTables.word(key);
        }

        /** Null where it is not defined. */
        Double of(EpochDone epoch) {
            return this == NDCG10 ? epoch.valid().ndcg10() : epoch.valid().auc();
        }
    }

    static Figure figure(List<RunFacts> runs) {
        boolean ranked = runs.stream()
                .flatMap(run -> run.epochs().stream())
                .anyMatch(epoch -> epoch.valid().ndcg10() != null);
        return ranked ? Figure.NDCG10 : Figure.AUC;
    }

    /** How runs learned, a line each. */
    static Drawing drawing(List<RunFacts> runs, Figure figure) {
        List<XySeries> lines = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            List<EpochDone> epochs = runs.get(i).epochs();
            lines.add(new XySeries(
                    Text.same(runs.get(i).name()),
                    epochs.stream().mapToDouble(EpochDone::epoch).toArray(),
                    epochs.stream()
                            .map(figure::of)
                            .mapToDouble(value -> value == null ? Double.NaN : value)
                            .toArray(),
                    i,
                    XySeries.Shape.MARKED_LINE,
                    -1));
        }
        return new XyPainter(new XyData(lines, RunTables.word("run.epoch"), figure.words(), false, false));
    }
}
