package dev.interestlens.ui;

import dev.interestlens.App;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.Texts;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.ui.common.Preferences;
import dev.interestlens.ui.common.Session;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * Opens the real window, walks through its screens while a training runs, and prints the times between frames in milliseconds; {@code .ci/bench frames}
 * runs it on a workspace where the next training is a long one. At 60 frames a second a frame comes each 16.7 ms; {@code work} is the processor time of
 * the window's thread. The lines {@code feedback}, {@code screen} and {@code list} are times from a click to the first frame, to the frame with the
 * screen, and to the frame with the recommendations; {@code playground} are the frames of a model that learns in the window while the training goes on beside it,
 * {@code pictures} the times from one of its pictures to the next. The argument is the number of seconds.
 */
public final class WindowFrames {
    private static final String ROW = "%-12s %8s %8s %8s %8s %8s %8s %8s";
    private static final double LATE = 50;
    private static final double STAY = 2;
    private static final List<String> WALK = List.of("MODEL", "TRAIN", "EXPLAIN", "TRAIN", "COMPARE", "DATA", "HOME");

    private WindowFrames() {}

    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("interestlens.home"));
        ExperimentConfig usual = new Session().draftProperty().get();
        Json.write(
                Disk.real(), home.resolve("draft.json"), ConfigJson.tree(ConfigJson.set(usual, "training.epochs=500")));
        Json.write(Disk.real(), home.resolve("preferences.json"), new Preferences(false, 1, false));
        Application.launch(Measured.class, arguments);
    }

    /** The program, with a walk through it. */
    public static final class Measured extends App {
        @Override
        public void start(Stage stage) {
            super.start(stage);
            System.out.println(Texts.row(ROW, "phase", "frames", "p50 ms", "p95", "p99", "max", "> 50 ms", "work p99"));
            new Walk(
                            stage.getScene(),
                            Double.parseDouble(getParameters().getRaw().get(0)) / 2)
                    .start();
        }
    }

    /** Times in milliseconds, and the window's own processor time within each. */
    private static final class Times {
        private final List<Double> all = new ArrayList<>();
        private final List<Double> work = new ArrayList<>();

        void add(double milliseconds, double own) {
            all.add(milliseconds);
            work.add(own);
        }

        void print(String name) {
            System.out.println(Texts.row(
                    ROW,
                    name,
                    all.size(),
                    quantile(all, 0.5),
                    quantile(all, 0.95),
                    quantile(all, 0.99),
                    quantile(all, 1),
                    all.stream().filter(time -> time > LATE).count(),
                    quantile(work, 0.99)));
        }

        /** The least value that this share of all does not exceed; 0 for none. */
        private static double quantile(List<Double> values, double share) {
            double[] sorted =
                    values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            int at = (int) Math.ceil(share * sorted.length) - 1;
            return sorted.length == 0 ? 0 : Math.round(sorted[Math.max(0, at)] * 10) / 10.0;
        }
    }

    /** Something that was clicked and is awaited. */
    private record Click(long time, long cpu, Node before) {}

    private static final class Walk extends AnimationTimer {
        private final Scene scene;
        private final double seconds;
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final Times walk = new Times();
        private final Times feedback = new Times();
        private final Times screens = new Times();
        private final Times lists = new Times();
        private final Times pictures = new Times();
        private Times frames = new Times();
        private Phase phase = Phase.WAITING;
        private double began;
        private int place = -1;
        private long before;
        private long cpuBefore;
        private Click click;
        private boolean answered;
        private Click choice;
        private String told = "";
        private long pictured;

        private enum Phase {
            WAITING,
            CHARTS,
            FIRST_VISITS,
            VISITS,
            PEOPLE,
            PLAYGROUND
        }

        Walk(Scene scene, double seconds) {
            this.scene = scene;
            this.seconds = seconds;
        }

        @Override
        public void handle(long now) {
            long cpu = threads.getCurrentThreadCpuTime();
            if (phase != Phase.WAITING) {
                double work = (cpu - cpuBefore) / 1e6;
                frames.add((now - before) / 1e6, work);
                if (phase == Phase.PLAYGROUND) {
                    measurePicture(now, work);
                } else if (phase != Phase.PEOPLE) {
                    walk.add((now - before) / 1e6, work);
                }
            }
            if (click != null) {
                measureClick(cpu);
            }
            if (choice != null && rows() != null && rows() != choice.before()) {
                lists.add((System.nanoTime() - choice.time()) / 1e6, (cpu - choice.cpu()) / 1e6);
                choice = null;
            }
            before = now;
            cpuBefore = cpu;
            go((now / 1e9) - began, now / 1e9);
        }

        /** A picture is new where the sentence above it tells other numbers. */
        private void measurePicture(long now, double work) {
            if (scene.lookup("#play-sentence") instanceof Label sentence
                    && !sentence.getText().equals(told)) {
                if (!told.isEmpty()) {
                    pictures.add((now - pictured) / 1e6, work);
                }
                told = sentence.getText();
                pictured = now;
            }
        }

        /** The frame with the response has been drawn since the last pulse. */
        private void measureClick(long cpu) {
            double time = (System.nanoTime() - click.time()) / 1e6;
            double work = (cpu - click.cpu()) / 1e6;
            if (!answered) {
                feedback.add(time, work);
                answered = true;
            }
            List<Node> content = ((StackPane) scene.lookup("#place")).getChildren();
            if (content.size() == 1 && content.get(0) != click.before() && scene.lookup(".skeleton") == null) {
                screens.add(time, work);
                click = null;
            }
        }

        private void go(double since, double now) {
            switch (phase) {
                case WAITING -> {
                    if (isThere("journal.log")) {
                        enter(Phase.CHARTS, now);
                    } else if (!isThere("") && since > STAY) {
                        startTraining();
                        began = now;
                    }
                }
                case CHARTS -> next(since > seconds, "charts", Phase.FIRST_VISITS, now);
                case FIRST_VISITS -> next(visit(since), "firstVisits", Phase.VISITS, now);
                case VISITS -> {
                    visit(since % (STAY * WALK.size()));
                    next(since > seconds, "visits", Phase.PEOPLE, now);
                }
                case PEOPLE -> {
                    choose((int) (since / STAY));
                    next(since > seconds, "people", Phase.PLAYGROUND, now);
                }
                case PLAYGROUND -> {
                    if (since > seconds) {
                        frames.print("playground");
                        finish();
                    }
                }
                default -> throw new IllegalStateException(phase.toString());
            }
        }

        private void next(boolean over, String name, Phase then, double now) {
            if (over) {
                frames.print(name);
                frames = new Times();
                enter(then, now);
            }
        }

        private void enter(Phase then, double now) {
            phase = then;
            began = now;
            place = -1;
            if (then == Phase.PEOPLE || then == Phase.PLAYGROUND) {
                show(then == Phase.PEOPLE ? "RECOMMEND" : "PLAYGROUND");
                click = null;
                choice = null;
            }
        }

        private void startTraining() {
            show("TRAIN");
            click = null;
            scene.getRoot().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.R, false, true, false, false));
        }

        /** Whether the first run has this file. */
        private static boolean isThere(String file) {
            return Files.exists(Path.of(System.getProperty("interestlens.home"), "runs", "din-001", file));
        }

        private boolean visit(double since) {
            int at = (int) (since / STAY);
            if (at != place && at < WALK.size()) {
                show(WALK.get(at));
            }
            place = at;
            return at >= WALK.size();
        }

        private void show(String screen) {
            List<Node> content = ((StackPane) scene.lookup("#place")).getChildren();
            click = new Click(System.nanoTime(), threads.getCurrentThreadCpuTime(), content.get(content.size() - 1));
            answered = false;
            ((ButtonBase) scene.lookup("#rail-" + screen)).fire();
        }

        /** Chooses another person each time, once the list of the one before is shown. */
        private void choose(int person) {
            if (person != place
                    && choice == null
                    && scene.lookup("#hits") instanceof ListView<?> hits
                    && hits.getItems().size() > 1) {
                choice = new Click(System.nanoTime(), threads.getCurrentThreadCpuTime(), rows());
                hits.getSelectionModel().select(person % hits.getItems().size());
                place = person;
            }
        }

        /** The first row of the recommendations, another one in each list. */
        private Node rows() {
            return scene.lookup("#rows") instanceof javafx.scene.Parent rows
                            && !rows.getChildrenUnmodifiable().isEmpty()
                    ? rows.getChildrenUnmodifiable().get(0)
                    : null;
        }

        private void finish() {
            stop();
            pictures.print("pictures");
            walk.print("walk"); // charts, first visits and visits together
            feedback.print("feedback");
            screens.print("screen");
            lists.print("list");
            Platform.exit();
        }
    }
}
