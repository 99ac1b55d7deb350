package dev.interestlens.ui.data;

import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.store.Disk;
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
import dev.interestlens.workspace.SampleData;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What there is to learn from, and how a new source comes in. */
public final class DataViewModel {
    private static final String TIMES = "time.";

    private final Workspace workspace;
    private final Session session;
    private final Background background;
    private final Imports imports;
    private final Messages messages;
    private final FileDialogs dialogs;
    private final Newest looking = new Newest();
    private final Newest listing = new Newest();
    private final ObservableList<Path> datasets = FXCollections.observableArrayList();
    private final MappingViewModel mapping;
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
        mapping = new MappingViewModel(workspace, session, background, imports);
        samples = new SamplesViewModel(session, background);
        overview = new OverviewViewModel(session, background);
        audit = new AuditViewModel(session, background, imports, messages, dialogs);
        timeline = new TimelineViewModel(session, background, messages);
        session.dataProperty().addListener(change -> list());
        list();
    }

    MappingViewModel mapping() {
        return mapping;
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

    ReadOnlyBooleanProperty readingProperty() {
        return imports.runningProperty();
    }

    void stopReading() {
        Optional.ofNullable(session.jobControlProperty().get()).ifPresent(JobControl::stop);
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
        mapping.bring(sources);
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
