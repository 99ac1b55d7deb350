package dev.interestlens.ui.shell;

import dev.interestlens.store.Problem;
import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Views;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** The rail, the bars, and the place where the screens stand. */
public final class ShellController {
    private static final PseudoClass SOME = PseudoClass.getPseudoClass("some");

    private final ShellViewModel model;
    private final Messages messages;
    private final Map<Screen, Supplier<Parent>> screens;
    private final Map<Screen, Parent> built = new EnumMap<>(Screen.class);
    private final ToggleGroup group = new ToggleGroup();
    private final Commands commands;
    private final PaletteController palette;
    private final KeysController keys;

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
    private Label context;

    @FXML
    private Label device;

    @FXML
    private HBox job;

    @FXML
    private Label noJob;

    @FXML
    private Label jobTitle;

    @FXML
    private Label jobDetail;

    @FXML
    private ProgressBar jobProgress;

    @FXML
    private Button pause;

    @FXML
    private FontIcon pauseIcon;

    @FXML
    private Label memory;

    @FXML
    private Button log;

    @FXML
    private Button theme;

    @FXML
    private FontIcon themeIcon;

    @FXML
    private VBox problem;

    @FXML
    private Label problemWhat;

    @FXML
    private Label problemPlace;

    @FXML
    private Label problemKept;

    @FXML
    private Label problemFix;

    @FXML
    private VBox problemList;

