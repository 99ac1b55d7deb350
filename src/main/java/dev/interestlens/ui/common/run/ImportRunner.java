package dev.interestlens.ui.common.run;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.job.ChildProcess;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Problem;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.Session;
import dev.interestlens.workspace.DatasetRemoval;
import dev.interestlens.workspace.data.DatasetLabel;
import dev.interestlens.workspace.data.SampleData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/** Prepares data sets in a child process and opens them. */
public final class ImportRunner {
    private static final String SAMPLE = "sample-data";

    private final Children children;
    private final Background background;
    private final Session session;
    private final LatestRequest starting = new LatestRequest();
    private final LatestRequest opening = new LatestRequest();
    private final BooleanBinding running;
    private boolean beingOpened;

    public ImportRunner(Children children) {
        this.children = children;
        background = children.background();
        session = children.session();
        running = Bindings.createBooleanBinding(
                () -> session.jobs().of(Job.Kind.DATA).findAny().isPresent(),
                session.jobs().all());
    }

    /**
     * Prepares a source and opens the result, unless another data set is open on a screen that uses it.
     *
     * @param opened called once the data set is open
     */
    public void prepare(List<Path> sources, Runnable opened) {
        prepare(sources, PrepareOptions.defaults(), opened);
    }

    /**
     * Prepares a source, and opens the result where that is still wanted then.
     *
     * @param wanted asked when it is prepared
     */
    public void prepare(List<Path> sources, BooleanSupplier wanted, Runnable opened) {
        prepare(
                sources,
                PrepareOptions.defaults(),
                target -> {
                    if (wanted.getAsBoolean()) {
                        open(target, opened);
                    }
                },
                children.errors()::show);
    }

    /** The same with options: mapping, encoding, separator. */
    public void prepare(List<Path> sources, PrepareOptions options, Runnable opened) {
        prepare(sources, options, opened, children.errors()::show);
    }

    /** The same with a handler for a source that cannot be read with these options. */
    public void prepare(
            List<Path> sources, PrepareOptions options, Runnable opened, Consumer<? super Problem> refused) {
        prepare(
                sources,
                options,
                target -> {
                    OpenDataset now = session.dataProperty().get();
                    if (now != null && now.folder().equals(target)) {
                        opened.run(); // the list of data sets was faster
                    } else if (mayOpen()) {
                        open(target, opened);
                    } else {
                        session.arrivedProperty().set(target);
                    }
                },
                refused);
    }

    /** Where the data set is not looked for, an import that ends leaves the open one in place and offers its own. */
    private boolean mayOpen() {
        Session.Goal shown = session.shownProperty().get();
        return session.dataProperty().get() == null || shown == null || shown == Session.Goal.DATA;
    }

    private void prepare(
            List<Path> sources, PrepareOptions options, Consumer<Path> prepared, Consumer<? super Problem> refused) {
        if (children.refuse()) {
            return;
        }
        String name = nameOf(sources.get(0));
        background.load(
                ticket -> {
                    Path target = children.workspace().newDataset(name);
                    List<String> arguments = new ArrayList<>(List.of("prepare"));
                    sources.forEach(source -> arguments.add(source.toString()));
                    arguments.addAll(List.of("--out", target.toString(), "--progress", "json"));
                    options.mapping()
                            .each((role, column) -> arguments.addAll(List.of("--map", role.id() + "=" + column)));
                    options.settings().forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
                    Path folder = jobOf(target);
                    new ImportRequest(sources, options).write(Disk.real(), folder);
                    children.note(arguments);
                    return new Started(target, children.start(folder, arguments));
                },
                started -> watch(name, started, () -> prepared.accept(started.target()), refused));
    }

    /** Opens the bundled shop, and first prepares it if needed. */
    public void sample(Runnable opened) {
        List<Path> source = List.of(children.workspace().root().resolve(SAMPLE));
        ImportRequest usual = new ImportRequest(source, PrepareOptions.defaults());
        background.load(
                starting,
                ticket -> children.workspace().listDatasets().stream()
                        .filter(folder -> requestOf(folder).equals(Optional.of(usual)))
                        .findFirst(),
                found -> found.ifPresentOrElse(folder -> open(folder, opened), () -> prepareSample(source, opened)));
    }

