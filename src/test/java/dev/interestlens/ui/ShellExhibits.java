package dev.interestlens.ui;

import dev.interestlens.store.Problem;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Theme;
import dev.interestlens.ui.common.ViewLoader;
import dev.interestlens.ui.shell.Screen;
import dev.interestlens.ui.shell.ShellController;
import dev.interestlens.ui.shell.ShellViewModel;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** The window around empty screens. */
final class ShellExhibits {
    private ShellExhibits() {}

    static Map<String, Gallery.Exhibit> all() {
        return Map.of("shell", new Gallery.Exhibit(1400, 880, ShellExhibits::shell));
    }

    private static Parent shell(Messages messages, Theme theme) {
        Session session = new Session();
        session.jobs()
                .begin(
                        Job.Kind.TRAINING,
                        new JobStatus("din-balanced-3", "3 / 20 · 0.4211 · 12,300/s", 0.15, false),
                        null);
        ErrorPresenter errors = new ErrorPresenter();
        errors.show(Problem.internal(ErrorPresenter.class, "unexpected")
                .with("kind", "IllegalStateException")
                .problem());
        Map<Screen, Supplier<Parent>> screens = new EnumMap<>(Screen.class);
        for (Screen screen : Screen.values()) {
            screens.put(screen, StackPane::new);
        }
        ShellViewModel model = new ShellViewModel(messages, theme, errors, session);
        return new ViewLoader(messages).load(new ShellController(model, messages, screens));
    }
}
