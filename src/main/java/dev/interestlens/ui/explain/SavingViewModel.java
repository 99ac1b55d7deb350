package dev.interestlens.ui.explain;

import dev.interestlens.explain.Explanation;
import dev.interestlens.export.report.ExplanationFigure;
import dev.interestlens.export.report.ExplanationFile;
import dev.interestlens.export.report.ExplanationSlide;
import dev.interestlens.export.report.MeasuredFidelity;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.file.Pixels;
import dev.interestlens.store.Disk;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Background.Lane;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.ui.common.file.FileName;
import dev.interestlens.ui.control.Snapshot;
import dev.interestlens.ui.explain.engine.ExplainEngine;
import dev.interestlens.ui.explain.engine.ExplainedSample;
import dev.interestlens.workspace.OwnFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Writes the explanation that is shown, or those of the first predictions of the table, with the further analyses. */
final class SavingViewModel {
    /** Explanations in one file. */
    static final int MAX = 20;

    private final ExplainViewModel model;
    private final Background background;
    private final Messages messages;
    private final FileDialogs dialogs;
    private final ExplainEngine engine;
    private final LatestRequest saving = new LatestRequest();
    private final LatestRequest batching = new LatestRequest();
    private final ReadOnlyObjectWrapper<Path> saved = new ReadOnlyObjectWrapper<>(this, "saved");
    private final ReadOnlyIntegerWrapper left = new ReadOnlyIntegerWrapper(this, "left");

    SavingViewModel(
            ExplainViewModel model,
            Background background,
            Messages messages,
            FileDialogs dialogs,
            ExplainEngine engine) {
        this.model = model;
        this.background = background;
        this.messages = messages;
        this.dialogs = dialogs;
        this.engine = engine;
    }

    /** The file that was written last, or null; forgotten when another run is opened. */
    ReadOnlyObjectProperty<Path> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** Clears the message on the last file. */
    void forgetSaved() {
        saved.set(null);
    }

    /** Predictions that are still to be explained for a file; 0 where none is being made. */
    ReadOnlyIntegerProperty leftProperty() {
        return left.getReadOnlyProperty();
    }

    /**
     * Asks for a file and writes the explanation there, as page, picture, table or JSON by its ending.
     *
     * @param shown the figure of the tab; empty for the first picture there is
     * @param draw turns a figure into pixels, on the FX thread
     */
    void save(Optional<? extends Drawing> shown, BiFunction<Drawing, Locale, Snapshot> draw) {
        ExplainedSample now = model.sample().explainedProperty().get();
        if (now == null || !now.isWhole()) {
            return;
        }
        Explanation whole = now.explanation().with(model.beyond().panels());
        Optional<MeasuredFidelity> measured = measured();
        FileDialogs.Kind slide = new FileDialogs.Kind(messages.text("figure.kind.slide"), List.of("*.png"));
        dialogs.saveResult(
                        messages.text("explain.save"),
                        FileName.of(nameOf(now), ".png"),
                        List.of(
                                kind("figure", "png"),
                                slide,
                                page(),
                                kind("markdown", "md"),
                                kind("drawing", "svg"),
                                kind("pdf", "pdf"),
                                kind("tex", "tex"),
                                kind("table", "csv"),
                                kind("json", "json")))
                .ifPresent(chosen -> {
                    Path target = chosen.file();
                    if (chosen.kind().equals(slide)) {
                        picture(new ExplanationSlide(whole, source(now.row())), draw, target);
                    } else if (target.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .endsWith(".png")) {
                        picture(ExplanationFigure.of(whole, source(now.row()), shown, measured), draw, target);
                    } else {
                        background.run(
                                Lane.ENGINE,
                                saving,
                                ticket -> written(target, file -> new ExplanationFile(Disk.real())
                                        .write(
                                                engine.written(whole),
                                                source(now.row()),
                                                shown,
                                                measured,
                                                messages.locale(),
                                                file)),
                                saved::set);
                    }
                });
    }

