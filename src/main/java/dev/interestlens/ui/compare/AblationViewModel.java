package dev.interestlens.ui.compare;

import dev.interestlens.measurement.compare.Ablation;
import dev.interestlens.measurement.compare.AblationTable;
import dev.interestlens.measurement.compare.Verdict;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.family.AblationVariant;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.config.TrainingConfig;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.run.MeasurementViewModel;
import dev.interestlens.ui.common.run.TrainingRunner;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.workspace.QueuedRun;
import dev.interestlens.workspace.RunCommand;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;

/** Trains the ablations of the papers as one batch of queued runs, and summarises the results. */
final class AblationViewModel {
    private final Session session;
    private final TrainingRunner trainings;
    private final Background background;
    private final Messages messages;
    private final MeasurementViewModel<?> worth;
    private final LatestRequest summing = new LatestRequest();
    private final ObjectProperty<Ablation> ablation =
            new SimpleObjectProperty<>(this, "ablation", Ablation.published().get(0));
    private final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(this, "preset", Preset.QUICK);
    private final IntegerProperty seeds = new SimpleIntegerProperty(this, "seeds", 1);
    private final ObservableSet<String> left = FXCollections.observableSet();
    private final ObservableList<String> batches = FXCollections.observableArrayList();
    private final ObjectProperty<String> batch = new SimpleObjectProperty<>(this, "batch");
    private final ReadOnlyObjectWrapper<AblationTable> table = new ReadOnlyObjectWrapper<>(this, "table");
    private final BooleanBinding canStart;

    /** @param worth measures what the variants of a batch are worth */
    AblationViewModel(
            Session session,
            TrainingRunner trainings,
            Background background,
            Messages messages,
            MeasurementViewModel<?> worth) {
        this.session = session;
        this.trainings = trainings;
        this.background = background;
        this.messages = messages;
        this.worth = worth;
        canStart = Bindings.createBooleanBinding(
                () -> session.dataProperty().get() != null
                        && planned().size() > 1
                        && session.wrongEntries().all().isEmpty()
                        && !session.readOnlyProperty().get(),
                session.dataProperty(),
                session.wrongEntries().all(),
                session.readOnlyProperty(),
                ablation,
                preset,
                left);
        Changes.call(left::clear, ablation);
        Changes.call(this::findBatches, session.runs(), session.queue());
        Changes.call(this::sum, batch);
        left.addListener((SetChangeListener<String>) change -> {
            if (left.contains(AblationVariant.FULL)) {
                left.remove(AblationVariant.FULL);
            }
        });
        findBatches();
    }

    ObjectProperty<Ablation> ablationProperty() {
        return ablation;
    }

    ObjectProperty<Preset> presetProperty() {
        return preset;
    }

    /** How many seeds each variant is trained with. */
    IntegerProperty seedsProperty() {
        return seeds;
    }

    /** Ids of variants that are left out. */
    ObservableSet<String> left() {
        return left;
    }

    /** Tags of the batches there are, the newest first. */
    ObservableList<String> batches() {
        return batches;
    }

    ObjectProperty<String> batchProperty() {
        return batch;
    }

    /** How far the batch is, or null. */
    ReadOnlyObjectProperty<AblationTable> tableProperty() {
        return table.getReadOnlyProperty();
    }

    MeasurementViewModel<?> worth() {
        return worth;
    }

    BooleanBinding canStart() {
        return canStart;
    }

    /** The experiment being configured; the batch uses what was set by hand there. */
    ReadOnlyObjectProperty<ExperimentConfig> draftProperty() {
        return session.draftProperty();
    }

    /** How the full model is trained, and every variant. */
    TrainingConfig training() {
        return full().training();
    }

    /** The full model with the training of its preset; what was set by hand in the draft, of whatever family, is kept. */
    private ExperimentConfig full() {
        ExperimentConfig draft = session.draftProperty().get();
        return draft.moved(RunCommand.nearest(draft), ablation.get().family(), preset.get());
    }

