package dev.interestlens.ui.data;

import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.train.config.DataConfig;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.ui.common.run.ImportRunner;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;

/** The data sets, and the import of new sources. */
public final class DataViewModel {
    private static final String TIMES = "time.";
    private static final List<String> ENDINGS =
            List.of("csv", "tsv", "txt", "dat", "data", "inter", "json", "jsonl", "parquet", "gz", "zst");

    private final Session session;
    private final ImportRunner imports;
    private final Messages messages;
    private final FileDialogs dialogs;
    private final DatasetsViewModel datasets;
    private final MappingViewModel mapping;
    private final SamplesViewModel samples;
    private final OverviewViewModel overview;
    private final AuditViewModel audit;
    private final TimelineViewModel timeline;
    private final ObservableValue<JobStatus> status;

    /** @param train trains a model on the open data set */
    public DataViewModel(
            Workspace workspace,
            Session session,
            Background background,
            ImportRunner imports,
            Messages messages,
            FileDialogs dialogs,
            Runnable train) {
        this.session = session;
        this.imports = imports;
        this.messages = messages;
        this.dialogs = dialogs;
        datasets = new DatasetsViewModel(workspace, session, background, imports);
        mapping = new MappingViewModel(workspace, session, background, imports, train);
        samples = new SamplesViewModel(session, background);
        overview = new OverviewViewModel(session, background);
        audit = new AuditViewModel(session, background, imports, messages, dialogs);
        status = session.jobs().newestProperty(Job.Kind.DATA).flatMap(Job::statusProperty);
        timeline = new TimelineViewModel(session, background, messages);
    }

    /** Words of the command that gives what is shown: the import of a source that waits, else the open data set. */
    List<String> command() {
        if (mapping.waitingProperty().get() != null) {
            return mapping.command();
        }
        OpenDataset open = session.dataProperty().get();
        boolean arriving = !mapping.readingProperty().get().isEmpty();
        return open == null || arriving
                ? List.of()
                : List.of("inspect", open.folder().toString());
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

    DatasetsViewModel datasets() {
        return datasets;
    }

    BooleanBinding reading() {
        return imports.running();
    }

    /** Progress of the newest import; null while none runs. */
    ObservableValue<JobStatus> readingStatus() {
        return status;
    }

    void stopReading() {
        imports.cancel();
    }

    void chooseFolder() {
        dialogs.folder(messages.text("data.folder")).ifPresent(folder -> bring(List.of(folder)));
    }

    /** Asks for files and inspects them. */
    public void chooseFiles() {
        List<Path> files = dialogs.files(
                messages.text("data.files"),
                List.of(
                        new FileDialogs.Kind(
                                messages.text("data.files.kinds"),
                                ENDINGS.stream().map(each -> "*." + each).toList()),
                        new FileDialogs.Kind(messages.text("data.files.all"), List.of("*"))));
        if (!files.isEmpty()) {
            bring(files);
        }
    }

    /** Opens the bundled shop, and first prepares it if needed. */
    void sample() {
        imports.sample(() -> {});
    }

    /** Whether a file or folder may be a log, by its name alone. */
    public static boolean isLog(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)) || Files.isDirectory(file);
    }

    /** Inspects a source; it is imported after a person has confirmed the detected format. */
    public void bring(List<Path> sources) {
        mapping.bring(sources);
    }

    /** Exports the open data set to a chosen folder. */
    void write(ImportRunner.Form form) {
        OpenDataset open = session.dataProperty().get();
        dialogs.save(
                        messages.text("data.write"),
                        open.name() + "-" + form.word(),
                        new FileDialogs.Kind(messages.text("data.parquet.folder"), List.of("*")))
                .ifPresent(target -> imports.write(open.folder(), form, target, () -> session.savedProperty()
                        .set(target)));
    }

    ProtocolConfig protocol() {
        return session.draftProperty().get().protocol();
    }

    void setProtocol(ProtocolConfig protocol) {
        ExperimentConfig draft = session.draftProperty().get();
        ExperimentConfig changed = new ExperimentConfig(new DataConfig(protocol), draft.model(), draft.training());
        session.draftProperty().set(changed.withReadingOf(draft));
    }

    static Predicate<String> shown(Record protocol) {
        return name -> !name.startsWith(TIMES)
                || ((ProtocolConfig) protocol).split() == Split.TIME
                || ((ProtocolConfig) protocol).split() == Split.LOGGED && !name.equals("time.firstOnly");
    }
}
