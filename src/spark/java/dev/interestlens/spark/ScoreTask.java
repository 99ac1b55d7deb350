package dev.interestlens.spark;

import dev.interestlens.cli.console.ClusterJobs;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.RequestTable;
import dev.interestlens.workspace.score.BatchPrediction;
import dev.interestlens.workspace.score.OnnxScorer;
import dev.interestlens.workspace.score.PairScores;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Scores rows of a file of pairs in the pieces and batches of one machine. One instance is sent to each machine and opens the model and the data set
 * there once, for all of its tasks.
 */
final class ScoreTask implements Serializable {
    private static final long serialVersionUID = 1;

    /** Rows that one task scores: whole pieces. */
    record Rows(long from, long to) implements Serializable {}

    /** A published piece. */
    record Scored(String name, long rows, long unscored) implements Serializable {}

    private final String onnx;
    private final String data;
    private final String pairs;
    private final HashMap<String, String> columns;
    private final String written;
    private final boolean guarded;
    private final SharedFolder shared;
    private transient OnnxScorer scorer;

    ScoreTask(ClusterJobs.Scoring scoring, boolean guarded, SharedFolder shared) {
        this.onnx = scoring.onnx().toAbsolutePath().toString();
        this.data = scoring.data().toAbsolutePath().toString();
        this.pairs = scoring.pairs().toAbsolutePath().toString();
        this.columns = new HashMap<>(scoring.columns());
        this.written = scoring.written();
        this.guarded = guarded;
        this.shared = shared;
    }

    // An executor ends with its process, which closes the model.
    private synchronized OnnxScorer scorer() {
        if (scorer == null) {
            scorer = OnnxScorer.open(Path.of(onnx), Path.of(data));
        }
        return scorer;
    }

    /**
     * Opens the pairs.
     *
     * @param work folder for data that does not fit into memory
     */
    RequestTable table(OnnxScorer model, Path work) {
        String own = model.data().info().times().timed()
                ? model.data().info().origin().settings().getOrDefault("time", "")
                : "";
        return RequestTable.open(Path.of(pairs), RequestTable.columns(columns), written, own, work, Progress.none());
    }

    ArrayList<Scored> score(Rows rows) throws IOException {
        OnnxScorer model = scorer();
        Path work = TaskFiles.folder("score");
        ArrayList<Scored> scored = new ArrayList<>();
        Path piece = work.resolve("piece.csv");
        try (RequestTable table = table(model, work)) {
            long[] row = {rows.from()};
            table.each(rows.from(), rows.to(), BatchPrediction.PIECE, some -> {
                PairScores scores = new PairScores(model, guarded);
                Files.writeString(piece, scores.csv(some, row[0]));
                String name = "scores/" + TaskFiles.name() + "-" + row[0] + ".csv";
                shared.publish(piece, name);
                scored.add(new Scored(name, some.size(), scores.unscored()));
                row[0] += some.size();
            });
            return scored;
        } finally {
            TaskFiles.remove(work);
        }
    }

    /** Everything that the result depends on. */
    List<String> identity() {
        return List.of(onnx, data, pairs, columns.toString(), written);
    }
}
