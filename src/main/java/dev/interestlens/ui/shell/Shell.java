package dev.interestlens.ui.shell;

import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Theme;
import dev.interestlens.ui.common.ViewLoader;
import dev.interestlens.ui.common.window.WindowBounds;
import dev.interestlens.ui.control.Traversal;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/** The program's window: a stage with the shell in it, with the bounds of the last session. */
public final class Shell {
    private final Messages messages;
    private final Theme theme;
    private final ShellViewModel model;
    private final Map<Screen, Supplier<Parent>> screens = new EnumMap<>(Screen.class);
    private final Commands commands = new Commands();
    private Stage stage;
    private WindowState last;

    public Shell(Messages messages, Theme theme, ErrorPresenter errors, Session session) {
        this.messages = messages;
        this.theme = theme;
        this.model = new ShellViewModel(messages, theme, errors, session);
    }

    /** Adds a screen with its factory, called when it is first shown. */
    public void add(Screen screen, Supplier<Parent> build) {
        screens.put(screen, build);
    }

    /** Sets the global action that starts a training, and when it is possible. */
    public void setStart(Runnable start, BooleanSupplier may) {
        commands.add(Command.of("command.start", start).withKeys("Shortcut+R").when(may));
    }

    /** Sets the action that asks for files of data. */
    public void setChooseData(Runnable choose) {
        commands.add(Command.of("command.data", choose).withKeys("Shortcut+O"));
    }

    /** Sets the action that opens a foreign model, and when it is possible. */
    public void setElsewhere(Runnable open, BooleanSupplier may) {
        commands.add(Command.of("command.elsewhere", open).when(may));
    }

    /** Sets the number of pending results. */
    public void setUnderWay(ObservableValue<? extends Number> count) {
        model.underWayProperty().bind(count);
    }

    /** Sets the action that opens a data set. */
    public void setOpenData(Consumer<Path> open) {
        model.setOpenData(open);
    }

    /** Sets the action that shows a folder in the system's file browser. */
    public void setOpenFolder(Consumer<Path> open) {
        model.setOpenFolder(open);
    }

    public void show(Stage window, WindowState state) {
        stage = window;
        Rectangle2D room = javafx.stage.Screen.getPrimary().getVisualBounds();
        last = state.within(room.getMinX(), room.getMinY(), room.getWidth(), room.getHeight());
        model.screenProperty()
                .set(
                        screens.containsKey(state.screen())
                                ? state.screen()
                                : screens.keySet().iterator().next());
        Parent root = new ViewLoader(messages).load(new ShellController(model, messages, screens, commands));
        model.zoom().wantedProperty().set(last.zoom());
        model.recentData().restore(last.selection().recentData());
        model.recentRuns().restore(last.selection().recentRuns());
        // a window that fills the screen already stays as it is, but a smaller scene would leave a part of it empty
        Scene opening = window.getScene();
        Scene scene = new Scene(
                new ZoomPane(root, model.zoom()),
                opening == null ? last.width() : opening.getWidth(),
                opening == null ? last.height() : opening.getHeight());
        theme.dress(scene);
        Traversal.on(scene);
        window.setScene(scene);
        window.titleProperty().bind(model.titleProperty());
        window.setFullScreenExitHint(messages.text("shell.fullScreen.hint")); // Esc closes lists and the like
        window.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        model.fullScreenProperty()
                .addListener(change ->
                        window.setFullScreen(model.fullScreenProperty().get()));
        window.fullScreenProperty()
                .addListener(change -> model.fullScreenProperty().set(window.isFullScreen()));
        last.bounds().applyTo(window);
        window.show();
        // a window manager may shrink a new window to its minimum size and ignore earlier bounds
        Background.fxThread().execute(() -> {
            window.setMinWidth(Math.min(WindowState.MIN_WIDTH, room.getWidth()));
            window.setMinHeight(Math.min(WindowState.MIN_HEIGHT, room.getHeight()));
            last.bounds().applyTo(window);
        });
    }

    /** The state to restore at the next start. */
    public WindowState state() {
        WindowBounds now = WindowBounds.of(stage);
        boolean plain = !now.maximized() && !now.fullScreen() && !Double.isNaN(now.x());
        last = new WindowState(
                messages.language().get(),
                theme.choiceProperty().get(),
                model.screenProperty().get(),
                plain ? now.x() : last.x(),
                plain ? now.y() : last.y(),
                plain ? now.width() : last.width(),
                plain ? now.height() : last.height(),
                now.fullScreen() ? last.maximized() : now.maximized(),
                now.fullScreen() && !model.presentingProperty().get(),
                model.zoom().wantedProperty().get(),
                selection());
        return last;
    }

    private WindowState.Selection selection() {
        OpenDataset data = model.session().dataProperty().get();
        RunFolder run = model.session().runProperty().get();
        return new WindowState.Selection(
                nameOf(data == null ? null : data.folder()),
                nameOf(run == null ? null : run.path()),
                model.session().sampleProperty().get(),
                model.recentData().names(),
                model.recentRuns().names(),
                model.session().runTableProperty().get(),
                model.session().opened().stream().sorted().toList(),
                List.copyOf(model.session().compared()),
                List.copyOf(model.session().laidOver()));
    }

    private static String nameOf(Path folder) {
        return folder == null ? null : folder.getFileName().toString();
    }
}
