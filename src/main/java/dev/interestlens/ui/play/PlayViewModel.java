package dev.interestlens.ui.play;

import dev.interestlens.data.synth.PlayLaw;
import dev.interestlens.store.Disk;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.ReadOnly;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.run.Services;
import dev.interestlens.ui.common.run.TrainingRunner;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.play.PlayFilm;
import dev.interestlens.workspace.play.PlaySetup;
import dev.interestlens.workspace.play.Playground;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The setup, and the film of its training. Whatever changes the setup begins another film; the one before stays behind it. */
public final class PlayViewModel {
    private static final Duration PICTURE = Duration.ofMillis(40);

    private final Services services;
    private final TrainingRunner trainings;
    private final LatestRequest playing = new LatestRequest();
    private final LatestRequest keeping = new LatestRequest();
    private final ReadOnlyObjectWrapper<PlaySetup> setup =
            new ReadOnlyObjectWrapper<>(this, "setup", PlaySetup.of(PlayLaw.LAST, PlaySetup.FAMILIES.get(0)));
    private final ReadOnlyObjectWrapper<PlayFilm> film = new ReadOnlyObjectWrapper<>(this, "film");
    private final ReadOnlyObjectWrapper<PlayFilm> former = new ReadOnlyObjectWrapper<>(this, "former");
    private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused");
    private final BooleanProperty slow = new SimpleBooleanProperty(this, "slow");
    private final AtomicReference<PlayFilm> newest = new AtomicReference<>();
    private PlayControl control = new PlayControl();
    private Runnable stopTicking = () -> {};

    /** Belongs to the thread of the playground; null until a shop is prepared. */
    private Playground ground;

    private RunFolder run;

    public PlayViewModel(Services services, TrainingRunner trainings) {
        this.services = services;
        this.trainings = trainings;
        paused.addListener((observed, before, now) -> control.pause(now));
        slow.addListener((observed, before, now) -> control.slow(now));
    }

    ReadOnlyObjectProperty<PlaySetup> setupProperty() {
        return setup.getReadOnlyProperty();
    }

    /** What was seen so far; null before the screen was shown. */
    ReadOnlyObjectProperty<PlayFilm> filmProperty() {
        return film.getReadOnlyProperty();
    }

    /** The film of the setup before, or null. */
    ReadOnlyObjectProperty<PlayFilm> formerProperty() {
        return former.getReadOnlyProperty();
    }

    BooleanProperty pausedProperty() {
        return paused;
    }

    BooleanProperty slowProperty() {
        return slow;
    }

    /** Begins the film where the screen is shown and there is none to its end. */
    void enter() {
        stopTicking = services.ticker().every(PICTURE, this::look);
        if (film.get() == null || !film.get().ended()) {
            begin();
        }
    }

    /** Stops the training, since nobody looks on. */
    public void leave() {
        control.stop();
        playing.forget();
        stopTicking.run();
    }

    /** Another setup, from its beginning. */
    void choose(PlaySetup wanted) {
        if (wanted.equals(setup.get())) {
            return;
        }
        if (film.get() != null && !film.get().frames().isEmpty()) {
            former.set(film.get());
        }
        setup.set(wanted);
        paused.set(false);
        begin();
    }

    /** The next frame, and then a pause. */
    void step() {
        paused.set(true);
        control.step();
    }

    private void begin() {
        control.stop();
        PlayControl mine = new PlayControl();
        mine.pause(paused.get());
        mine.slow(slow.get());
        control = mine;
        PlaySetup wanted = setup.get();
        PlayFilm empty = new PlayFilm(wanted, Playground.persons(wanted.shop()), 0, Double.NaN, List.of(), false);
        newest.set(empty);
        look();
        services.background()
                .run(Background.Lane.PLAYGROUND, playing, ticket -> play(wanted, mine, ticket), ended -> look());
    }

    private RunFolder play(PlaySetup wanted, PlayControl mine, LatestRequest.Ticket ticket) {
        if (ground == null || !ground.settings().equals(wanted.shop())) {
            closing().run();
            ground = Playground.of(wanted.shop());
        }
        run = ground.train(wanted, mine, now -> {
            if (!ticket.stale()) {
                newest.set(now);
                mine.framed();
            }
        });
        return run;
    }

    private void look() {
        if (film.get() != newest.get()) {
            film.set(newest.get());
        }
    }

    /** Stops here, puts the run among those of the workspace and explains it. */
    void keep() {
        Session session = services.session();
        if (film.get() == null || film.get().frames().size() < 2 || ReadOnly.refuses(session, services.background())) {
            return;
        }
        control.stop();
        RunLabels labels = new RunLabels(services.messages().text("play.kept"), "", List.of());
        services.background()
                .run(
                        Background.Lane.PLAYGROUND,
                        keeping,
                        ticket -> ground.keep(Disk.real(), run, services.workspace(), labels),
                        folder -> trainings.add(folder, () -> {
                            session.choose(folder);
                            session.goalProperty().set(Session.Goal.EXPLAIN);
                        }));
    }

    /** Saves the film so far as files, in a folder that a person chooses. */
    void save() {
        PlayFilm whole = film.get();
        PlayFilm before = former.get();
        services.dialogs().folder(services.messages().text("play.save")).ifPresent(folder -> services.background()
                .load(
                        ticket -> new FilmFiles(services.messages()).write(folder, whole, before),
                        services.session().savedProperty()::set));
    }

    /** Removes the temporary shop; on the thread of the playground. */
    public Runnable closing() {
        return () -> {
            if (ground != null) {
                ground.close();
                ground = null;
            }
        };
    }
}
