package dev.interestlens.ui.shell;

import dev.interestlens.job.WindowFigures;
import dev.interestlens.job.WindowProbe;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.Session;
import dev.interestlens.workspace.RunSummary;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ObjectProperty;

/**
 * Measures the window: the time of the first frame, and the times between frames while a training runs and the screens are shown one after the other.
 * Writes the figures to the file of {@link WindowProbe} and ends the program.
 */
final class FrameProbe extends AnimationTimer {
    private static final double MILLI = 1e6;
    private static final double SECOND = 1e9;

    /** Seconds on each screen. */
    private static final double STAY = 2;

    private static final List<Screen> WALK =
            List.of(Screen.MODEL, Screen.TRAIN, Screen.EXPLAIN, Screen.TRAIN, Screen.COMPARE, Screen.DATA, Screen.HOME);

    private final Path target;
    private final double seconds;
    private final Session session;
    private final ObjectProperty<Screen> screen;
    private final ObjectProperty<Screen> filled;
    private final BooleanSupplier mayStart;
    private final Runnable start;
    private final Shell.ListOfPerson list;
    private final Runnable end;
    private final List<WindowFigures.Phase> phases = new ArrayList<>();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Samples frames = new Samples();
    private final Samples all = new Samples();
    private final Samples answers = new Samples();
    private final Samples contents = new Samples();
    private final Samples lists = new Samples();
    private long cpuBefore;
    private long clicked;
    private boolean answered;
    private int drawn;
    private long cpuClicked;
    private long chosen;
    private long cpuChosen;
    private int listed;
    private int pulses;
    private long firstFrame;
    private long before;
    private double begun;
    private int place;
    private State state = State.WAITING;

    private enum State {
        WAITING,
        STARTING,
        CHARTS,
        FIRST_VISITS,
        VISITS,
        PEOPLE
    }

    /** Whether a measurement was requested. */
    static boolean isWanted() {
        return System.getProperty(WindowProbe.FILE) != null;
    }

    /** @param start starts a training once {@code mayStart}; {@code end} ends the program */
    FrameProbe(ShellViewModel model, BooleanSupplier mayStart, Runnable start, Shell.ListOfPerson list, Runnable end) {
        this.target = Path.of(System.getProperty(WindowProbe.FILE));
        this.seconds = Integer.getInteger(WindowProbe.SECONDS, 0);
        this.session = model.session();
        this.screen = model.screenProperty();
        this.filled = model.filledProperty();
        this.mayStart = mayStart;
        this.start = start;
        this.list = list;
        this.end = end;
    }

    @Override
    public void handle(long now) {
        pulses++;
        if (pulses < 2) {
            return; // the frame of this pulse is not drawn yet
        }
        if (firstFrame == 0) {
            firstFrame = System.currentTimeMillis();
            if (seconds == 0) {
                finish();
                return;
            }
        }
        long cpu = threads.getCurrentThreadCpuTime();
        if (before != 0 && state.ordinal() >= State.CHARTS.ordinal()) {
            double time = (now - before) / MILLI;
            double work = (cpu - cpuBefore) / MILLI;
            frames.add(time, work);
            if (state != State.PEOPLE) {
                all.add(time, work);
            }
        }
        if (clicked != 0) { // the frame with the response has been drawn since
            double time = (System.nanoTime() - clicked) / MILLI;
            double work = (cpu - cpuClicked) / MILLI;
            if (!answered) {
                answers.add(time, work);
                answered = true;
            }
            drawn += filled.get() == screen.get() ? 1 : 0;
            if (drawn > 1) { // the content was set before the last frame, or in its pulse
                contents.add(time, work);
                clicked = 0;
            }
        }
        if (listed != 0 && pulses - listed > 1) { // the frame with the list has been drawn since
            lists.add((System.nanoTime() - chosen) / MILLI, (cpu - cpuChosen) / MILLI);
            listed = 0;
            chosen = 0;
        }
        before = now;
        cpuBefore = cpu;
        go(now);
    }

    private void go(long now) {
        double since = (now - begun) / SECOND;
        switch (state) {
            case WAITING -> {
                if (mayStart.getAsBoolean()) {
                    screen.set(Screen.TRAIN);
                    start.run();
                    enter(State.STARTING, now);
                }
            }
            case STARTING -> {
                Job job = session.jobs().trainingProperty().get();
                if (job != null && job.statusProperty().get().fraction() > 0) {
                    enter(State.CHARTS, now);
                }
            }
            case CHARTS -> {
                if (since > seconds / 2) {
                    close("charts", State.FIRST_VISITS, now);
                }
            }
            case FIRST_VISITS -> {
                if (walk(since)) {
                    close("firstVisits", State.VISITS, now);
                }
            }
            case VISITS -> {
                walk(since % (STAY * WALK.size()));
                if (since > seconds / 2) {
                    close("visits", State.PEOPLE, now);
                    openFinished();
                    screen.set(Screen.RECOMMEND);
                }
            }
            case PEOPLE -> {
                choose((int) (since / STAY));
                if (since > seconds / 2) {
                    close("people", State.PEOPLE, now);
                    finish();
                }
            }
            default -> throw new IllegalStateException(state.toString());
        }
    }

    private boolean walk(double since) {
        int now = (int) (since / STAY);
        if (now != place && now < WALK.size()) {
            clicked = System.nanoTime();
            answered = false;
            drawn = 0;
            cpuClicked = threads.getCurrentThreadCpuTime();
            screen.set(WALK.get(now));
        }
        place = now;
        return now >= WALK.size();
    }

    /** Recommends with a run that was finished before, where there is one: the other changes while it trains. */
    private void openFinished() {
        session.runs().stream()
                .filter(run -> run.hasModel() && run.status() != RunSummary.Status.RUNNING)
                .findFirst()
                .ifPresent(run -> session.runProperty().set(run.folder()));
    }

    /** Chooses another person each time, once the list of the previous one is shown; first the screen itself is built. */
    private void choose(int person) {
        if (person != place && person > 0 && chosen == 0) {
            long now = System.nanoTime();
            cpuChosen = threads.getCurrentThreadCpuTime();
            if (list.choose(person, () -> listed = pulses)) {
                chosen = now;
            }
        }
        place = person;
    }

    private void enter(State next, long now) {
        state = next;
        begun = now;
        place = -1;
    }

    private void close(String name, State next, long now) {
        phases.add(frames.phase(name));
        enter(next, now);
    }

    private void finish() {
        stop();
        if (seconds > 0) {
            phases.add(all.phase("walk")); // charts, first visits and visits together
            phases.add(answers.phase("feedback"));
            phases.add(contents.phase("screen"));
            phases.add(lists.phase("list"));
        }
        Json.write(Disk.real(), target, new WindowFigures(firstFrame, phases));
        end.run();
    }

    /** Frame times and the time of the FX thread in them, in milliseconds. */
    private static final class Samples {
        private double[] times = new double[1024];
        private double[] work = new double[1024];
        private int count;

        void add(double milliseconds, double own) {
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
                work = Arrays.copyOf(work, 2 * count);
            }
            times[count] = milliseconds;
            work[count++] = own;
        }

        /** Summarises them and starts again. */
        WindowFigures.Phase phase(String name) {
            int all = count;
            count = 0;
            return WindowFigures.Phase.of(name, Arrays.copyOf(times, all), Arrays.copyOf(work, all));
        }
    }
}
