package dev.interestlens.ui.elsewhere;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.foreign.Contract;
import dev.interestlens.foreign.Opening;
import dev.interestlens.foreign.TriedNumbering;
import dev.interestlens.foreign.mapping.MappedInput;
import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.onnx.GraphHost;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.workspace.ForeignRuns;
import dev.interestlens.workspace.NewRun;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** State of the pages; the model's process runs as long as they are shown. */
public final class ElsewhereViewModel {
    /** An input, or a part of one, with its first values. */
    record InputRow(MappedInput input, MappedInput part, String values) {}

    /** A tested numbering of ids. */
    record NumberRow(TriedNumbering line, boolean chosen) {}

    /** What is known of the file so far. */
    record Shown(List<InputRow> inputs, List<NumberRow> numbers, List<Contract.Verdict> verdicts) {
        static Shown of(Opening opening) {
            List<InputRow> inputs = new ArrayList<>();
            for (MappedInput input : opening.mapping().inputs()) {
                input.each().forEach(part -> inputs.add(new InputRow(input, part, opening.preview(input, part))));
            }
            List<NumberRow> numbers = new ArrayList<>();
            for (int i = 0; i < opening.table().size(); i++) {
                TriedNumbering line = opening.table().get(i);
                Mapping.Vocabulary chosen = opening.mapping().vocabularies().get(line.field());
                Mapping.Vocabulary here = opening.vocabulary(i);
                numbers.add(new NumberRow(
                        line, here.rule() == chosen.rule() && here.first().equals(chosen.first())));
            }
            return new Shown(inputs, numbers, opening.contract().worstFirst());
        }
    }

    /** The pages. */
    public enum Page {
        INPUTS,
        NUMBERING,
        CONTRACT
    }

    private final Workspace workspace;
    private final Session session;
    private final Background background;
    private final Messages messages;
    private final FileDialogs dialogs;
    private final BiConsumer<RunFolder, Runnable> listing;
    private final LatestRequest newest = new LatestRequest();
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.INPUTS);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper(this, "refused", "");
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper(this, "done");
    private boolean rolesChanged; // after which the numberings must be tested again
    private PreparedDataset data;
    private volatile Opening opening; // set by the worker, so that closing finds it also during the inspection

    /** @param listing lists a new run and then goes on */
    public ElsewhereViewModel(
            Workspace workspace,
            Session session,
            Background background,
            Messages messages,
            FileDialogs dialogs,
            BiConsumer<RunFolder, Runnable> listing) {
        this.workspace = workspace;
        this.session = session;
        this.background = background;
        this.messages = messages;
        this.dialogs = dialogs;
        this.listing = listing;
    }

    /** Whether a dropped file may be a model. */
    public static boolean isModel(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".onnx");
    }

    /** Asks for the file; empty where no data set is open, or on cancel. */
    public Optional<Path> ask() {
        return dialogs
                .files(
                        messages.text("elsewhere.title"),
                        List.of(new FileDialogs.Kind(messages.text("elsewhere.kind.model"), List.of("*.onnx"))))
                .stream()
                .findFirst();
    }

    ObjectProperty<Page> pageProperty() {
        return page;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Why the next page is not possible; empty where it is. */
    ReadOnlyStringProperty refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    /** The current state, a new object after each change; null before the first. */
    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** True once the run was created and the window can close. */
    ReadOnlyBooleanProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    Messages messages() {
        return messages;
    }

    /** Inspects the file, detects its inputs and tests the numberings. */
    public void open(Path file) {
        OpenDataset chosen = session.dataProperty().get();
        if (chosen == null) {
            refused.set(messages.text("elsewhere.noData"));
            return;
        }
        work(() -> {
            data = PreparedDataset.open(chosen.folder());
            opening = Opening.of(
                    file,
                    ForeignRuns.samples(data, ForeignRuns.usual(data.info())),
                    Optional.empty(),
                    GraphHost.SECONDS);
            opening.numberQuietly();
            return opening;
        });
    }

    private interface Step {
        Opening run();
    }

    private void work(Step step) {
        work(step, () -> {});
    }

    private void work(Step step, Runnable then) {
        busy.set(true);
        refused.set("");
        background.run(
                Background.Lane.COUNTER,
                newest,
                ticket -> Shown.of(step.run()),
                found -> {
                    busy.set(false);
                    shown.set(found);
                    then.run();
                },
                failure -> {
                    busy.set(false);
                    refused.set(words(failure));
                });
    }

    private String words(Exception failure) {
        return failure instanceof ProblemException known
                ? known.problem().text(messages.locale(), Problem.Surface.WINDOW)
                : String.valueOf(failure);
    }

    /** Sets the role of an uncertain input. */
    void role(MappedInput input, Mapping.Role role) {
        Opening of = opening;
        of.mapping(of.mapping()
                .with(of.mapping().inputs().stream()
                        .map(each -> each.name().equals(input.name()) ? each.as(role) : each)
                        .toList()));
        rolesChanged = true;
    }

    /** Chooses a numbering of the table. */
    void choose(int line) {
        opening.choose(line);
    }

    /** Reads the numbering of a field from a chosen file. */
    void numbersFromFile(String field) {
        dialogs
                .files(
                        messages.text("elsewhere.numbering.file"),
                        List.of(new FileDialogs.Kind(
                                messages.text("elsewhere.kind.numbers"), List.of("*.csv", "*.tsv", "*.json"))))
                .stream()
                .findFirst()
                .ifPresent(file -> work(() -> {
                    Opening of = opening;
                    of.vocabulary(field, file);
                    of.numberQuietly();
                    return of;
                }));
    }

    /** Goes to the next page; on the last one creates the run. */
    void next() {
        switch (page.get()) {
            case INPUTS -> {
                page.set(Page.NUMBERING);
                if (rolesChanged) {
                    rolesChanged = false;
                    work(() -> {
                        opening.numberQuietly();
                        return opening;
                    });
                }
            }
            case NUMBERING -> {
                page.set(Page.CONTRACT);
                work(() -> {
                    opening.examine();
                    return opening;
                });
            }
            case CONTRACT -> keep();
        }
    }

    void back() {
        page.set(page.get() == Page.CONTRACT ? Page.NUMBERING : Page.INPUTS);
    }

    private void keep() {
        RunFolder folder = workspace.newRun("foreign");
        work(
                () -> {
                    Opening of = opening;
                    Path file = of.file().path();
                    try (NewRun begun = NewRun.begin(folder, OutputPath.Existing.REFUSED, List.of(file))) {
                        String name = file.getFileName().toString().replaceFirst("\\.onnx$", "");
                        ForeignRuns.keep(begun, of, data, ForeignRuns.usual(data.info()), name);
                    }
                    return of;
                },
                () -> listing.accept(folder, () -> {
                    session.runProperty().set(folder);
                    session.goalProperty().set(Session.Goal.EXPLAIN);
                    done.set(true);
                }));
    }

    /** Ends the model's process. */
    public void close() {
        background.run(
                Background.Lane.COUNTER,
                newest,
                ticket -> {
                    if (opening != null) {
                        opening.close();
                        opening = null;
                    }
                    if (data != null) {
                        data.close();
                        data = null;
                    }
                    return Problem.Kind.CANCELLED;
                },
                ended -> {});
    }
}
