package dev.interestlens.data.source.prepare;

import dev.interestlens.data.Layout;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.ImportCancelled;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.file.SourceFiles;
import dev.interestlens.data.source.layout.AnyTable;
import dev.interestlens.data.source.layout.ImportPlan;
import dev.interestlens.data.source.layout.Layouts;
import dev.interestlens.data.source.layout.TableInput;
import dev.interestlens.data.source.load.EventEngine;
import dev.interestlens.data.source.load.Import;
import dev.interestlens.store.Disk;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads any known source into a prepared data set. */
public final class Sources {

    private Sources() {}

    /** Ids of the layouts, as in {@code --format}, without {@code auto}. */
    public static List<String> formats() {
        return Layouts.ids();
    }

    /** Loads the native library; called from another thread in advance, it saves some tenths of a second. */
    public static void load() {
        Duck.load();
    }

    /** The same into a folder that does not exist yet. */
    public static PreparedDataset prepare(List<Path> sources, PrepareOptions options, Path target, Progress progress) {
        return prepare(sources, options, OutputPath.folder(target, Layout.KIND, OutputPath.Existing.REFUSED), progress);
    }

    /**
     * Reads, sorts and encodes files or a folder.
     *
     * @param sources one folder, or one or several files that belong together
     * @param target the folder of the data set; appears complete or not at all
     * @return the data set, opened
     * @throws dev.interestlens.store.ProblemException if the source is not recognised or is damaged, the disk is full, or the import was cancelled;
     *     no files are left then
     */
    public static PreparedDataset prepare(
            List<Path> sources, PrepareOptions options, OutputPath target, Progress progress) {
        return prepare(sources, options, target, progress, (job, work, disk) -> job.run(work.scratch(), work.made()));
    }

    /** Runs an import with an engine. */
    @FunctionalInterface
    private interface Runner {
        void run(Import job, OutputPath.Work work, Disk disk) throws IOException;
    }

    /** Opens what reads, holds and sorts the rows of a log in place of this machine. */
    @FunctionalInterface
    public interface Engine {
        EventEngine open(Path scratch, Disk disk);
    }

    /**
     * The same with rows that an engine reads, holds and sorts: the data set has the same bytes.
     *
     * @param sources local files; for files elsewhere, their beginnings under the same names
     */
    public static PreparedDataset prepare(
            List<Path> sources, PrepareOptions options, OutputPath target, Progress progress, Engine opening) {
        return prepare(sources, options, target, progress, (job, work, disk) -> {
            try (EventEngine engine = opening.open(work.scratch(), disk)) {
                job.run(engine, work.made());
            } catch (RuntimeException | IOException e) {
                ImportCancelled.check(progress); // a cluster fails in many ways when this process ends
                throw e;
            }
        });
    }

    private static PreparedDataset prepare(
            List<Path> sources, PrepareOptions options, OutputPath target, Progress progress, Runner runner) {
        SourceFiles files = SourceFiles.of(sources);
        ImportPlan plan = plan(files, options);
        Disk disk = Disk.real();
        target.make(disk, work -> {
            disk.createFolders(work.made());
            Import job = new Import(plan, unread(files, plan), options, disk, progress);
            runner.run(job, work, disk);
            ImportCancelled.check(progress);
            disk.forceFolder(work.made());
            return work.made();
        });
        progress.at("check", 1);
        return PreparedDataset.open(target.path().toAbsolutePath());
    }

    // Files that are not read are reported.
    private static List<Path> unread(SourceFiles files, ImportPlan plan) {
        List<Path> read =
                plan.tables().stream().map(table -> table.head().file()).toList();
        return files.files().stream().filter(file -> !read.contains(file)).toList();
    }

    private static ImportPlan plan(SourceFiles files, PrepareOptions options) {
        Optional<ImportPlan> plan = Layouts.recognise(files, options);
        if (plan.isPresent()) {
            if (plan.get().format().equals(AnyTable.ID) && options.mapping().isEmpty()) {
                plan.get().requireClear();
                plan.get().events().requireAnswered();
            }
            plan.get().tables().forEach(table -> table.head()
                    .encoding()
                    .requireSure(table.head().file()));
            return plan.get();
        }
        if (!options.format().equals(PrepareOptions.AUTO) && !formats().contains(options.format())) {
            throw Problem.usage(Sources.class, "format")
                    .value(options.format())
                    .with("option", "--format")
                    .exception("known", String.join(", ", formats()));
        }
        List<TableInput> tables = AnyTable.tables(files, options);
        tables.forEach(TableInput::requireUsers);
        tables.forEach(TableInput::requireAnswered);
        String columns = tables.stream()
                .flatMap(table -> table.head().columns().stream())
                .distinct()
                .collect(Collectors.joining("\", \""));
        throw Problem.badInput(Sources.class, "notUnderstood", files.files().get(0))
                .with("files", files.names())
                .exception("columns", columns.isEmpty() ? "-" : '"' + columns + '"');
    }
}
