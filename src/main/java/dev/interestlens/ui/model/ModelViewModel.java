package dev.interestlens.ui.model;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.model.Diagram;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.ModelFamily;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.workspace.ModelSketch;
import dev.interestlens.workspace.RunCommand;
import dev.interestlens.workspace.data.Advice;
import dev.interestlens.workspace.data.DataTraits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The model of the next run. */
public final class ModelViewModel {
    private static final int BYTES = 4;

    /** Cost of a training step relative to a forward pass. */
    private static final double FORTH_AND_BACK = 3;

    private final Session session;
    private final Background background;
    private final Messages messages;
    private final LatestRequest building = new LatestRequest();
    private final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(this, "preset", Preset.BALANCED);
    private final ReadOnlyObjectWrapper<Made> made = new ReadOnlyObjectWrapper<>(this, "made");
    private final LatestRequest advising = new LatestRequest();
    private final ReadOnlyObjectWrapper<Advised> advice = new ReadOnlyObjectWrapper<>(this, "advice");
    private List<Ran> advisedBy;
    private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper(this, "refused", "");

    /**
     * The model of a configuration on the open data set.
     *
     * @param parameters trainable numbers
     * @param bytes they take, without the optimiser's
     * @param diagram of the parts
     * @param trainingBytes with gradients, the optimiser's moments and the tensors of a batch
     * @param epochSeconds estimated from a timed forward pass
     */
    record Made(
            long parameters, long bytes, List<Part> parts, Diagram diagram, long trainingBytes, double epochSeconds) {
        /** Number of parameters in a part of the diagram. */
        long learned(Diagram.Part part) {
            return held(part).mapToLong(Part::numbers).sum();
        }

        /** The arrays in a part of the diagram. */
        Stream<Part> held(Diagram.Part part) {
            return parts.stream()
                    .filter(array -> array.trained() && part.learned().stream().anyMatch(array.name()::startsWith));
        }
    }
    /**
     * What is known of the open data set.
     *
     * @param table NDCG@10 on the validation part of what followed what alone, measured by a run; null where none was
     * @param measured how runs of this data set stood to what is simpler, the newest of each family
     */
    record Advised(Advice family, Double table, List<Ran> measured) {}

    /** A run of this data set, and how it stood to what is simpler; null where that was not measured. */
    record Ran(RunFolder folder, String family, JournalEntry.Compared compared) {}

    /** One array. */
    record Part(String name, String shape, long numbers, boolean trained) {}

    public ModelViewModel(Session session, Background background, Messages messages) {
        this.session = session;
        this.background = background;
        this.messages = messages;
        preset.set(RunCommand.nearest(session.draftProperty().get())); // of a draft that came back
        Changes.call(this::findPreset, session.draftProperty());
        Changes.call(this::build, session.draftProperty(), session.dataProperty());
        Changes.call(this::adviseAnew, session.dataProperty());
        Changes.call(this::advise, session.runs());
        build();
        advise();
    }

    private void adviseAnew() {
        advisedBy = null;
        advise();
    }

    /** Again only where another run has trained on the data: the list of runs changes with every epoch. */
    private void advise() {
        OpenDataset data = session.dataProperty().get();
        if (data == null) {
            advising.forget();
            advice.set(null);
            return;
        }
        List<Ran> runs = session.readyRuns()
                .filter(run ->
                        run.description().fingerprint().equals(data.info().fingerprint()))
                .map(run ->
                        new Ran(run.folder(), run.description().config().model().id(), run.compared()))
                .toList();
        if (!runs.equals(advisedBy)) {
            advisedBy = runs;
            background.run(
                    Background.Lane.LOADER,
                    advising,
                    ticket -> new Advised(Advice.of(DataTraits.of(data.folder())), table(runs), measured(runs)),
                    advice::set);
        }
    }

