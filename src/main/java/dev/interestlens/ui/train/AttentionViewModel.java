package dev.interestlens.ui.train;

import dev.interestlens.train.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Newest;
import dev.interestlens.ui.common.RunProgress;
import dev.interestlens.workspace.AttentionMoment;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Watches attention form: looks at the same samples with every checkpoint of the run that is looked at, as it comes. */
public final class AttentionViewModel {
    private static final int MOST = 12;

    private final TrainViewModel train;
    private final Background background;
    private final Newest looking = new Newest();
    private final ObservableList<AttentionMoment> moments = FXCollections.observableArrayList();
    private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");
    private RunFolder folder;
    private long savedStep = -1;
    private boolean busy;

    public AttentionViewModel(TrainViewModel train, Background background) {
        this.train = train;
        this.background = background;
        train.progressProperty().addListener(change -> notice());
        watched.addListener(change -> notice());
    }

    /** What was seen so far, oldest first. */
    ObservableList<AttentionMoment> moments() {
        return moments;
    }

    /** Whether somebody looks; nothing is computed otherwise. */
    BooleanProperty watchedProperty() {
        return watched;
    }

    private void notice() {
        RunProgress now = train.progressProperty().get();
        RunFolder shown = now == null ? null : now.summary().folder();
        if (shown == null || !shown.equals(folder)) {
            folder = shown;
            savedStep = -1;
            busy = false;
            looking.forget();
            moments.clear();
        }
        if (now != null && watched.get() && !busy && now.savedStep() > savedStep) {
            look(now.savedStep());
        }
    }

    private void look(long step) {
        busy = true;
        RunFolder run = folder;
        List<String> known = moments.stream().map(AttentionMoment::weights).toList();
        background.run(
                Background.Lane.ENGINE,
                looking,
                ticket -> AttentionMoment.moments(run).stream()
                        .filter(file -> !known.contains(file.getFileName().toString()))
                        .map((Path file) -> AttentionMoment.of(run, file))
                        .toList(),
                found -> {
                    busy = false;
                    savedStep = step;
                    moments.addAll(found);
                    if (moments.size() > MOST) {
                        moments.remove(0, moments.size() - MOST);
                    }
                },
                failure -> {
                    busy = false;
                    savedStep = step;
                    background.failed(failure);
                });
    }
}
