package dev.interestlens.ui.data;

import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.encoding.Encodings;
import dev.interestlens.data.source.prepare.Inspection;
import dev.interestlens.data.source.prepare.Preview;
import dev.interestlens.data.source.time.TimeFormats;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.ReadOnly;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Undo;
import dev.interestlens.ui.common.run.ImportRequest;
import dev.interestlens.ui.common.run.ImportRunner;
import dev.interestlens.workspace.Workspace;
import dev.interestlens.workspace.score.SparkSubmit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A source before its import: the detected format, the corrections, and why it could not be read so. */
final class MappingViewModel {
    private static final String SHARE = "rejectShare";
    private static final String EVERY_ROW = "1";

    /** Up to this size all rows are read in advance, so that it can be said how many are left out. */
    private static final long CHECKED_BYTES = 32L << 20;

    private final Workspace workspace;
    private final Session session;
    private final Background background;
    private final ImportRunner imports;
    private final RememberedMappings mappings;
    private final LatestRequest looking = new LatestRequest();
    private final LatestRequest checking = new LatestRequest();
    private final Runnable train;
    private final Undo<ImportRequest> mapped = new Undo<>();
    private Optional<Exception> failed = Optional.empty(); // of the last source that was chosen
    private final ReadOnlyObjectWrapper<PendingSource> waiting = new ReadOnlyObjectWrapper<>(this, "waiting");
    private final ReadOnlyBooleanWrapper thinking = new ReadOnlyBooleanWrapper(this, "thinking");
    private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper(this, "reading", "");
    private final ReadOnlyObjectWrapper<Optional<Inspection>> checked =
            new ReadOnlyObjectWrapper<>(this, "checked", Optional.empty());
    private final ReadOnlyObjectWrapper<RefusedSource> refused = new ReadOnlyObjectWrapper<>(this, "refused");

    /** @param train trains a model on the open data set */
    MappingViewModel(
            Workspace workspace, Session session, Background background, ImportRunner imports, Runnable train) {
        this.train = train;
        this.workspace = workspace;
        this.session = session;
        this.background = background;
        this.imports = imports;
        mappings = new RememberedMappings(workspace.root().resolve("mappings.json"));
        session.dataProperty().addListener(change -> reading.set(""));
        imports.running().addListener((observed, before, now) -> {
            if (!now) {
                reading.set("");
            }
        });
    }

    /** The name of the source that is inspected or imported; empty where none is. */
    ReadOnlyStringProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** The pending source, or null. */
    ReadOnlyObjectProperty<PendingSource> waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** Why the pending source cannot be read with these options, or null. */
    ReadOnlyObjectProperty<RefusedSource> refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    /** What an import would read, or why it would stop; empty until it is known, and of a large source. */
    ReadOnlyObjectProperty<Optional<Inspection>> checkedProperty() {
        return checked.getReadOnlyProperty();
    }

    /** Whether an import would stop as the source is read now, without a way to go on or a field to correct that is offered then. */
    boolean willStop() {
        return checked.get()
                .flatMap(Inspection::refused)
                .map(RefusedSource::of)
                .filter(why -> why.ways().isEmpty() && why.formats().isEmpty() && !why.isOfAField())
                .isPresent();
    }

    /** Encodings, {@code auto} first. */
    List<String> encodings() {
        return Stream.concat(Stream.of(PrepareOptions.AUTO), Encodings.names().stream())
                .toList();
    }

    /** Whether the pending source is being read again, after a change or to count its rows. */
    ReadOnlyBooleanProperty thinkingProperty() {
        return thinking.getReadOnlyProperty();
    }

    /** Time formats, {@code auto} first. */
    List<String> times() {
        return TimeFormats.ALL;
    }

    /** Inspects a source. */
    void bring(List<Path> sources) {
        failed.ifPresent(background::dismiss);
        reading.set(PendingSource.nameOf(sources));
        background.load(
                looking,
                ticket -> first(sources),
                seen -> {
                    if (seen.preview().tables().isEmpty()) {
                        imports.prepare(sources, seen.options(), () -> {});
                    } else {
                        show(seen);
                    }
                },
                failure -> {
                    reading.set("");
                    failed = Optional.of(failure);
                    background.failed(failure);
                });
    }

    // The mapping of a table with the same columns is reused.
    private PendingSource first(List<Path> sources) {
        PrepareOptions usual = PrepareOptions.defaults();
        PendingSource seen = new PendingSource(sources, usual, Preview.of(sources, usual), false);
        if (seen.preview().tables().isEmpty() || !seen.needsColumns()) {
            return seen;
        }
        Optional<PrepareOptions> before = mappings.of(seen.table().columns());
        return before.map(known -> new PendingSource(sources, known, Preview.of(sources, known), true))
                .orElse(seen);
    }

