package dev.interestlens.cli.console;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** What {@code --data} means: a prepared data set, or a source that is prepared first. */
public final class DataArgument {
    private DataArgument() {}

    /** @throws dev.interestlens.store.ProblemException of kind USAGE for the folder of a run, whose files are no log; it names the run's data set */
    public static void requireSource(Path source) {
        RunFolder run = new RunFolder(source);
        if (run.exists()) {
            throw Problem.usage(DataArgument.class, "runAsSource", source)
                    .exception("data", run.read().dataset());
        }
    }

    /**
     * The folder of the data set; a source is prepared into {@code target} first.
     *
     * @param prepared tells what became of a source
     * @throws ProblemException where the source cannot be prepared without a setting; that {@code interest-lens prepare} takes it is told first
     */
    public static Path dataset(
            Console console, Path data, Path target, Progress progress, Consumer<DatasetInfo> prepared) {
        if (Files.exists(data.resolve("dataset.json"))) {
            return data.toAbsolutePath().normalize();
        }
        requireSource(data);
        try (PreparedDataset made = Sources.prepare(List.of(data), PrepareOptions.defaults(), target, progress)) {
            prepared.accept(made.info());
        } catch (ProblemException e) {
            if (e.problem().kind() == Problem.Kind.BAD_INPUT) {
                console.say("prepare.first", data);
            }
            throw e;
        }
        return target.toAbsolutePath().normalize();
    }
}
