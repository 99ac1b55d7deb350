package dev.interestlens.ui.data;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.LeakProbes;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleCounts;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.data.source.Findings;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Preview;
import dev.interestlens.data.source.Roles;
import dev.interestlens.store.Disk;
import dev.interestlens.train.DataConfig;
import dev.interestlens.train.ExperimentConfig;
import dev.interestlens.train.TrainingConfig;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.FileDialogs;
import dev.interestlens.ui.common.Imports;
import dev.interestlens.ui.common.JobControl;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Newest;
import dev.interestlens.ui.common.OpenData;
import dev.interestlens.ui.common.Session;
import dev.interestlens.workspace.SampleData;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What there is to learn from, and how a new source comes in. */
public final class DataViewModel {
    private static final String TIMES = "time.";
    private static final String TABLE = "table";
    private static final long SEED = TrainingConfig.defaults().seed();

    /**
     * A source that was looked at and is not read yet.
     *
     * @param options what a person said of it
     */
    record Waiting(List<Path> sources, PrepareOptions options, Preview preview) {
        /** Whether its columns have to be named; otherwise it is of a kind that we know. */
        boolean needsColumns() {
            return preview.format().isEmpty() || preview.format().equals(TABLE);
        }

        /** The table of events. */
        Preview.Table table() {
            return preview.tables().get(0);
        }

        /** Role → column: what a person said, else what was guessed. */
        Map<String, String> roles() {
            return options.mapping().isEmpty() ? table().roles() : options.mapping();
        }

        /** Whether user and item are known. */
        boolean isReadable() {
            return !needsColumns() || roles().keySet().containsAll(List.of(Roles.USER, Roles.ITEM));
        }
    }

    /** What the protocol makes of the data set that is open. */
    record Gives(SampleCounts counts, Map<String, Double> probes) {}

    private final Workspace workspace;
    private final Session session;
    private final Background background;
    private final Imports imports;
    private final Messages messages;
    private final FileDialogs dialogs;
    private final Newest looking = new Newest();
    private final Newest listing = new Newest();
    private final ObservableList<Path> datasets = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Waiting> waiting = new ReadOnlyObjectWrapper<>(this, "waiting");
    private final ReadOnlyObjectWrapper<Gives> gives = new ReadOnlyObjectWrapper<>(this, "gives");
    private final Newest counting = new Newest();

    public DataViewModel(
            Workspace workspace,
            Session session,
            Background background,
            Imports imports,
            Messages messages,
            FileDialogs dialogs) {
        this.workspace = workspace;
        this.session = session;
        this.background = background;
        this.imports = imports;
        this.messages = messages;
        this.dialogs = dialogs;
        session.dataProperty().addListener(change -> {
            list();
            count();
        });
        session.draftProperty().addListener((observed, before, now) -> {
            if (!before.protocol().equals(now.protocol())) {
                count();
            }
        });
        list();
        count();
    }

    Session session() {
        return session;
    }

    /** Folders of the prepared data sets. */
    ObservableList<Path> datasets() {
        return datasets;
    }

