package dev.interestlens.data.source.prepare;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Scratch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an import would make of a source: its columns from some rows, and all its rows by an import into a folder that is removed again.
 *
 * @param preview the columns
 * @param read what was read; empty where the import asks or refuses
 * @param refused why nothing could be read, with what to do
 */
public record Inspection(Preview preview, Optional<DatasetInfo> read, Optional<Problem> refused) {

    /**
     * Inspects a source.
     *
     * @throws dev.interestlens.store.ProblemException if it holds no table, or the inspection was cancelled
     */
    public static Inspection of(List<Path> sources, PrepareOptions options, Progress progress) {
        Preview preview = Preview.of(sources, options);
        try (Scratch scratch = Scratch.create();
                PreparedDataset data =
                        Sources.prepare(sources, options, scratch.folder().resolve("data"), progress)) {
            return new Inspection(preview, Optional.of(data.info()), Optional.empty());
        } catch (ProblemException e) {
            if (e.problem().kind() != Problem.Kind.BAD_INPUT) {
                throw e;
            }
            return new Inspection(preview, Optional.empty(), Optional.of(e.problem()));
        }
    }
}
