package dev.interestlens.cli.console;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.recommend.Recommendation;
import dev.interestlens.store.OutputPath;
import dev.interestlens.workspace.score.BatchPrediction;
import dev.interestlens.workspace.score.BatchRecommendation;
import dev.interestlens.workspace.score.BatchRecommendation.At;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Jobs that a program running on a cluster can do; on a single machine there are none. */
public interface ClusterJobs {

    /**
     * Pairs to be scored, with the model and the data.
     *
     * @param written how times are written
     */
    record Scoring(Path onnx, Path data, Path pairs, Map<String, String> columns, String written) {}

    /** @param table whose rows are read instead of files; empty for none */
    PreparedDataset prepare(
            List<String> sources, String table, PrepareOptions options, OutputPath target, Progress progress);

    BatchPrediction.Result score(Scoring scoring, OutputPath target, Progress progress);

    /**
     * Lists of recommendations to be made.
     *
     * @param data the data set of the run, which all machines see
     * @param users a file of their keys; null for all of the data set
     */
    record Recommending(Path run, Path data, Path users, At at, Recommendation.Wish wish, Locale language) {}

    BatchRecommendation.Result recommend(Recommending wanted, OutputPath target, Progress progress);
}