    /** Run, user, and row or recommended item, for the names of files. */
    String nameOf(ExplainedSample now) {
        return messages.text(
                now.isRow() ? "explain.save.name" : "explain.save.nameOfItem",
                model.session().nameOf(model.choice().runProperty().get()),
                now.impression().userKey(),
                now.isRow() ? now.row() : now.impression().candidate().id());
    }

    /** Words of the command that gives this explanation; none for a candidate that is no row of the test part. */
    List<String> command() {
        ExplainedSample now = model.sample().explainedProperty().get();
        return now == null || !now.isRow() || now.isOfAnotherRun()
                ? List.of()
                : List.of(
                        "explain",
                        "--run",
                        model.choice().runProperty().get().path().toString(),
                        "--sample",
                        String.valueOf(now.row()));
    }

    private FileDialogs.Kind page() {
        return new FileDialogs.Kind(messages.text("figure.kind.page"), List.of("*.html"));
    }

    private FileDialogs.Kind kind(String name, String ending) {
        return new FileDialogs.Kind(messages.text("explain.save." + name), List.of("*." + ending));
    }

    /** Glyphs that the bundled font lacks come from system fonts, which are only available in the window. */
    private void picture(Drawing figure, BiFunction<Drawing, Locale, Snapshot> draw, Path target) {
        Snapshot drawn = draw.apply(figure, messages.locale());
        background.load(
                saving,
                ticket -> {
                    byte[] png = Pixels.png(drawn.width(), drawn.height(), drawn.pixels());
                    OwnFolders.chosen(target).write(Disk.real(), file -> file.write(png));
                    return target;
                },
                saved::set);
    }

    /** Asks for a file and writes the explanations of the first predictions of the table there; clicks in between are handled. */
    void saveFirst() {
        List<Integer> rows = model.table().rows().stream().limit(MAX).toList();
        if (rows.isEmpty() || left.get() > 0) {
            return;
        }
        Optional<MeasuredFidelity> measured = measured();
        dialogs.saveResult(
                        messages.text("explain.saveFirst", Numerals.count(rows.size())),
                        FileName.of(
                                messages.text(
                                        "explain.save.firstName",
                                        model.session()
                                                .nameOf(model.choice()
                                                        .runProperty()
                                                        .get()),
                                        rows.size()),
                                ".html"),
                        List.of(page(), kind("markdown", "md"), kind("table", "csv"), kind("json", "json")))
                .ifPresent(chosen -> next(new ArrayList<>(rows), new ArrayList<>(), measured, chosen.file()));
    }

    private void next(
            List<Integer> rows, List<ExplanationFile.Sourced> made, Optional<MeasuredFidelity> measured, Path target) {
        left.set(rows.size());
        if (rows.isEmpty()) {
            background.load(
                    batching,
                    ticket -> written(target, file -> new ExplanationFile(Disk.real())
                            .write(made, measured, messages.locale(), file)),
                    saved::set);
            return;
        }
        int row = rows.remove(0);
        background.run(
                Lane.ENGINE,
                batching,
                ticket -> explained(row),
                found -> {
                    made.add(found);
                    next(rows, made, measured, target);
                },
                failure -> {
                    left.set(0);
                    background.failed(failure);
                });
    }

    private static Path written(Path target, Consumer<Path> writer) {
        return OwnFolders.chosen(target).make(Disk.real(), work -> {
            writer.accept(work.made());
            return target;
        });
    }

    /** Cancels writing a file of several. */
    void stop() {
        batching.forget();
        left.set(0);
        saved.set(null);
    }

    private ExplanationFile.Sourced explained(int row) {
        Explanation whole = engine.agreement(engine.sentence(engine.effects(engine.look(row))), () -> false)
                .orElseThrow()
                .explanation();
        return new ExplanationFile.Sourced(engine.written(whole), source(row));
    }

    private Provenance source(int row) {
        return engine.run().provenance(row < 0 ? "recommendation" : "test #" + row);
    }

    private Optional<MeasuredFidelity> measured() {
        return Optional.ofNullable(model.fidelity().measuredProperty().get());
    }
}
