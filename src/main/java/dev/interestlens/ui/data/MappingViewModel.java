package dev.interestlens.ui.data;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Preview;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.TimeFormats;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.ReadOnly;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Undo;
import dev.interestlens.ui.common.run.ImportRunner;
import dev.interestlens.workspace.Workspace;
import dev.interestlens.workspace.score.SparkSubmit;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A source on its way in: what it was taken for, what a person says of it, and why it could not be read so. */
final class MappingViewModel {
    private static final String SHARE = "rejectShare";
    private static final String EVERY_ROW = "1";

    /** How a source was going to be read. */
    private record Mapped(List<Path> sources, PrepareOptions options) {}

    private final Workspace workspace;
    private final Session session;
    private final Background background;
    private final ImportRunner imports;
    private final RememberedMappings mappings;
    private final LatestRequest looking = new LatestRequest();
    private final Undo<Mapped> mapped = new Undo<>();
    private final ReadOnlyObjectWrapper<PendingSource> waiting = new ReadOnlyObjectWrapper<>(this, "waiting");
    private final ReadOnlyObjectWrapper<RefusedSource> refused = new ReadOnlyObjectWrapper<>(this, "refused");

    MappingViewModel(Workspace workspace, Session session, Background background, ImportRunner imports) {
        this.workspace = workspace;
        this.session = session;
        this.background = background;
        this.imports = imports;
        mappings = new RememberedMappings(workspace.root().resolve("mappings.json"));
    }

    /** The source that waits to be read, or null. */
    ReadOnlyObjectProperty<PendingSource> waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** Why the waiting source cannot be read as a person last said, or null. */
    ReadOnlyObjectProperty<RefusedSource> refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    List<String> roles() {
        return Roles.ALL;
    }

    /** Ways in which times can be written, {@code auto} first. */
    List<String> times() {
        return TimeFormats.ALL;
    }

    /** Looks at a source. */
    void bring(List<Path> sources) {
        background.run(Background.Lane.LOADER, looking, ticket -> first(sources), seen -> {
            if (seen.preview().tables().isEmpty()) {
                imports.prepare(sources, seen.options(), () -> {});
            } else {
                show(seen);
            }
        });
    }

    // A table with columns that were mapped before is mapped so again.
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
        refused.set(null);
        waiting.set(seen);
    }

    /** Looks again with other settings, by their names, and another mapping; an empty mapping is guessed. */
    void change(Map<String, String> settings, Map<String, String> roles) {
        PendingSource now = waiting.get();
        Map<String, String> chosen = new LinkedHashMap<>(roles);
        chosen.values().removeIf(column -> column == null || column.isEmpty());
        try {
            PrepareOptions options = now.options().withMapping(chosen);
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                options = options.with(setting.getKey(), setting.getValue());
            }
            if (!options.equals(now.options())) {
                mapped.changed(new Mapped(now.sources(), now.options()), new Mapped(now.sources(), options));
            }
            look(now.sources(), options);
        } catch (ProblemException wrong) {
            refused.set(RefusedSource.of(wrong.problem()));
        }
    }

    /** Takes the last change of a mapping back. */
    void undo() {
        again(mapped.back());
    }

    void redo() {
        again(mapped.again());
    }

    private void again(Optional<Mapped> to) {
        PendingSource now = waiting.get();
        to.filter(was -> now != null && was.sources().equals(now.sources()))
                .ifPresent(was -> look(was.sources(), was.options()));
    }

    private void look(List<Path> sources, PrepareOptions options) {
        background.run(
                Background.Lane.LOADER,
                looking,
                ticket -> seen(sources, options),
                this::show,
                failure -> refused.set(RefusedSource.of(ErrorPresenter.problemOf(failure))));
    }

    // Cut in another way, a table may have other columns: then a mapping of those before means nothing.
    private static PendingSource seen(List<Path> sources, PrepareOptions options) {
        PrepareOptions guessing = options.withMapping(Map.of());
        Preview bare = Preview.of(sources, guessing);
        boolean fits = bare.tables().stream()
                .flatMap(table -> table.columns().stream())
                .toList()
                .containsAll(options.mapping().values());
        return options.mapping().isEmpty() || !fits
                ? new PendingSource(sources, guessing, bare, false)
                : new PendingSource(sources, options, Preview.of(sources, options), false);
    }

    /** Does what a refusal offers. */
    void take(RefusedSource.Way way) {
        switch (way) {
            case NO_QUOTES -> {
                PendingSource now = waiting.get();
                change(Map.of("quote", PrepareOptions.NONE), now.options().mapping());
            }
            case SKIP_ROWS -> {
                PrepareOptions options = waiting.get().options();
                read(options.with(SHARE, EVERY_ROW));
            }
        }
    }

    /** Answers how times are written. */
    void takeTime(String format) {
        change(Map.of("time", format), waiting.get().options().mapping());
    }

    /** Reads the waiting source. */
    void read() {
        read(waiting.get().options());
    }

    private void read(PrepareOptions wanted) {
        if (ReadOnly.refuses(session, background)) {
            return;
        }
        PendingSource now = waiting.get();
        leave();
        PrepareOptions options = now.needsColumns() ? wanted.withMapping(now.roles()) : wanted;
        if (now.needsColumns()) {
            remember(now);
        }
        imports.prepare(now.sources(), options, () -> {}, problem -> comeBack(now, problem));
    }

    /** Where a cluster puts the data set unless a person names another folder; every machine must see it under this path. */
    String sparkTarget() {
        String name = waiting.get().sources().get(0).getFileName().toString();
        return workspace.datasets().resolve(name.replaceFirst("\\.[^.]*$", "")).toString();
    }

    /**
     * The line with which Spark prepares the waiting source as it is mapped now.
     *
     * @param out empty for {@link #sparkTarget}
     */
    String sparkLine(String master, String out) {
        PendingSource now = waiting.get();
        PrepareOptions options = now.needsColumns() ? now.options().withMapping(now.roles()) : now.options();
        return SparkSubmit.of(master)
                .line(SparkSubmit.prepare(
                        now.sources().stream().map(Path::toString).toList(),
                        options,
                        out.isEmpty() ? sparkTarget() : out));
    }

    private void remember(PendingSource now) {
        List<String> columns = now.table().columns();
        PrepareOptions options = now.options().withMapping(now.roles());
        background.run(
                Background.Lane.LOADER,
                new LatestRequest(),
                ticket -> {
                    mappings.remember(columns, options);
                    return columns;
                },
                done -> {});
    }

    // Who has turned to another source meanwhile is told of this one as of everything else.
    private void comeBack(PendingSource tried, Problem problem) {
        if (waiting.get() != null) {
            background.failed(new ProblemException(problem, null));
            return;
        }
        refused.set(RefusedSource.of(problem));
        waiting.set(tried);
    }

    /** Leaves the source where it is. */
    void leave() {
        looking.forget();
        refused.set(null);
        waiting.set(null);
    }
}
