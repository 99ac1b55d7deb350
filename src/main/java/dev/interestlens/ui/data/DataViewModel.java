package dev.interestlens.ui.data;

import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Preview;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.TimeFormats;
import dev.interestlens.store.Disk;
import dev.interestlens.store.ProblemException;
import dev.interestlens.train.DataConfig;
import dev.interestlens.train.ExperimentConfig;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.FileDialogs;
import dev.interestlens.ui.common.Imports;
import dev.interestlens.ui.common.JobControl;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Newest;
import dev.interestlens.ui.common.OpenData;
import dev.interestlens.ui.common.ReadOnly;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Undo;
import dev.interestlens.workspace.SampleData;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What there is to learn from, and how a new source comes in. */
public final class DataViewModel {
    private static final String TIMES = "time.";
    private static final String TABLE = "table";

    /**
     * A source that was looked at and is not read yet.
     *
     * @param options what a person said of it
     * @param remembered whether it was said of a table with the same columns before
     */
    record Waiting(List<Path> sources, PrepareOptions options, Preview preview, boolean remembered) {
        /** Whether its columns have to be named; otherwise it is of a kind that we know. */
        boolean needsColumns() {
            return preview.format().isEmpty() || preview.format().equals(TABLE);
        }

        /** The table of events. */
        Preview.Table table() {
            return preview.tables().get(0);
        }

        /** Names of the files that are read as events. */
        String files() {
            return preview.tables().stream()
                    .filter(table -> table.columns().equals(table().columns()))
                    .map(Preview.Table::file)
                    .limit(3)
                    .collect(Collectors.joining(", "));
        }

        /** Whether a column has this role. */
        boolean has(String role) {
            return roles().containsKey(role);
        }

        /** Different values of the column with this role, the first ones. */
        List<String> examples(String role, int most) {
            int column = table().columns().indexOf(roles().getOrDefault(role, ""));
            return table().rows().stream()
                    .filter(row -> column >= 0 && column < row.size())
                    .map(row -> row.get(column))
                    .distinct()
                    .limit(most)
                    .toList();
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

    private final Workspace workspace;
    private final Session session;
    private final Background background;
    private final Imports imports;
    private final Messages messages;
    private final FileDialogs dialogs;
    private final Newest looking = new Newest();
    private final Newest listing = new Newest();
    private final ObservableList<Path> datasets = FXCollections.observableArrayList();
    private final Undo<Mapped> mapped = new Undo<>();
    private final ReadOnlyObjectWrapper<Waiting> waiting = new ReadOnlyObjectWrapper<>(this, "waiting");
    private final RememberedMappings mappings;
    private final SamplesViewModel samples;
    private final OverviewViewModel overview;
    private final AuditViewModel audit;
    private final TimelineViewModel timeline;

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
        mappings = new RememberedMappings(workspace.root().resolve("mappings.json"));
        samples = new SamplesViewModel(session, background);
        overview = new OverviewViewModel(session, background);
        audit = new AuditViewModel(session, background, imports, messages, dialogs);
        timeline = new TimelineViewModel(session, background, messages);
        session.dataProperty().addListener(change -> list());
        list();
    }

    SamplesViewModel samples() {
        return samples;
    }

    OverviewViewModel overview() {
        return overview;
    }

    AuditViewModel audit() {
        return audit;
    }