    private void show(PendingSource seen) {
        reading.set("");
        thinking.set(false);
        refused.set(null);
        checked.set(Optional.empty());
        waiting.set(seen);
        if (seen.isReadable()
                && seen.table().question().isEmpty()
                && seen.unsure().isEmpty()) {
            thinking.set(true);
            background.run(
                    Background.Lane.COUNTER,
                    checking,
                    ticket -> seen.bytes() > CHECKED_BYTES
                            ? Optional.<Inspection>empty()
                            : Optional.of(Inspection.of(seen.sources(), seen.options(), Progress.none())),
                    found -> {
                        thinking.set(false);
                        checked.set(found);
                    },
                    failure -> {
                        thinking.set(false);
                        background.failed(failure);
                    });
        }
    }

    /** Inspects it again with other named settings and another mapping; an empty mapping is detected. */
    void change(Map<String, String> settings, ColumnMapping roles) {
        PendingSource now = waiting.get();
        try {
            PrepareOptions options = now.options().withMapping(roles).with(settings);
            if (!options.equals(now.options())) {
                mapped.changed(
                        new ImportRequest(now.sources(), now.options()), new ImportRequest(now.sources(), options));
            }
            look(now.sources(), options);
        } catch (ProblemException wrong) {
            refused.set(RefusedSource.of(wrong.problem()));
        }
    }

    /**
     * Gives a column another role; the one that had it before is left out.
     *
     * @param role empty to leave the column out
     */
    void assign(String column, Optional<Roles> role) {
        PendingSource now = waiting.get();
        Optional<String> asked = role.filter(each -> each.isNeeded() || now.isOpen())
                .filter(each -> now.options().mapping().isEmpty())
                .flatMap(Roles::setting);
        if (asked.isPresent()) {
            change(Map.of(asked.get(), column), ColumnMapping.none()); // the others follow from it
            return;
        }
        ColumnMapping others = now.roles().withoutColumn(column);
        change(
                Map.of(),
                role.map(each -> others.chosen(each.isGroup() ? each.named(column) : each, column))
                        .orElse(others));
    }

    /** Undoes the last change of the mapping. */
    void undo() {
        again(mapped.back());
    }

    void redo() {
        again(mapped.again());
    }

    private void again(Optional<ImportRequest> to) {
        PendingSource now = waiting.get();
        to.filter(was -> now != null && was.sources().equals(now.sources()))
                .ifPresent(was -> look(was.sources(), was.options()));
    }

    private void look(List<Path> sources, PrepareOptions options) {
        thinking.set(true);
        background.load(looking, ticket -> PendingSource.of(sources, options), this::show, failure -> {
            thinking.set(false);
            refused.set(RefusedSource.of(ErrorPresenter.problemOf(failure)));
        });
    }

    /** Applies a fix of a refused source. */
    void take(RefusedSource.Way way) {
        switch (way) {
            case NO_QUOTES -> answer("quote", PrepareOptions.NONE);
            case SKIP_ROWS -> read(waiting.get().options().with(SHARE, EVERY_ROW), () -> {});
        }
    }

    /** Answers a question by setting an option. */
    void answer(String setting, String value) {
        change(Map.of(setting, value), waiting.get().options().mapping());
    }

    /** Imports the pending source. */
    void read() {
        read(waiting.get().options(), () -> {});
    }

    /** Imports it, trains a model on it, and explains that. */
    void readAndTrain() {
        read(waiting.get().options(), train);
    }

    private void read(PrepareOptions wanted, Runnable then) {
        if (ReadOnly.refuses(session, background)) {
            return;
        }
        PendingSource now = waiting.get();
        leave();
        if (now.needsColumns() && now.isChosen()) {
            background.write(() -> mappings.remember(now.table().columns(), now.options()));
        }
        reading.set(PendingSource.nameOf(now.sources()));
        imports.prepare(now.sources(), wanted, then, problem -> comeBack(now, problem));
    }

    /** Words of the command that imports the pending source as it is read now. */
    List<String> command() {
        PendingSource now = waiting.get();
        return SparkSubmit.prepare(now.sources().stream().map(Path::toString).toList(), now.options(), target());
    }

    /** The default folder for a data set that another process prepares; all machines of a cluster must see it under this path. */
    private String target() {
        String name = PendingSource.nameOf(waiting.get().sources());
        return workspace.datasets().resolve(name.replaceFirst("\\.[^.]*$", "")).toString();
    }

    /**
     * The command with which Spark prepares the pending source with the current mapping.
     *
     * @param out empty for a folder in the workspace
     */
    String sparkLine(String master, String out) {
        PendingSource now = waiting.get();
        return SparkSubmit.of(master)
                .line(SparkSubmit.prepare(
                        now.sources().stream().map(Path::toString).toList(),
                        now.complete(),
                        out.isEmpty() ? target() : out));
    }

    // If another source is pending meanwhile, the refusal is shown as an ordinary problem.
    private void comeBack(PendingSource tried, Problem problem) {
        reading.set("");
        if (waiting.get() != null) {
            background.failed(new ProblemException(problem, null));
            return;
        }
        refused.set(RefusedSource.of(problem));
        waiting.set(tried);
    }

    /** Discards the pending source. */
    void leave() {
        looking.forget();
        checking.forget();
        thinking.set(false);
        reading.set("");
        refused.set(null);
        waiting.set(null);
    }
}