    /** The variants, after the full model of this preset. */
    List<AblationVariant> variants() {
        ExperimentConfig full = full();
        return ablation.get().variants().stream()
                .filter(variant -> variant.id().equals(AblationVariant.FULL)
                        || !Ablation.config(variant, full, preset.get()).equals(full))
                .toList();
    }

    /** The name of a variant of a family's ablation. */
    String name(String family, String variant) {
        return messages.family(family, "ablation." + variant, messages.family(family));
    }

    private List<AblationVariant> planned() {
        return variants().stream()
                .filter(variant -> !left.contains(variant.id()))
                .toList();
    }

    /** Number of runs that a start would queue. */
    int runCount() {
        return planned().size() * seeds.get();
    }

    /** What the batch takes, by the last training of its full model on this data; empty where it was not trained. */
    OptionalDouble seconds() {
        OpenDataset data = session.dataProperty().get();
        ExperimentConfig full = Verdict.withSeed(full(), 0);
        return data == null
                ? OptionalDouble.empty()
                : session.runs().stream()
                        .filter(run -> run.status() == RunSummary.Status.ENDED
                                && run.description()
                                        .fingerprint()
                                        .equals(data.info().fingerprint())
                                && Verdict.withSeed(run.description().config(), 0)
                                        .equals(full))
                        .mapToDouble(run -> runCount() * run.progress().seconds())
                        .findFirst();
    }

    /** Queues the batch, seed by seed, so that the first comparison comes early. */
    void start() {
        String tag = freeTag(ablation.get().family());
        trainings.queue(runs(session.dataProperty().get().folder(), tag));
        batches.add(0, tag);
        batch.set(tag);
    }

    /** The runs of a batch, in the order in which they are trained. */
    List<QueuedRun.Wanted> runs(Path dataset, String tag) {
        ExperimentConfig full = full();
        List<QueuedRun.Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < seeds.get(); i++) {
            long seed = full.training().seed() + i;
            for (AblationVariant variant : planned()) {
                String name = name(ablation.get().family(), variant.id());
                wanted.add(new QueuedRun.Wanted(
                        dataset,
                        Verdict.withSeed(Ablation.config(variant, full, preset.get()), seed),
                        new RunLabels(
                                seeds.get() == 1 ? name : name + " · " + seed, "", AblationTable.tags(tag, variant))));
            }
        }
        return wanted;
    }

    private String freeTag(String family) {
        int number = 1;
        while (batches.contains(AblationTable.PREFIX + family + "-" + number)) {
            number++;
        }
        return AblationTable.PREFIX + family + "-" + number;
    }

    private void findBatches() {
        Set<String> found = new HashSet<>();
        List<String> ordered = Stream.concat(
                        session.queue().stream().map(run -> run.wanted().labels()),
                        session.runs().stream().map(RunSummary::labels))
                .flatMap(labels -> AblationTable.batchOf(labels).stream())
                .filter(found::add)
                .toList();
        if (!found.equals(new HashSet<>(batches)) && !ordered.isEmpty()) {
            String before = batch.get();
            batches.setAll(ordered);
            batch.set(ordered.contains(before) ? before : ordered.get(0));
        }
        sum();
    }

    private void sum() {
        String wanted = batch.get();
        if (wanted == null) {
            table.set(null);
            return;
        }
        List<RunSummary> runs = List.copyOf(session.runs());
        List<QueuedRun> queued = List.copyOf(session.queue());
        background.load(summing, ticket -> AblationTable.of(wanted, runs, queued), table::set);
    }

    /** The runs of the batch that can be measured, the full model's first; none while there is no batch. */
    List<RunFolder> finished() {
        return batch.get() == null
                ? List.of()
                : AblationTable.finished(batch.get(), session.runs()).stream()
                        .map(RunSummary::folder)
                        .toList();
    }
}
