package dev.interestlens.workspace;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.foreign.ForeignModel;
import dev.interestlens.foreign.Opening;
import dev.interestlens.foreign.onnx.OnnxValidator;
import dev.interestlens.model.ForeignConfig;
import dev.interestlens.model.Scorer;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Sha256;
import dev.interestlens.train.Evaluator;
import dev.interestlens.train.OpenedRun;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.config.DataConfig;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.config.TrainingConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunSums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Runs whose models are given as files. */
public final class ForeignRuns {
    private static final int ROWS = 2000;

    private ForeignRuns() {}

    /** The configuration for opening a model with a data set: the protocol of a training on it where nothing is chosen. */
    public static ExperimentConfig usual(DatasetInfo data) {
        return usual().with(data.usualProtocol());
    }

    /** The same of any log. */
    public static ExperimentConfig usual() {
        return new ExperimentConfig(
                new DataConfig(dev.interestlens.data.protocol.ProtocolConfig.defaults()),
                new ForeignConfig("", "", ""),
                TrainingConfig.defaults());
    }

    /** The samples for its checks. */
    public static SampleSet samples(PreparedDataset data, ExperimentConfig config) {
        return SampleSet.build(data, config.protocol(), config.evaluationSeed());
    }

    /**
     * Saves an opened and examined model in a folder: a copy of its file, the mapping, and the contract.
     *
     * @param begun the folder
     * @param name of the run
     */
    public static void keep(NewRun begun, Opening opening, PreparedDataset data, ExperimentConfig config, String name) {
        Path folder = begun.folder().path();
        Path file = opening.file().path();
        byte[] mapping = opening.mapping().json();
        List<Path> parts = new ArrayList<>();
        try {
            Path checkpoints = Files.createDirectories(begun.folder().checkpoints());
            for (String sibling : OnnxValidator.siblings(file)) {
                parts.add(Files.copy(file.resolveSibling(sibling), checkpoints.resolve(sibling)));
            }
            parts.add(Files.copy(file, checkpoints.resolve(RunSums.MODEL)));
        } catch (IOException e) {
            throw Problem.resource(ForeignRuns.class, "notCopied", file).because(e);
        }
        opening.mapping().write(Disk.real(), folder.resolve(ForeignModel.MAPPING));
        Json.write(
                Disk.real(),
                folder.resolve(ForeignModel.CONTRACT),
                opening.contract().tree());
        begun.describe(Trainer.described(
                name,
                data.folder().toAbsolutePath().normalize(),
                data.info().fingerprint(),
                new ExperimentConfig(
                        config.data(),
                        new ForeignConfig(
                                file.getFileName().toString(),
                                opening.mapping().model().sha256(),
                                Sha256.of(mapping)),
                        config.training())));
        Scorer model = opening.model();
        OpenedRun.note(
                Disk.real(), begun.folder(), parts, model.parameterCount(), measured(model, samples(data, config)));
        begun.begun();
    }

    /** Validation metrics on some rows; null where the model cannot score them. */
    private static JournalEntry.Valid measured(Scorer model, SampleSet samples) {
        int size = samples.size(Part.VALID);
        int step = Math.max(1, size / ROWS / samples.group(Part.VALID)) * samples.group(Part.VALID);
        int group = samples.group(Part.VALID);
        int[] rows = IntStream.range(0, size)
                .filter(row -> row % step < group)
                .limit(ROWS)
                .toArray();
        try {
            float[] logits = model.logits(samples.batch(Part.VALID, rows));
            float[] labels = new float[rows.length];
            int[] users = new int[rows.length];
            for (int i = 0; i < rows.length; i++) {
                labels[i] = samples.sample(Part.VALID, rows[i]).label();
                users[i] = samples.sample(Part.VALID, rows[i]).user();
            }
            return Evaluator.measure(logits, labels, users);
        } catch (ProblemException cannot) {
            return JournalEntry.Valid.none();
        }
    }
}