    /** The source that waits to be read, or null. */
    ReadOnlyObjectProperty<Waiting> waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** Samples and leak probes, or null while they are counted. */
    ReadOnlyObjectProperty<Gives> givesProperty() {
        return gives.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty readingProperty() {
        return imports.runningProperty();
    }

    void stopReading() {
        Optional.ofNullable(session.jobControlProperty().get()).ifPresent(JobControl::stop);
    }

    List<String> roles() {
        return Roles.ALL;
    }

    private void list() {
        background.run(Background.Lane.LOADER, listing, ticket -> workspace.listDatasets(), found -> {
            datasets.setAll(found);
            if (session.dataProperty().get() == null && !found.isEmpty()) {
                imports.open(found.get(found.size() - 1), () -> {});
            }
        });
    }

    void open(Path dataset) {
        imports.open(dataset, () -> {});
    }

    void chooseFolder() {
        dialogs.folder(messages.text("data.folder")).ifPresent(folder -> bring(List.of(folder)));
    }

    void chooseFiles() {
        List<Path> files = dialogs.files(
                messages.text("data.files"),
                List.of(
                        new FileDialogs.Kind(
                                messages.text("data.files.kinds"),
                                List.of("*.csv", "*.tsv", "*.txt", "*.dat", "*.data", "*.csv.gz", "*.tsv.gz")),
                        new FileDialogs.Kind(messages.text("data.files.all"), List.of("*"))));
        if (!files.isEmpty()) {
            bring(files);
        }
    }

    void sample() {
        background.run(
                Background.Lane.LOADER,
                looking,
                ticket -> SampleData.unpack(Disk.real(), workspace.root().resolve("sample-data")),
                folder -> imports.prepare(List.of(folder), () -> {}));
    }

    /** Looks at a source; it is read once a person has seen what it was taken for. */
    public void bring(List<Path> sources) {
        look(sources, PrepareOptions.defaults());
    }

    /** Looks again with another encoding, separator ({@code auto} for a guess) or mapping; an empty mapping is guessed. */
    void change(String encoding, String separator, Map<String, String> roles) {
        Waiting now = waiting.get();
        Map<String, String> chosen = new LinkedHashMap<>(roles);
        chosen.values().removeIf(column -> column == null || column.isEmpty());
        look(
                now.sources(),
                now.options().withMapping(chosen).with("encoding", encoding).with("separator", separator));
    }

    private void look(List<Path> sources, PrepareOptions options) {
        background.run(Background.Lane.LOADER, looking, ticket -> Preview.of(sources, options), preview -> {
            if (preview.tables().isEmpty()) {
                imports.prepare(sources, options, () -> {});
            } else {
                waiting.set(new Waiting(sources, options, preview));
            }
        });
    }

    /** Reads the waiting source. */
    void read() {
        Waiting now = waiting.get();
        waiting.set(null);
        PrepareOptions options = now.needsColumns() ? now.options().withMapping(now.roles()) : now.options();
        imports.prepare(now.sources(), options, () -> {});
    }

    void leave() {
        looking.forget();
        waiting.set(null);
    }

    private void count() {
        OpenData data = session.dataProperty().get();
        gives.set(null);
        if (data == null) {
            counting.forget();
            return;
        }
        ProtocolConfig protocol = protocol();
        background.run(
                Background.Lane.LOADER,
                counting,
                ticket -> {
                    try (PreparedDataset opened = PreparedDataset.open(data.folder())) {
                        SampleSet samples = SampleSet.build(opened, protocol, SEED);
                        return new Gives(
                                samples.counts(), LeakProbes.of(samples).figures());
                    }
                },
                gives::set);
    }

    ProtocolConfig protocol() {
        return session.draftProperty().get().protocol();
    }

    void setProtocol(ProtocolConfig protocol) {
        ExperimentConfig draft = session.draftProperty().get();
        session.draftProperty().set(new ExperimentConfig(new DataConfig(protocol), draft.model(), draft.training()));
    }

    static Predicate<String> shown(Record protocol) {
        return name -> !name.startsWith(TIMES)
                || ((ProtocolConfig) protocol).split() == Split.TIME
                || ((ProtocolConfig) protocol).split() == Split.LOGGED && !name.equals("time.firstOnly");
    }

    /** What was left out and what is doubtful, a sentence each, with where it was found first. */
    List<String> audit(DatasetInfo info) {
        List<String> lines = new ArrayList<>();
        for (DatasetInfo.Finding finding : info.rejected()) {
            lines.add(sentence(finding));
        }
        for (DatasetInfo.Finding finding : info.notes()) {
            lines.add(sentence(finding));
        }
        return lines;
    }

    private String sentence(DatasetInfo.Finding finding) {
        String text = Findings.text(finding, messages.locale());
        if (finding.firstLines().isEmpty()) {
            return text;
        }
        List<String> first =
                finding.firstLines().stream().limit(5).map(String::valueOf).toList();
        return text + "  " + messages.text("data.lines", finding.file(), String.join(", ", first));
    }
}
