package dev.interestlens.ui.recommend;

import dev.interestlens.store.Disk;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Background.Lane;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.workspace.score.HistoryFile;
import dev.interestlens.workspace.score.NamedPeople;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Histories made by hand: saved in the workspace under a name, exported to files and imported. */
final class HistoryFiles {
    private final NamedPeople named;
    private final ListEngine engine;
    private final Background background;
    private final Messages messages;
    private final FileDialogs dialogs;
    private final Consumer<Path> saved;
    private final LatestRequest keeping = new LatestRequest();

    /** @param saved learns the file that was written */
    HistoryFiles(
            NamedPeople named,
            ListEngine engine,
            Background background,
            Messages messages,
            FileDialogs dialogs,
            Consumer<Path> saved) {
        this.named = named;
        this.engine = engine;
        this.background = background;
        this.messages = messages;
        this.dialogs = dialogs;
        this.saved = saved;
    }

    /** Those of the workspace whose names contain a text; on the engine thread. */
    List<ListEngine.Hit> named(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return named.list().stream()
                .filter(each -> each.name().toLowerCase(Locale.ROOT).contains(wanted))
                .map(each -> ListEngine.Hit.made(each.name(), each.items()))
                .toList();
    }

    /** Saves a history in the workspace. */
    void save(String name, List<Integer> items, Runnable done) {
        background.run(
                Lane.ENGINE,
                keeping,
                ticket -> {
                    named.save(Disk.real(), new HistoryFile(name, engine.keys(items)));
                    return name;
                },
                saved -> done.run());
    }

    /** Asks for a file and writes a history to it. */
    void share(String name, List<Integer> items) {
        dialogs.save(
                        messages.text("recommend.share"),
                        name + ".json",
                        new FileDialogs.Kind(messages.text("recommend.file"), List.of("*.json")))
                .ifPresent(file -> background.run(
                        Lane.ENGINE,
                        keeping,
                        ticket -> {
                            NamedPeople.write(Disk.real(), new HistoryFile(name, engine.keys(items)), file);
                            return file;
                        },
                        saved));
    }

    /** Asks for a file and imports the history in it. */
    void open(Consumer<ListEngine.Hit> found) {
        dialogs
                .files(
                        messages.text("recommend.open"),
                        List.of(new FileDialogs.Kind(messages.text("recommend.file"), List.of("*.json", "*.csv"))))
                .stream()
                .findFirst()
                .ifPresent(file -> background.load(
                        keeping,
                        ticket -> HistoryFile.read(file),
                        read -> found.accept(ListEngine.Hit.made(read.name(), read.items()))));
    }
}
