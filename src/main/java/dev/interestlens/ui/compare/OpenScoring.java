package dev.interestlens.ui.compare;

import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.explain.words.Text;
import dev.interestlens.measurement.compare.RunScores;
import dev.interestlens.measurement.compare.SharedRows;
import dev.interestlens.measurement.quality.RankingEvaluation;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.train.run.RunFolder;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The model and the rows that are open, measured in pieces. On the engine's thread only; rows stay open for the next run on them. */
final class OpenScoring implements AutoCloseable {
    private static final int ROWS = 256;

    private SharedRows rows;
    private SharedRows.Scoring scoring;
    private RankingEvaluation ranking;
    private Key open;
    private Key openRows;

    /** One run with its best weights, on the rows of another; negatives are null where the protocol says how they are drawn. */
    record Key(RunFolder rows, NegativeKind negatives, RunFolder run, String weights) {
        private boolean hasRowsOf(Key other) {
            return other != null && rows.equals(other.rows) && negatives == other.negatives;
        }
    }

    /** A part of the work: its share that is done, −1 where that is not known, and the result, null before the end. */
    record Piece<T>(double fraction, T result) {}

    record Times(RunScores.Latency latency, List<Text> notes) {}

    /** Opens a run in place of what is open. */
    Key open(Key key) {
        if (!key.equals(open)) {
            closeRun();
            if (!key.hasRowsOf(openRows)) {
                close();
                rows = key.negatives() == null ? SharedRows.of(key.rows()) : SharedRows.of(key.rows(), key.negatives());
                openRows = key;
            }
            scoring = rows.open(key.run());
            open = key;
        }
        return key;
    }

    Piece<RunScores.Raw> score() {
        boolean rest = scoring.more(ROWS);
        return new Piece<>(scoring.fraction(), rest ? null : scoring.finish());
    }

    Piece<CatalogueRanking> rank(BooleanSupplier interrupted) {
        ranking = ranking == null ? scoring.ranking() : ranking;
        boolean rest = ranking.more(interrupted);
        return new Piece<>(ranking.fraction(), rest ? null : ranking.result());
    }

    Piece<Times> time() {
        return new Piece<>(-1, scoring.time() ? null : new Times(scoring.latency(), scoring.notes()));
    }

    private void closeRun() {
        if (ranking != null) {
            ranking.close();
            ranking = null;
        }
        if (scoring != null) {
            scoring.close();
            scoring = null;
            open = null;
        }
    }

    @Override
    public void close() {
        closeRun();
        if (rows != null) {
            rows.close();
            rows = null;
            openRows = null;
        }
    }
}
