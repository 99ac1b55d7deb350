package dev.interestlens.ui.common.run;

import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Ticker;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Which weights the run that a view holds open was read with, and whether its journal names others by now: those of a better epoch, or of a training that
 * went on from an earlier state. It follows the journal itself, so that it does not matter who trains the run.
 */
public final class OpenedWeights {
    private final RunFollower follower;
    private final ObjectProperty<Set<String>> read = new SimpleObjectProperty<>(this, "read", Set.of());
    private final BooleanBinding others;

    public OpenedWeights(Background background, Ticker ticker) {
        follower = new RunFollower(background, ticker);
        others = Bindings.createBooleanBinding(this::areOthers, follower.progressProperty(), read);
    }

    /** @param folder of the run that is followed from now on, which is not open yet; null for none */
    public void follow(RunFolder folder) {
        read.set(Set.of());
        follower.follow(folder);
    }

    /** The last state of the journal, or null. */
    public ReadOnlyObjectProperty<RunProgress> progressProperty() {
        return follower.progressProperty();
    }

    /** Checksum of the weights that the journal names now; to be asked before the run is opened. */
    public String named() {
        RunProgress now = progressProperty().get();
        return now == null ? "" : now.summary().weights();
    }

    /**
     * The run was opened.
     *
     * @param named what the journal named when that began
     * @param found checksum of the weights that were read: they are saved before the journal names them, so that they may be newer
     */
    public void opened(String named, String found) {
        read.set(named.equals(found) ? Set.of(found) : Set.of(named, found));
    }

    /** Whether the run is open with other weights than its journal names. */
    public BooleanBinding others() {
        return others;
    }

    private boolean areOthers() {
        return !read.get().isEmpty() && !named().isEmpty() && !read.get().contains(named());
    }
}
