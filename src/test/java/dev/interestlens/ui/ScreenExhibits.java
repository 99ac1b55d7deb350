package dev.interestlens.ui;

import dev.interestlens.Launcher;
import dev.interestlens.job.Program;
import dev.interestlens.store.Disk;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Refusals;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Theme;
import dev.interestlens.ui.common.ViewLoader;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.ui.common.file.StageFileDialogs;
import dev.interestlens.ui.common.run.BelievedViewModel;
import dev.interestlens.ui.common.run.Children;
import dev.interestlens.ui.common.run.ImportRunner;
import dev.interestlens.ui.common.run.JobRunner;
import dev.interestlens.ui.data.DataController;
import dev.interestlens.ui.data.DataViewModel;
import dev.interestlens.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Parent;

/** States of screens that a walk through the window does not meet. */
final class ScreenExhibits {
    private ScreenExhibits() {}

    static Map<String, Gallery.Exhibit> all() {
        return Map.of("mapping", new Gallery.Exhibit(1110, 700, ScreenExhibits::mapping));
    }

    private static Parent mapping(Messages messages, Theme theme) {
        try {
            Path folder = Files.createTempDirectory("exhibit");
            StringBuilder table = new StringBuilder("uid;asin;when;cate;comment\n");
            for (int i = 0; i < 40; i++) {
                table.append(String.format(
                        Locale.ROOT,
                        "u%d;B%05d;2024-03-%02d 10:%02d:00;%s;ok%n",
                        i % 7,
                        i * 37 % 100,
                        i % 28 + 1,
                        i,
                        i % 2 == 0 ? "书籍" : "phones"));
            }
            StringBuilder books = new StringBuilder("asin,title,publisher,pages,remark\n");
            for (int item = 0; item < 100; item++) {
                books.append(String.format(
                        Locale.ROOT, "B%05d,Book %d,House %d,%d,%n", item, item, item % 9, 90 + item * 7));
            }
            Path source = Files.createDirectory(folder.resolve("shop"));
            Files.writeString(source.resolve("orders.csv"), table);
            Files.writeString(source.resolve("books.csv"), books);
            Workspace workspace = new Workspace(folder.resolve("home")).create(Disk.real());
            Session session = new Session();
            ErrorPresenter errors = new ErrorPresenter();
            Background background = Background.inline(errors);
            Children children = new Children(
                    workspace,
                    Program.same(Launcher.class),
                    background,
                    (period, work) -> () -> {},
                    session,
                    errors,
                    messages);
            ImportRunner imports = new ImportRunner(children);
            FileDialogs dialogs = new StageFileDialogs(() -> null, folder);
            DataViewModel model =
                    new DataViewModel(workspace, session, background, imports, messages, dialogs, () -> {});
            JobRunner planting = new JobRunner(children);
            ViewLoader views = new ViewLoader(messages);
            Parent view = views.load(new DataController(
                    model,
                    messages,
                    new Refusals(messages),
                    views,
                    BelievedViewModel.ofData(session, background, messages, dialogs, planting)));
            model.bring(List.of(source));
            return view;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
