package dev.interestlens.workspace;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.foreign.ForeignModel;
import dev.interestlens.model.ForeignConfig;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.Scorer;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.Weights;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.Handover;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Safetensors;
import dev.interestlens.store.SafetensorsFile;
import dev.interestlens.store.Sha256;
import dev.interestlens.train.EpochChoice;
import dev.interestlens.train.Evaluator;
import dev.interestlens.train.MeanWeights;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.RunSums;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run with its data and a model from one of its checkpoints, ready to score and explain; also while it still trains. A checkpoint is compared with
 * its checksum in the journal before it is used. The model's tables stay mapped. For the thread that opens it the engine computes with one thread
 * from then on. Closing frees all of it.
 */
public final class OpenRun implements PairModel {
    /** Arrays of scoring are small: several threads wait for each other, beside other work for minutes. */
    private static final int SCORING_THREADS = 1;

    private final RunFolder folder;
    private final RunDescription description;
    private final PreparedDataset data;
    private final SampleSet samples;
    private final Scorer model;
    private final Path weights;
    private final String weightsSum;
    private final boolean calibrated;

    private OpenRun(
            RunFolder folder,
            RunDescription description,
            PreparedDataset data,
            SampleSet samples,
            Scorer model,
            Path weights,
            String weightsSum,
            boolean calibrated) {
        this.folder = folder;
        this.description = description;
        this.data = data;
        this.samples = samples;
        this.model = model;
        this.weights = weights;
        this.weightsSum = weightsSum;
        this.calibrated = calibrated;
    }

    /** With the best epoch's weights, or the newest state where no epoch is finished. */
    public static OpenRun best(RunFolder folder) {
        return open(folder, null, bestWeights(folder));
    }

    /** With the best weights, on its data set at another place. */
    public static OpenRun best(RunFolder folder, Path dataset) {
        return open(folder, dataset, bestWeights(folder));
    }

    /** With the weights of one of {@link #checkpoints}. */
    public static OpenRun at(RunFolder folder, Path checkpoint) {
        return open(folder, null, checkpoint);
    }

    private static OpenRun open(RunFolder folder, Path otherData, Path weights) {
        RunDescription description = folder.read();
        RunSums sums = folder.sums();
        String sum = sums.require(weights);
        PreparedDataset data = otherData == null ? description.openDataset() : description.openDataset(otherData);
        return Handover.of(data::close, () -> {
            SampleSet samples = SampleSet.build(
                    data, description.config().protocol(), description.config().evaluationSeed());
            ModelInput input = new ModelInput(
                    data.schema(), description.config().protocol().history().maxLength());
            Scorer model;
            if (description.config().model().id().equals(ForeignConfig.ID)) {
                model = ForeignModel.open(folder, data);
            } else {
                TrainedModel.threads(SCORING_THREADS);
                model = model(description, input, weights);
            }
            return new OpenRun(folder, description, data, samples, model, weights, sum, sums.calibrated(weights));
        });
    }

    /** A model with weights whose checksum was compared, or that this process has just written. */
    static TrainedModel model(RunDescription description, ModelInput input, Path weights) {
        try (SafetensorsFile file = Safetensors.map(weights)) {
            return TrainedModel.of(description.config().model(), input, new Weights(file.tensors()));
        }
    }

    /** Only the model as it would have been kept at one of {@link #checkpoints}: its scores compare with the best ones. The caller closes it. */
    public TrainedModel modelAt(Path checkpoint) {
        RunSums sums = folder.sums();
        Path best = bestWeights(folder);
        if (sums.isOfBestStep(checkpoint) && sums.isSound(best)) {
            return model(description, model.input(), best);
        }
        sums.require(checkpoint);
        EpochChoice choice = EpochChoice.at(folder.entries(), RunSums.step(checkpoint));
        try (SafetensorsFile file = Safetensors.map(checkpoint)) {
            return TrainedModel.of(
                    description.config().model(), model.input(), MeanWeights.validated(file.tensors()), choice::give);
        }
    }

