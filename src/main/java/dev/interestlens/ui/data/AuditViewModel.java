package dev.interestlens.ui.data;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.DatasetInfo.Finding;
import dev.interestlens.data.Layout;
import dev.interestlens.data.source.Findings;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.store.Disk;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.ui.common.run.ImportRequest;
import dev.interestlens.ui.common.run.ImportRunner;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.workspace.OwnFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Findings on rejected and doubtful rows of a data set, and the settings that change them. */
final class AuditViewModel {

    /** A setting that resolves a finding, by its name and value. */
    private record Rule(String setting, String value) {}

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("duplicates", new Rule("dropDuplicates", "true")),
            Map.entry("duplicatesDropped", new Rule("dropDuplicates", "false")),
            Map.entry("farTimes", new Rule("dropFarTimes", "true")),
            Map.entry("farTimesDropped", new Rule("dropFarTimes", "false")),
            Map.entry("outsideYears", new Rule("dropFarTimes", "false")),
            Map.entry("missingTime", new Rule("missingTimes", "last")),
            Map.entry("itemsAlike", new Rule("joinIds", "true")),
            Map.entry("usersAlike", new Rule("joinIds", "true")),
            Map.entry("dayOrMonth", new Rule("time", "%d/%m/%Y")),
            Map.entry("rating", new Rule("minimumRating", "")),
            Map.entry("eventType", new Rule("eventTypes", "")),
            Map.entry("core", new Rule("core", "0")),
            Map.entry("usersLeftOut", new Rule("users.share", "1")),
            Map.entry("categoriesCut", new Rule("maxCategories", "32")));

    /** What a finding means. */
    enum Kind {
        /** Rows were left out. */
        LEFT_OUT,
        /** Something doubtful was kept. */
        DOUBTFUL,
        /** Correct, for information. */
        RIGHT
    }

    private static final Set<String> RIGHT = Set.of("fileApart");

    /**
     * One finding.
     *
     * @param text a sentence
     * @param where file and first lines; empty where there are none
     * @param kind severity
     * @param reason its key
     */
    record Line(String text, String where, Kind kind, String reason) {
        /** Whether a setting resolves it. */
        boolean hasRule() {
            return RULES.containsKey(reason);
        }
    }

    private final Session session;
    private final Background background;
    private final ImportRunner imports;
    private final Messages messages;
    private final FileDialogs dialogs;
    private final LatestRequest asking = new LatestRequest();
    private final LatestRequest saving = new LatestRequest();
    private final ReadOnlyObjectWrapper<Optional<ImportRequest>> request =
            new ReadOnlyObjectWrapper<>(this, "request", Optional.empty());

    AuditViewModel(
            Session session, Background background, ImportRunner imports, Messages messages, FileDialogs dialogs) {
        this.session = session;
        this.background = background;
        this.imports = imports;
        this.messages = messages;
        this.dialogs = dialogs;
        Changes.call(this::ask, session.dataProperty());
        ask();
    }

    private void ask() {
        OpenDataset open = session.dataProperty().get();
        request.set(Optional.empty());
        if (open == null) {
            asking.forget();
            return;
        }
        background.load(asking, ticket -> imports.requestOf(open.folder()), request::set);
    }

    /** The import request of the open data set; empty where it is not known or the sources no longer exist. */
    ReadOnlyObjectProperty<Optional<ImportRequest>> requestProperty() {
        return request.getReadOnlyProperty();
    }

    /** Rejected rows first, then doubtful ones. */
    List<Line> lines(DatasetInfo info) {
        List<Line> lines = new ArrayList<>();
        info.rejected().forEach(finding -> lines.add(line(finding, Kind.LEFT_OUT)));
        info.notes()
                .forEach(finding ->
                        lines.add(line(finding, RIGHT.contains(finding.reason()) ? Kind.RIGHT : Kind.DOUBTFUL)));
        return lines;
    }

    private Line line(Finding finding, Kind kind) {
        List<String> first =
                finding.firstLines().stream().limit(6).map(String::valueOf).toList();
        String lines = String.join(", ", first) + (finding.count() > first.size() ? " …" : "");
        String text = Findings.text(finding, messages.locale());
        String file = !finding.file().isEmpty() && text.contains(finding.file()) ? "" : finding.file();
        String key = first.size() == 1 && finding.count() == 1 ? "data.line" : "data.lines";
        String where = first.isEmpty() ? file : messages.text(key, finding.file(), lines);
        return new Line(text, where, kind, finding.reason());
    }

    /** Imports the source again with the setting that resolves a finding. */
    void apply(Line line) {
        Rule rule = RULES.get(line.reason());
        request.get().ifPresent(known -> {
            PrepareOptions options = known.options().with(rule.setting(), rule.value());
            imports.prepare(known.sources(), options, () -> {});
        });
    }

    /** Whether there are rejected rows to save. */
    boolean hasRejectedRows() {
        OpenDataset open = session.dataProperty().get();
        return open != null && Files.exists(open.folder().resolve(Layout.REJECTED));
    }

    /** Saves the rejected rows, with file, line and reason, to a chosen file. */
    void saveRejectedRows() {
        Path rows = session.dataProperty().get().folder().resolve(Layout.REJECTED);
        dialogs.save(
                        messages.text("data.rejected"),
                        Layout.REJECTED,
                        new FileDialogs.Kind(messages.text("data.files.kinds"), List.of("*.csv")))
                .ifPresent(target -> background.load(
                        saving,
                        ticket -> {
                            OwnFolders.chosen(target).write(Disk.real(), out -> Files.copy(rows, out));
                            return target;
                        },
                        session.savedProperty()::set));
    }
}
