package dev.interestlens.ui.shell;

import dev.interestlens.ui.common.ListedData;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.ViewLoader;
import dev.interestlens.ui.common.window.FirstFrame;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.FirstFocus;
import dev.interestlens.ui.control.OneOf;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.form.SearchPicker;
import dev.interestlens.workspace.RunSummary;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The navigation rail, the bars, and the area of the screens. */
public final class ShellController {
    /** Number of screens with a digit key. */
    private static final int DIGITS = 9;

    private final ShellViewModel model;
    private final Messages messages;
    private final Map<Screen, Supplier<Parent>> screens;
    private final Map<Screen, Parent> built = new EnumMap<>(Screen.class);
    private final Set<Screen> seen = EnumSet.noneOf(Screen.class);
    private final OneOf group = new OneOf();
    private final Commands commands;
    private final PaletteController palette;
    private final KeysController keys;
    private final NoticesController notices;
    private final JobsController jobs;
    private boolean entering;
    private final Tooltip presentAbout = new Tooltip();
    private Presentation presentation;
    private CommandCopier copier;
    private NextStep way;

    @FXML
    private StackPane root;

    @FXML
    private VBox rail;

    @FXML
    private VBox railEnd;

    @FXML
    private StackPane place;

    @FXML
    private Label screenName;

    @FXML
    private Label screenAbout;

    @FXML
    private StackPane dataPlace;

    @FXML
    private StackPane runPlace;

    @FXML
    private Button next;

    @FXML
    private BorderPane frame;

    @FXML
    private HBox looking;

    @FXML
    private Button copyCommand;

    @FXML
    private FontIcon copied;

    @FXML
    private StackPane presentPlace;

    @FXML
    private Button present;

    @FXML
    private ProgressBar busy;

    /** @param screens factory of each screen, called when it is first shown; a screen without one is not in the rail */
    public ShellController(ShellViewModel model, Messages messages, Map<Screen, Supplier<Parent>> screens) {
        this(model, messages, screens, new Commands());
    }

    ShellController(ShellViewModel model, Messages messages, Map<Screen, Supplier<Parent>> screens, Commands commands) {
        this.model = model;
        this.messages = messages;
        this.screens = screens;
        this.commands = commands;
        this.palette = new PaletteController(commands, messages);
        this.keys = new KeysController(commands, messages);
        this.jobs = new JobsController(model, messages);
        this.notices = new NoticesController(model, messages);
    }

    @FXML
    private void initialize() {
        copyCommand.setOnAction(event -> copier.copy());
        present.setOnAction(event -> presentation.toggle());
        next.setOnAction(event -> way.next().ifPresent(this::go));
        fillRail();
        copier = new CommandCopier(copyCommand, copied);
        presentation = new Presentation(messages, frame, model.fullScreenProperty(), this::enter);
        model.presentingProperty().bind(presentation.pane().visibleProperty());
        Presence.when(presentPlace, presentation.offeredProperty());
        present.disableProperty().bind(presentation.readyProperty().not());
        StringExpression about = Bindings.when(presentation.readyProperty())
                .then(messages.bind("shell.present.tip"))
                .otherwise(messages.bind("shell.present.waits"));
        presentAbout.textProperty().bind(about);
        present.accessibleHelpProperty().bind(about);
        Tooltip.install(presentPlace, presentAbout); // a disabled button has no tooltip of its own
        SearchPicker<ListedData> datasets = new DataPicker(model, messages).button();
        SearchPicker<RunSummary> runs = new RunPicker(model, messages).button();
        dataPlace.getChildren().setAll(datasets);
        runPlace.getChildren().setAll(runs);
        commands.add(Command.of("command.chooseData", datasets::open).withKeys("Shortcut+D"));
        commands.add(Command.of("command.chooseRun", runs::open)
                .withKeys("Shortcut+J")
                .when(() -> !runs.isDisabled()));
        new BusyBar(busy, model.underWayProperty(), messages);
        way = new NextStep(model);
        way.show(next, messages);
        Presence.when(looking, model.session().readOnlyProperty());
        Changes.call(this::showScreen, model.screenProperty());
        showScreen();
        addCommands();
        ViewLoader views = new ViewLoader(messages);
        frame.setBottom(views.load(new StatusController(
                model, messages, jobs::toggle, notices::toggleList, palette::toggle, keys::toggle)));
        root.getChildren().addAll(views.load(jobs), views.load(notices), views.load(palette), views.load(keys));
        root.getChildren().add(presentation.pane());
        ShellKeys all = new ShellKeys(
                commands.fixed(),
                keys,
                () -> notices.close() || jobs.close(),
                () -> built.get(model.screenProperty().get()));
        root.sceneProperty().addListener((observed, before, scene) -> {
            if (scene != null) {
                all.addTo(scene);
                new IdleWork(screens.keySet().stream()
                                .map(each -> (Runnable) () -> view(each))
                                .toList())
                        .start(scene);
            }
        });
    }

