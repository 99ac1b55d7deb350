package dev.interestlens.export.report;

import dev.interestlens.explain.Text;
import dev.interestlens.train.JournalEntry.EpochDone;
import java.util.List;

/** By what a report shows how runs learned: NDCG@10 over the whole catalogue where a journal has it, else AUC. */
final class Learning {
    private Learning() {}

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
}