    /** Only the best model of another run on the same data; the caller closes it. */
    public Scorer bestModel(RunFolder other) {
        RunDescription theirs = other.read();
        Path best = bestWeights(other);
        other.sums().require(best);
        if (theirs.config().model().id().equals(ForeignConfig.ID)) {
            return ForeignModel.open(other, data);
        }
        return model(
                theirs,
                new ModelInput(
                        data.schema(), theirs.config().protocol().history().maxLength()),
                best);
    }

    private static Path bestWeights(RunFolder folder) {
        folder.read();
        return folder.sums().best().orElseThrow(() -> Problem.badInput(
                        RunDescription.class, "noCheckpoint", folder.path())
                .exception());
    }

    /** States that are in the journal and on the disk, oldest first. */
    public static List<Path> checkpoints(RunFolder folder) {
        return folder.sums().states();
    }

    /** Whether scores were fitted to the validation part after training. */
    public boolean calibrated() {
        return calibrated;
    }

    /** Among how many sampled negatives of a true item a score is its probability: those that the scores were learnt among, or fitted to. */
    public int negativesOfScores() {
        ProtocolConfig.Negatives negatives = samples.config().negatives();
        return calibrated ? negatives.evaluate() : negatives.train();
    }

    public RunFolder folder() {
        return folder;
    }

    /** What a file with its model says of where that comes from; a map of the caller's. */
    public Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("config", ConfigJson.tree(description.config()).toString());
        metadata.put("dataset", data.info().fingerprint());
        metadata.put("run", description.name());
        metadata.putAll(data.info().mark());
        return metadata;
    }

    /**
     * Where something comes from that is measured now.
     *
     * @param what is measured, for instance {@code test #17}
     */
    public Provenance provenance(String what) {
        return new Provenance(
                description().name(),
                ModelCatalog.name(description().config().model().id()),
                data().info().origin().name(),
                data().info().planted().orElse(""),
                what,
                System.currentTimeMillis() / 1000);
    }

    public RunDescription description() {
        return description;
    }

    @Override
    public PreparedDataset data() {
        return data;
    }

    @Override
    public SampleSet samples() {
        return samples;
    }

    /** The same, whose batches hold only what the model reads, for scoring many rows. */
    @Override
    public SampleSet readSamples() {
        return samples.reading(model.choice().orElse(null));
    }

    /**
     * The same with the negatives of validation and test drawn in another way.
     *
     * @param negatives null for those of the protocol
     */
    public SampleSet samples(NegativeKind negatives) {
        ProtocolConfig protocol = description().config().protocol();
        return negatives == null || negatives == protocol.negatives().kind()
                ? samples()
                : SampleSet.build(
                        data(),
                        protocol.withNegatives(negatives),
                        description().config().evaluationSeed());
    }

    public Scorer model() {
        return model;
    }

    /** @throws ProblemException of kind USAGE where the model reads no history of such a length */
    public void requireReads(int length) {
        requireReads(length, model.input().historyLength());
    }

    /**
     * The length.
     *
     * @throws ProblemException of kind USAGE where it is greater than the longest that is read
     */
    public static int requireReads(int length, int longest) {
        if (length > longest) {
            throw Problem.usage(OpenRun.class, "tooLong")
                    .value(String.valueOf(length))
                    .exception("longest", longest);
        }
        return length;
    }

    /** The model where its weights are needed; a problem with the reason where there are none. */
    public TrainedModel trained() {
        return model.trained();
    }

    /** The same model before training; the caller closes it. Empty where it cannot be built. */
    public Optional<Scorer> untrained() {
        return model.can(Scorer.Capability.WEIGHTS)
                ? Optional.of(TrainedModel.untrained(
                        description.config().model(),
                        model.input(),
                        description.config().training().seed()))
                : Optional.empty();
    }

    @Override
    public double[] scores(RawBatch batch) {
        return Evaluator.probabilities(model.logits(batch));
    }

    @Override
    public String identity() {
        return FileAccess.get(() -> Sha256.of(weights));
    }

    /** SHA-256 of that file. */
    public String weightsSum() {
        return weightsSum;
    }

    /** The journal without what was superseded. */
    public List<JournalEntry> entries() {
        return folder.entries();
    }

    @Override
    public void close() {
        model.close();
        data.close();
    }
}