    /** Of the newest run that measured it. */
    private static Double table(List<Ran> runs) {
        return runs.stream()
                .flatMap(run -> run.folder().entries().stream())
                .filter(JournalEntry.Neighboured.class::isInstance)
                .map(entry -> ((JournalEntry.Neighboured) entry).ndcg10())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The newest of each family that was compared. */
    private static List<Ran> measured(List<Ran> runs) {
        Map<String, Ran> newest = new LinkedHashMap<>();
        runs.stream().filter(run -> run.compared() != null).forEach(run -> newest.putIfAbsent(run.family(), run));
        return List.copyOf(newest.values());
    }

    /** The advice for the data, or null while it is not known. */
    ReadOnlyObjectProperty<Advised> adviceProperty() {
        return advice.getReadOnlyProperty();
    }

    /** A configuration that equals a preset is shown as that preset; if several equal it, the current one is kept. */
    private void findPreset() {
        if (differences().isEmpty()) {
            return;
        }
        for (Preset each : presets()) {
            if (ModelCatalog.family(family()).preset(each).equals(model())) {
                preset.set(each);
            }
        }
    }

    /** History length for which shapes are shown. */
    int historyLength() {
        return session.draftProperty().get().protocol().history().maxLength();
    }

    List<String> families() {
        return ModelCatalog.families().stream().map(ModelFamily::id).toList();
    }

    Session session() {
        return session;
    }

    /** The configuration, which is a record. */
    Record config() {
        return (Record) model();
    }

    /** Id of its family. */
    String family() {
        return model().id();
    }

    private ModelConfig model() {
        return session.draftProperty().get().model();
    }

    /** The preset from which deviations are marked. */
    ObjectProperty<Preset> presetProperty() {
        return preset;
    }

    /** The presets of the family. */
    List<Preset> presets() {
        return ModelCatalog.family(family()).presets();
    }

    Record presetConfig() {
        return (Record) ModelCatalog.family(family()).preset(preset.get());
    }

    /** Arrays of the model, or null where no data set is open or the configuration cannot work on it. */
    ReadOnlyObjectProperty<Made> madeProperty() {
        return made.getReadOnlyProperty();
    }

    /** Why the configuration cannot work on this data; empty where it can. */
    ReadOnlyStringProperty refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    /** Settings in use that differ from the preset, dotted name to value. */
    Map<String, String> differences() {
        Map<String, String> all =
                RunCommand.differences(ModelCatalog.family(family()).preset(preset.get()), model());
        all.keySet().removeIf(name -> !model().shows(name));
        return all;
    }

    /** Back to the preset. */
    void reset() {
        choose(preset.get());
    }

    static Predicate<String> shown(Record config) {
        return ((ModelConfig) config)::shows;
    }

    /** Another family with the same preset, or the default one where it does not have that. */
    void choose(String family) {
        boolean has = ModelCatalog.family(family).presets().contains(preset.get());
        move(family, has ? preset.get() : Preset.BALANCED);
    }

    void choose(Preset wanted) {
        move(family(), wanted);
    }

    /** Switches to another model with its training settings. */
    private void move(String family, Preset wanted) {
        ExperimentConfig draft = session.draftProperty().get();
        ExperimentConfig moved = draft.moved(preset.get(), family, wanted);
        preset.set(wanted);
        session.draftProperty().set(moved);
    }

    void set(Record model) {
        ExperimentConfig draft = session.draftProperty().get();
        session.draftProperty().set(new ExperimentConfig(draft.data(), (ModelConfig) model, draft.training()));
    }

    private void build() {
        OpenDataset data = session.dataProperty().get();
        ExperimentConfig draft = session.draftProperty().get();
        if (data == null) {
            made.set(null);
            return;
        }
        ModelInput input =
                new ModelInput(data.info().schema(), draft.protocol().history().maxLength());
        background.run(
                Background.Lane.ENGINE,
                building,
                ticket -> make(draft, data.info(), input),
                now -> {
                    refused.set("");
                    made.set(now);
                },
                failure -> {
                    made.set(null);
                    if (failure instanceof ProblemException known) {
                        refused.set(known.problem().text(messages.locale(), Problem.Surface.WINDOW));
                    } else {
                        background.failed(failure);
                    }
                });
    }

    private static Made make(ExperimentConfig draft, DatasetInfo data, ModelInput input) {
        ModelSketch sketch = ModelSketch.of(
                draft.model(),
                input,
                (int) Math.ceil(data.histories().mean(input.historyLength())),
                draft.together(data.hasLoggedNegatives()));
        List<Part> parts = sketch.arrays().stream().map(ModelViewModel::part).toList();
        long numbers = parts.stream().mapToLong(Part::numbers).sum();
        DatasetInfo.Counts counts = data.counts();
        double rows = draft.protocol().split() == Split.LOGGED
                ? counts.events() + counts.impressions()
                : (1.0 + draft.protocol().negatives().train()) * Math.max(0, counts.events() - 3.0 * counts.users());
        int batch = draft.training().length().batchSize();
        return new Made(
                sketch.parameters(),
                BYTES * numbers,
                parts,
                sketch.diagram(),
                sketch.trainingBytes(batch),
                rows / batch * sketch.forward().micros(batch) * FORTH_AND_BACK / 1e6);
    }

    private static Part part(TrainedModel.Shape shape) {
        long numbers = shape.shape().stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
        String text =
                String.join(" × ", shape.shape().stream().map(String::valueOf).toList());
        return new Part(shape.name(), text, numbers, shape.trained());
    }
}