    TimelineViewModel timeline() {
        return timeline;
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

    ReadOnlyBooleanProperty readingProperty() {
        return imports.runningProperty();
    }

    void stopReading() {
        Optional.ofNullable(session.jobControlProperty().get()).ifPresent(JobControl::stop);
    }

    List<String> roles() {
        return Roles.ALL;
    }

    /** Ways in which times can be written, {@code auto} first. */
    List<String> times() {
        return TimeFormats.ALL;
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
                                List.of(
                                        "*.csv",
                                        "*.tsv",
                                        "*.txt",
                                        "*.dat",
                                        "*.data",
                                        "*.inter",
                                        "*.json",
                                        "*.jsonl",
                                        "*.parquet",
                                        "*.gz",
                                        "*.zst")),
                        new FileDialogs.Kind(messages.text("data.files.all"), List.of("*"))));
        if (!files.isEmpty()) {
            bring(files);
        }
    }

    void sample() {
        if (ReadOnly.refuses(session, background)) {
            return;
        }
        background.run(
                Background.Lane.LOADER,
                looking,
                ticket -> SampleData.unpack(Disk.real(), workspace.root().resolve("sample-data")),
                folder -> imports.prepare(List.of(folder), () -> {}));
    }

    /** Looks at a source; it is read once a person has seen what it was taken for. */
    public void bring(List<Path> sources) {
        look(sources, PrepareOptions.defaults(), true);
    }

    /** Looks again with other settings, by their names, and another mapping; an empty mapping is guessed. */
    void change(Map<String, String> settings, Map<String, String> roles) {
        Waiting now = waiting.get();
        Map<String, String> chosen = new LinkedHashMap<>(roles);
        chosen.values().removeIf(column -> column == null || column.isEmpty());
        try {
            PrepareOptions options = now.options().withMapping(chosen);
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                options = options.with(setting.getKey(), setting.getValue());
            }
            if (!options.equals(now.options())) {
                mapped.changed(new Mapped(now.sources(), now.options()), new Mapped(now.sources(), options));
            }
            look(now.sources(), options, false);
        } catch (ProblemException refused) {
            background.failed(refused);
            waiting.set(new Waiting(now.sources(), now.options(), now.preview(), false));
        }
    }

    /** How a source was going to be read. */
    private record Mapped(List<Path> sources, PrepareOptions options) {}

    /** Takes the last change of a mapping back. */
    void undoMapping() {
        again(mapped.back());
    }

    void redoMapping() {
        again(mapped.again());
    }

    private void again(Optional<Mapped> to) {
        Waiting now = waiting.get();
        to.filter(was -> now != null && was.sources().equals(now.sources()))
                .ifPresent(was -> look(was.sources(), was.options(), false));
    }

    private void look(List<Path> sources, PrepareOptions options, boolean first) {
        background.run(Background.Lane.LOADER, looking, ticket -> seen(sources, options, first), seen -> {
            if (seen.preview().tables().isEmpty()) {
                imports.prepare(sources, options, () -> {});
            } else {
                waiting.set(seen);
            }
        });
    }

    // A table with columns that were mapped before is mapped so again.
    private Waiting seen(List<Path> sources, PrepareOptions options, boolean first) {
        Waiting seen = new Waiting(sources, options, Preview.of(sources, options), false);
        if (!first || seen.preview().tables().isEmpty() || !seen.needsColumns()) {
            return seen;
        }
        Optional<PrepareOptions> before = mappings.of(seen.table().columns());
        return before.map(known -> new Waiting(sources, known, Preview.of(sources, known), true))
                .orElse(seen);
    }

    /** Reads the waiting source. */
    void read() {
        if (ReadOnly.refuses(session, background)) {
            return;
        }
        Waiting now = waiting.get();
        waiting.set(null);
        PrepareOptions options = now.needsColumns() ? now.options().withMapping(now.roles()) : now.options();
        if (now.needsColumns()) {
            List<String> columns = now.table().columns();
            background.run(
                    Background.Lane.LOADER,
                    new Newest(),
                    ticket -> {
                        mappings.remember(columns, options);
                        return columns;
                    },
                    done -> {});
        }
        imports.prepare(now.sources(), options, () -> {});
    }

    void leave() {
        looking.forget();
        waiting.set(null);
    }

    /** Writes the open data set as Parquet where a person says. */
    void writeParquet() {
        OpenData open = session.dataProperty().get();
        dialogs.save(
                        messages.text("data.parquet"),
                        open.info().name() + "-parquet",
                        new FileDialogs.Kind(messages.text("data.parquet.folder"), List.of("*")))
                .ifPresent(target -> imports.writeParquet(open.folder(), target, () -> {}));
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
}
