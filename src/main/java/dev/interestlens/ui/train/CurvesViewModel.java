package dev.interestlens.ui.train;

import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.run.RunFollower;
import dev.interestlens.ui.common.run.RunProgress;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.workspace.RunSummary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/** The runs whose curves are drawn: the selected one, pinned ones, and other selected rows of the table. */
final class CurvesViewModel {
    /** Number of runs in one plot, including the selected one. */
    static final int MAX = 6;

    private final Session session;
    private final Background background;
    private final ReadOnlyObjectProperty<RunProgress> shown;
    private final ObservableList<RunSummary> overlaid = FXCollections.observableArrayList();
    private final ObservableMap<RunFolder, RunProgress> overlays = FXCollections.observableHashMap();
    private final ObservableList<RunSummary> besides = FXCollections.observableArrayList();
    private boolean laidOverAgain;

    /** @param shown the journal of the selected run */
    CurvesViewModel(Session session, Background background, ReadOnlyObjectProperty<RunProgress> shown) {
        this.session = session;
        this.background = background;
        this.shown = shown;
        layOverAgain();
        Changes.call(this::layOverAgain, session.runs());
        overlaid.addListener((ListChangeListener<RunSummary>) change -> {
            session.laidOver()
                    .setAll(overlaid.stream()
                            .map(run -> run.folder().folderName())
                            .toList());
            readOverlays();
        });
        Changes.call(this::readOverlays, besides);
    }

    /** Lays over what was laid over when the window was closed, once runs are known. */
    private void layOverAgain() {
        if (!laidOverAgain && !session.runs().isEmpty()) {
            laidOverAgain = true;
            overlaid.setAll(List.copyOf(session.laidOver()).stream()
                    .map(session::named)
                    .flatMap(Optional::stream)
                    .toList());
        }
    }

    private void readOverlays() {
        List<RunSummary> all = laidOver();
        overlays.keySet()
                .removeIf(folder -> all.stream().noneMatch(each -> each.folder().equals(folder)));
        for (RunSummary each : all) {
            if (!overlays.containsKey(each.folder())) {
                background.load(ticket -> RunFollower.once(each.folder()), found -> found.filter(read -> isWanted(each))
                        .ifPresent(read -> overlays.put(each.folder(), read)));
            }
        }
    }

    private boolean isWanted(RunSummary run) {
        return laidOver().stream().anyMatch(each -> each.folder().equals(run.folder()));
    }

    /** Pinned runs, then other selected rows, up to the maximum. */
    private List<RunSummary> laidOver() {
        return Stream.concat(overlaid.stream(), besides.stream().filter(each -> !isOverlaid(each)))
                .limit(MAX - 1)
                .toList();
    }

    /** Other selected rows of the table. */
    List<RunSummary> besides() {
        return besides;
    }

    /** Draws the curves of these with the selected run, until other rows are selected. */
    void beside(List<RunSummary> runs) {
        if (!besides.equals(runs)) {
            besides.setAll(runs);
        }
    }

    ObservableMap<RunFolder, RunProgress> overlays() {
        return overlays;
    }

    /** All curves, with the current names of their runs. */
    List<RunProgress> all() {
        return RunCurves.all(shown.get(), overlays.values()).stream()
                .map(each -> session.summary(each.summary().folder())
                        .map(run -> each.with(run.labels()))
                        .orElse(each))
                .toList();
    }

    /** Their colours, as on every screen. */
    List<Integer> styles() {
        return session.styles()
                .of(all().stream().map(each -> each.summary().folder()).toList());
    }

    /** Pins the curves of a run, or takes them away. */
    void toggle(RunSummary run) {
        if (!overlaid.removeIf(each -> each.folder().equals(run.folder())) && overlaid.size() < MAX - 1) {
            overlaid.add(run);
        }
    }

    boolean isOverlaid(RunSummary run) {
        return overlaid.stream().anyMatch(each -> each.folder().equals(run.folder()));
    }

    /** Takes away those of a run that goes. */
    void drop(RunSummary run) {
        overlaid.removeIf(each -> each.folder().equals(run.folder()));
    }
}