    private void fillRail() {
        for (Screen screen : Screen.values()) {
            if (screens.containsKey(screen)) {
                ToggleButton item = new ToggleButton();
                item.setGraphic(new FontIcon(screen.icon()));
                item.textProperty().bind(messages.bind(screen.key()));
                item.getStyleClass().add("rail-item");
                item.setId("rail-" + screen);
                item.setMaxWidth(Double.MAX_VALUE);
                group.add(item, screen, () -> model.screenProperty().set(screen));
                item.setOnMouseClicked(event -> enter());
                (screen == Screen.SETTINGS ? railEnd : rail).getChildren().add(item);
            }
        }
    }

    private Parent view(Screen screen) {
        return built.computeIfAbsent(screen, wanted -> screens.get(wanted).get());
    }

    private void showScreen() {
        Screen screen = model.screenProperty().get();
        boolean onRail = isOnRail();
        if (root.getScene() == null) {
            fill(screen, onRail);
        } else {
            // rail and title respond at once: a large screen takes longer than a click may be without response
            if (seen.contains(screen)) {
                place.getChildren().add(Skeleton.unseen());
            } else {
                place.getChildren().setAll(new Skeleton());
            }
            FirstFrame.after(
                    2,
                    () -> { // the frame of the first pulse is drawn after it
                        if (model.screenProperty().get() == screen) {
                            fill(screen, onRail);
                        }
                    });
        }
        screenName.textProperty().bind(messages.bind(screen.key()));
        screenAbout.textProperty().bind(messages.bind(screen.key() + ".about"));
        group.getToggles().stream()
                .filter(toggle -> toggle.getUserData() == screen)
                .forEach(toggle -> toggle.setSelected(true));
    }

    private void fill(Screen screen, boolean onRail) {
        seen.add(screen);
        place.getChildren().setAll(view(screen));
        presentation.follow(view(screen));
        copier.follow(view(screen));
        if (!onRail || entering) {
            enter();
        }
    }

    /** Whether the focus is on the rail, where the arrow keys stay in use. */
    private boolean isOnRail() {
        Scene scene = root.getScene();
        return scene == null || scene.getFocusOwner() instanceof ToggleButton item && item.getToggleGroup() == group;
    }

    /** Moves the focus into the screen once it is built, so that it gets the next arrow key. */
    private void enter() {
        Parent view = built.get(model.screenProperty().get());
        entering = view == null || !place.getChildren().contains(view);
        if (!entering) {
            FirstFocus.in(view);
        }
    }

    private void go(Screen screen) {
        model.screenProperty().set(screen);
        enter();
    }

    private void addCommands() {
        int digit = 1;
        for (Screen screen : Screen.values()) {
            if (screens.containsKey(screen)) {
                Command command = Command.of("command.go", () -> go(screen), screen.key());
                commands.add(digit > DIGITS ? command : command.withKeys("Shortcut+" + digit++));
            }
        }
        commands.add(Command.of("command.export", () -> go(Screen.EXPORT)).withKeys("Shortcut+E"));
        commands.add(Command.of("command.palette", palette::toggle).withKeys("Shortcut+K"));
        commands.add(Command.of("command.pause", model::pauseOrResume)
                .withKeys("Shortcut+Period")
                .when(model::hasJob));
        commands.add(Command.of("shell.stop", model::stop).when(model::hasJob));
        commands.add(Command.of("shell.jobs.tip", jobs::toggle));
        commands.add(Command.of("command.language", model::switchLanguage));
        commands.add(Command.of("command.theme", model::switchTheme));
        commands.add(Command.of("command.present", presentation::toggle)
                .withKeys("F11")
                .when(() -> presentation.isReady() || presentation.isShown()));
        commands.add(Command.of("shell.command", copier::copy).when(copier::isReady));
        commands.add(Command.of("command.fullScreen", () -> model.fullScreenProperty()
                        .set(!model.fullScreenProperty().get()))
                .withKeys("Shift+F11", "F11")); // F11 alone where nothing can be presented
        commands.add(Command.of("command.larger", model.zoom()::larger)
                .withKeys(
                        "Shortcut+Plus",
                        "Shortcut+Equals",
                        "Shift+Shortcut+Equals",
                        "Shift+Shortcut+Plus",
                        "Shortcut+Add"));
        commands.add(
                Command.of("command.smaller", model.zoom()::smaller).withKeys("Shortcut+Minus", "Shortcut+Subtract"));
        commands.add(Command.of("command.usualSize", model.zoom()::reset).withKeys("Shortcut+0", "Shortcut+Numpad 0"));
        commands.add(Command.of("command.problems", notices::toggleList));
        commands.add(Command.of("command.keys", keys::toggle).withKeys("F1"));
        commands.addAll(() -> model.session().runs().stream()
                .filter(run -> run.description() != null)
                .map(run -> Command.of("command.look", () -> model.look(run, Screen.TRAIN), run.name()))
                .toList());
        commands.addAll(() -> model.session()
                .readyRuns()
                .map(run -> Command.of("command.explain", () -> model.look(run, Screen.EXPLAIN), run.name()))
                .toList());
    }
}