    /** @param screens how each screen is built when it is first looked at; a screen without one is left out of the rail */
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
    }

    @FXML
    private void initialize() {
        fillRail();
        bindJob();
        context.textProperty().bind(model.contextProperty());
        device.textProperty()
                .bind(messages.bind("shell.device.cpu", Runtime.getRuntime().availableProcessors()));
        memory.textProperty().bind(messages.bind("shell.memory", model.memoryProperty()));
        log.textProperty().bind(messages.bind("shell.log.count", model.errors().countProperty()));
        model.errors().countProperty().addListener(change -> markLog());
        markLog();
        model.theme().choiceProperty().addListener(change -> themeIcon.setIconLiteral(themeLiteral()));
        themeIcon.setIconLiteral(themeLiteral());
        theme.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> messages.text("shell.theme.tip", themeName()),
                        messages.language(),
                        model.theme().choiceProperty()));
        theme.getTooltip().textProperty().bind(theme.accessibleTextProperty());
        model.problemProperty().addListener(change -> showProblem());
        messages.language().addListener(change -> showProblem());
        showProblem();
        model.screenProperty().addListener(change -> showScreen());
        showScreen();
        Timeline clock = new Timeline(new KeyFrame(Duration.seconds(2), event -> model.measureMemory()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        addCommands();
        Views views = new Views(messages);
        root.getChildren().addAll(views.load(palette), views.load(keys));
        root.sceneProperty().addListener((observed, before, scene) -> addKeys());
    }

    private void fillRail() {
        for (Screen screen : Screen.values()) {
            if (screens.containsKey(screen)) {
                ToggleButton item = new ToggleButton();
                item.setGraphic(new FontIcon(screen.icon()));
                item.textProperty().bind(messages.bind(screen.key()));
                item.getStyleClass().add("rail-item");
                item.setId("rail-" + screen);
                item.setToggleGroup(group);
                item.setUserData(screen);
                item.setMaxWidth(Double.MAX_VALUE);
                item.setOnAction(event -> {
                    item.setSelected(true);
                    model.screenProperty().set(screen);
                });
                (screen == Screen.SETTINGS ? railEnd : rail).getChildren().add(item);
            }
        }
    }

    private void bindJob() {
        var status = model.session().jobProperty();
        job.visibleProperty().bind(status.isNotNull());
        job.managedProperty().bind(job.visibleProperty());
        noJob.visibleProperty().bind(status.isNull());
        noJob.managedProperty().bind(noJob.visibleProperty());
        status.addListener((observed, before, now) -> showJob(now));
        showJob(status.get());
    }

    private void showJob(JobStatus now) {
        if (now != null) {
            jobTitle.setText(now.title());
            jobDetail.setText(now.detail());
            jobProgress.setProgress(now.fraction());
            pauseIcon.setIconLiteral(now.paused() ? "fth-play" : "fth-pause");
            pause.setAccessibleText(messages.text(now.paused() ? "shell.resume" : "shell.pause"));
            pause.getTooltip().setText(pause.getAccessibleText());
        }
    }

    private void showScreen() {
        Screen screen = model.screenProperty().get();
        Parent view =
                built.computeIfAbsent(screen, wanted -> screens.get(wanted).get());
        place.getChildren().setAll(view);
        screenName.textProperty().bind(messages.bind(screen.key()));
        screenAbout.textProperty().bind(messages.bind(screen.key() + ".about"));
        group.getToggles().stream()
                .filter(toggle -> toggle.getUserData() == screen)
                .forEach(toggle -> toggle.setSelected(true));
    }

    private void addCommands() {
        int digit = 1;
        for (Screen screen : Screen.values()) {
            if (screens.containsKey(screen)) {
                commands.add(
                        Command.of("command.go", () -> model.screenProperty().set(screen), screen.key())
                                .withKeys("Shortcut+" + digit++));
            }
        }
        commands.add(Command.of("command.data", () -> model.screenProperty().set(Screen.DATA))
                .withKeys("Shortcut+O"));
        commands.add(Command.of("command.export", () -> model.screenProperty().set(Screen.EXPORT))
                .withKeys("Shortcut+E"));
        commands.add(Command.of("command.palette", palette::toggle).withKeys("Shortcut+K"));
        commands.add(Command.of("command.pause", model::pauseOrResume)
                .withKeys("Shortcut+Period")
                .when(model::hasJob));
        commands.add(Command.of("shell.stop", model::stop).when(model::hasJob));
        commands.add(Command.of("command.language", model::switchLanguage));
        commands.add(Command.of("command.theme", model::switchTheme));
        commands.add(Command.of("command.problems", this::toggleProblems));
        commands.add(Command.of("command.keys", keys::toggle).withKeys("F1"));
        commands.addAll(() -> model.session().runs().stream()
                .filter(run -> run.description() != null)
                .map(run -> Command.of("command.look", () -> model.look(run, Screen.TRAIN), run.name()))
                .toList());
        commands.addAll(() -> model.session().runs().stream()
                .filter(run -> run.epoch() > 0)
                .map(run -> Command.of("command.explain", () -> model.look(run, Screen.EXPLAIN), run.name()))
                .toList());
    }

    /** A scene's keys; those without a modifier are off while a person types. */
    private void addKeys() {
        Scene scene = root.getScene();
        if (scene == null) {
            return;
        }
        for (Command command : commands.fixed()) {
            if (command.keys() != null) {
                scene.getAccelerators().put(command.keys(), () -> {
                    if (command.enabled().getAsBoolean()) {
                        command.run().run();
                    }
                });
            }
        }
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            boolean question =
                    event.getCharacter().equals("?") || event.getCharacter().equals("？");
            if (question && !(event.getTarget() instanceof TextInputControl)) {
                keys.toggle();
                event.consume();
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && keys.isShown()) {
                keys.close();
                event.consume();
            }
        });
    }

    private void markLog() {
        log.pseudoClassStateChanged(SOME, model.errors().countProperty().get() > 0);
    }

    private String themeName() {
        return messages.text("shell.theme." + model.theme().choiceProperty().get());
    }

    private String themeLiteral() {
        return switch (model.theme().choiceProperty().get()) {
            case LIGHT -> "fth-sun";
            case DARK -> "fth-moon";
            case SYSTEM -> "fth-monitor";
        };
    }

    private void showProblem() {
        Problem now = model.problemProperty().get();
        problem.setVisible(now != null);
        problem.setManaged(now != null);
        if (now != null) {
            set(problemWhat, now.what(messages.locale()));
            set(problemPlace, placeOf(now));
            set(problemKept, now.kept(messages.locale()));
            set(problemFix, now.fix(messages.locale()));
        }
    }

    private static String placeOf(Problem problem) {
        String value = problem.values().get("value");
        return problem.place() + (value == null ? "" : (problem.place().isEmpty() ? "" : "   ") + "\"" + value + "\"");
    }

    private static void set(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    @FXML
    private void dismiss() {
        model.errors().dismiss();
    }

    @FXML
    private void switchLanguage() {
        model.switchLanguage();
    }

    @FXML
    private void switchTheme() {
        model.switchTheme();
    }

    @FXML
    private void pauseOrResume() {
        model.pauseOrResume();
    }

    @FXML
    private void stop() {
        model.stop();
    }

    @FXML
    private void toggleProblems() {
        boolean show = !problemList.isVisible();
        problemList.setVisible(show);
        problemList.setManaged(show);
        if (show) {
            problemList.getChildren().removeIf(node -> node.getStyleClass().contains("entry"));
            for (Problem each : model.errors().all()) {
                Label entry = new Label(each.text(messages.locale()));
                entry.setWrapText(true);
                entry.getStyleClass().add("entry");
                problemList.getChildren().add(entry);
            }
            if (model.errors().all().isEmpty()) {
                Label none = new Label(messages.text("shell.log.empty"));
                none.getStyleClass().addAll("entry", "note");
                problemList.getChildren().add(none);
            }
        }
    }
}
