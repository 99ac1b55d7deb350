package dev.interestlens.train;

import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.nn.RowTable;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Safetensors;
import dev.interestlens.store.SafetensorsFile;
import dev.interestlens.store.Tensor;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Item embeddings of a finished run as the start of another: a sequence model learns them in a tenth of the time.
 *
 * @param mayGoOn asked before each batch; it may wait, and false ends the work
 * @param trial the first steps of the run from a start, where it is not clear which is better
 */
record ItemStart(
        RunDescription run,
        SampleSet samples,
        BooleanSupplier mayGoOn,
        Consumer<JournalEntry> journal,
        ItemPretraining.Trial trial) {
    /** Copies them into a new model, if they are configured: returns the tables that hold them; empty where a person stopped it. */
    Optional<List<RowTable>> give(CtrModel model) {
        String from = run.config().training().start().itemEmbeddingsFrom();
        if (ModelCatalog.ids().contains(from)) { // trained before the run begins
            return new ItemPretraining(samples, run.config().training().seed(), mayGoOn, journal, trial)
                    .give(model, ModelCatalog.family(from));
        }
        if (from.isEmpty()) {
            return Optional.of(List.of());
        }
        copy(Path.of(from), model);
        return Optional.of(List.of(model.embeddings().item()));
    }

    private void copy(Path from, CtrModel model) {
        RunFolder other = new RunFolder(from);
        Path weights = other.checkpoints().resolve("best.safetensors");
        if (!other.read().fingerprint().equals(run.fingerprint()) || !Files.exists(weights)) {
            throw Problem.usage(ItemStart.class, "noItemStart", from).exception();
        }
        RowTable table = model.embeddings().item();
        try (SafetensorsFile file = Safetensors.map(weights)) {
            Tensor start = file.tensors().get(table.name());
            if (start == null || start.shape()[1] != table.width() || start.shape()[0] != table.rows()) {
                throw Problem.usage(ItemStart.class, "itemStartWidth", from)
                        .with("width", start == null ? 0 : start.shape()[1])
                        .exception("wanted", table.width());
            }
            System.arraycopy(start.floats(), 0, table.values(), 0, table.values().length);
        }
    }
}
