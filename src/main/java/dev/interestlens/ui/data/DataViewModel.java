package dev.interestlens.ui.data;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.data.source.Findings;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Preview;
import dev.interestlens.data.source.Roles;
import dev.interestlens.store.Disk;
import dev.interestlens.train.DataConfig;
import dev.interestlens.train.ExperimentConfig;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.FileDialogs;
import dev.interestlens.ui.common.Imports;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Newest;
import dev.interestlens.ui.common.Session;
import dev.interestlens.workspace.SampleData;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What there is to learn from, and how a new source comes in. */
public final class DataViewModel {
    private static final String TIMES = "time.";

    /**
     * A source whose columns a person has to name.
     *
     * @param roles role → column, as guessed
     */
    record Mapping(List<Path> sources, Preview.Table table, Map<String, String> roles) {}

    private final Workspace workspace;
    private final Session session;
    private final Background background;
    private final Imports imports;
    private final Messages messages;
    private final FileDialogs dialogs;
    private final Newest looking = new Newest();
    private final Newest listing = new Newest();
    private final ObservableList<Path> datasets = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Mapping> mapping = new ReadOnlyObjectWrapper<>(this, "mapping");

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
        session.dataProperty().addListener(change -> list());
        list();
    }

    Session session() {
        return session;
    }

    /** Folders of the prepared data sets. */
    ObservableList<Path> datasets() {
        return datasets;
    }

    /** The source that waits for its columns to be named, or null. */
    ReadOnlyObjectProperty<Mapping> mappingProperty() {
        return mapping.getReadOnlyProperty();
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
                folder -> imports.prepare(List.of(folder), Map.of(), () -> {}));
    }

    /** Brings a source in: at once where it is recognised, else after its columns have been named. */
    void bring(List<Path> sources) {
        mapping.set(null);
        background.run(
                Background.Lane.LOADER, looking, ticket -> Preview.of(sources, PrepareOptions.defaults()), preview -> {
                    boolean table =
                            preview.format().isEmpty() || preview.format().equals("table");
                    if (table && !preview.tables().isEmpty()) {
                        Preview.Table first = preview.tables().get(0);
                        mapping.set(new Mapping(sources, first, first.roles()));
                    } else {
                        imports.prepare(sources, Map.of(), () -> {});
                    }
                });
    }

    /** Reads the waiting source with these columns. */
    void prepare(Map<String, String> roles) {
        Mapping waiting = mapping.get();
        Map<String, String> chosen = new LinkedHashMap<>();
        roles.forEach((role, column) -> {
            if (column != null && !column.isEmpty()) {
                chosen.put(role, column);
            }
        });
        mapping.set(null);
        imports.prepare(waiting.sources(), chosen, () -> {});
    }

    void cancelMapping() {
        mapping.set(null);
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