    private void prepareSample(List<Path> source, Runnable opened) {
        if (children.refuse()) {
            return;
        }
        background.load(
                starting, ticket -> SampleData.unpack(Disk.real(), source.get(0)), folder -> prepare(source, opened));
    }

    /** Cancels the running import or export. */
    public void cancel() {
        session.jobs().of(Job.Kind.DATA).forEach(Job::stop);
    }

    /** The format of an exported data set. */
    public enum Form {
        PARQUET,
        CROISSANT,
        RECBOLE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private List<String> arguments(Path dataset, Path target) {
            return this == PARQUET
                    ? List.of("prepare", dataset.toString(), "--parquet", target.toString(), "--progress", "json")
                    : List.of(
                            "export",
                            "--data",
                            dataset.toString(),
                            "--format",
                            word(),
                            "--out",
                            target.toString(),
                            "--progress",
                            "json");
        }
    }

    /** Writes a prepared data set into a new folder. */
    public void write(Path dataset, Form form, Path target, Runnable done) {
        String name = dataset.getFileName().toString();
        background.load(
                ticket -> {
                    Path written = children.workspace().datasets().resolve(name + "." + form.word());
                    return new Started(written, children.start(jobOf(written), form.arguments(dataset, target)));
                },
                started -> watch(name, started, done, children.errors()::show));
    }

    /** Whether an import runs. */
    public BooleanBinding running() {
        return running;
    }

    /** Opens a prepared data set where there is none, or the caller of another one would wait in vain. */
    public void openWhereNone(Path folder) {
        if (isNone()) {
            open(folder, () -> {});
        }
    }

    /** Whether no data set is open, being opened or imported. */
    public boolean isNone() {
        return session.dataProperty().get() == null && !beingOpened && !running.get();
    }

    /** Opens a prepared data set. */
    public void open(Path folder, Runnable opened) {
        beingOpened = true;
        background.load(
                opening,
                ticket -> {
                    try (PreparedDataset data = PreparedDataset.open(folder)) {
                        return new OpenDataset(folder, data.info(), DatasetLabel.read(folder));
                    }
                },
                now -> {
                    beingOpened = false;
                    session.dataProperty().set(now);
                    opened.run();
                },
                failure -> {
                    beingOpened = false;
                    background.failed(failure);
                });
    }

    private void watch(String name, Started started, Runnable done, Consumer<? super Problem> refused) {
        children.watch(
                new Children.Task(Job.Kind.DATA, name, "job.prepare.", "job.preparing"),
                started.child(),
                ended -> ended(started, ended, done, refused),
                () -> {});
    }

    private void ended(Started started, Children.Ended ended, Runnable done, Consumer<? super Problem> refused) {
        if (ended.end().exitCode() == 0) {
            done.run();
        } else if (ended.isCancelled()) { // it leaves no files, not even its job folder
            Path job = jobOf(started.target());
            background.write(() -> Disk.real().deleteAll(job));
        } else {
            ended.end().problem().ifPresentOrElse(refused, () -> children.errors()
                    .show(Problem.resource(
                                    ImportRunner.class,
                                    "importDied",
                                    started.child().folder().output())
                            .problem()));
        }
    }

    /**
     * Deletes a data set and its import request; a refusal is shown.
     *
     * @param then called in any case, after the deletion
     */
    public void delete(Path dataset, Runnable then) {
        background.load(
                ticket -> {
                    new DatasetRemoval(Disk.real(), children.workspace()).remove(dataset);
                    Disk.real().deleteAll(jobOf(dataset));
                    return dataset;
                },
                gone -> {
                    OpenDataset open = session.dataProperty().get();
                    if (open != null && open.folder().equals(gone)) {
                        session.dataProperty().set(null);
                    }
                    then.run();
                },
                failure -> {
                    background.failed(failure);
                    then.run();
                });
    }

    private static Path jobOf(Path dataset) {
        return dataset.resolveSibling(dataset.getFileName() + ".job");
    }

    /** The import request of a data set of the workspace, if it is known and the sources still exist. */
    public Optional<ImportRequest> requestOf(Path dataset) {
        return ImportRequest.read(jobOf(dataset));
    }

    private static String nameOf(Path source) {
        String name =
                source.getFileName() == null ? "data" : source.getFileName().toString();
        return name.replaceFirst("(\\.(csv|tsv|txt|jsonl?|parquet|gz|zst))+$", "");
    }

    private record Started(Path target, ChildProcess child) {}
}
