package dev.interestlens.ui.recommend;

import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Background.Lane;
import dev.interestlens.ui.common.LatestRequest;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The list on the screen: shown at once, then measured step by step, the quick steps first. A newer list ends the measuring of an older one, also in the
 * middle of a step. FX thread only.
 */
final class MeasuredList {
    private final ListEngine engine;
    private final Background background;
    private final LatestRequest newest = new LatestRequest();
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown");

    MeasuredList(ListEngine engine, Background background) {
        this.engine = engine;
        this.background = background;
    }

    /** The list as far as measured, or null. */
    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Ends the measuring; what is shown stays. */
    void stop() {
        newest.forget();
    }

    /** Ends the measuring and shows nothing. */
    void clear() {
        stop();
        shown.set(null);
    }

    /** Makes a list on the engine thread, shows and measures it. */
    void make(Supplier<Shown> list) {
        background.run(Lane.ENGINE, newest, ticket -> list.get(), this::show);
    }

    /** Shows and measures a list that is made already. */
    void show(Shown list) {
        shown.set(list);
        if (list.list().size() == 0) {
            return;
        }
        step(
                ticket -> engine.removals(list, ticket::stale),
                removals -> step(
                        ticket -> Optional.of(engine.sentence(removals, ticket::stale)),
                        said -> step(
                                ticket -> Optional.of(engine.look(said, ticket::stale)),
                                looked -> step(
                                        ticket -> Optional.of(engine.character(looked)),
                                        described -> step(
                                                ticket -> Optional.of(engine.sharing(described, ticket::stale)),
                                                whole -> {})))));
    }

    private void step(Background.Work<Optional<Shown>> work, Consumer<Shown> then) {
        background.run(
                Lane.ENGINE,
                newest,
                work,
                found -> found.ifPresent(now -> {
                    shown.set(now);
                    then.accept(now);
                }));
    }
}
