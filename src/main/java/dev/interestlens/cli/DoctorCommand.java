package dev.interestlens.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.cli.console.ConsoleCommand;
import dev.interestlens.cli.console.DataArgument;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.console.PrintedProgress;
import dev.interestlens.cli.text.OpenedText;
import dev.interestlens.cli.text.PreparedText;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.foreign.Contract;
import dev.interestlens.foreign.Opening;
import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.VocabularyFile;
import dev.interestlens.job.ClassArchive;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.model.config.Needs;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Scratch;
import dev.interestlens.workspace.ForeignRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks the installation: versions, devices, native libraries, folders, speed; or a data set, a run, a bundle, weights, a model from elsewhere. */
@Command(name = "doctor")
final class DoctorCommand extends ConsoleCommand implements Callable<Integer> {
    private static final int ROUNDS = 3;

    @Option(names = "--archive-classes", hidden = true) // for installers
    private boolean archive;

    @Parameters(arity = "0..1", paramLabel = "PATH")
    @Needs(not = "--archive-classes")
    private Path path;

    @Option(names = "--run")
    @Needs(value = "PATH", not = "--data")
    private Path compared;

    @Option(names = "--data")
    @Needs("PATH")
    private Path data;

    @Option(names = "--mapping")
    @Needs("--data")
    private Path mapping;

    @Option(names = "--vocabulary")
    @Needs("--data")
    private Map<String, Path> vocabularies = new LinkedHashMap<>();

    @Option(names = "--graph-seconds")
    @Needs("PATH")
    @Allowed(min = 1, max = 86_400)
    private Integer graphSeconds;

    @Option(names = "--progress")
    @Needs(value = "PATH", not = "--data")
    @Allowed(values = "json")
    private String progress;

    @Option(names = "--speed")
    @Needs(not = {"--archive-classes", "PATH"})
    private boolean speed;

    @Option(names = "--json")
    @Needs(not = "--archive-classes")
    private boolean json;

    @Override
    public Integer call() {
        if (archive) {
            archiveClasses();
            return 0;
        }
        if (data != null) {
            examine();
            return 0;
        }
        if (path != null) {
            requireData();
            new Verification(console, path, compared, graphSeconds).run("json".equals(progress), json);
            return 0;
        }
        if (speed) {
            new Speed(console).measure(Speed.usual(), ROUNDS, json);
            return 0;
        }
        return new Checkup().print(console, json);
    }

    /** A model from elsewhere can be examined on a data set only. */
    private void requireData() {
        if (path.toString().endsWith(".onnx") && Files.isRegularFile(path)) {
            throw Problem.usage(DoctorCommand.class, "modelNeedsData").exception("option", "--data");
        }
    }

    /** Examines a model from elsewhere on a data set. */
    private void examine() {
        Optional<Mapping> roles = Optional.ofNullable(mapping).map(Mapping::read);
        Map<String, VocabularyFile> numbers = new LinkedHashMap<>();
        vocabularies.forEach((field, file) -> numbers.put(field, VocabularyFile.read(file)));
        try (Interrupt interrupt = new Interrupt(console);
                Scratch scratch = Scratch.create()) {
            Path dataset = DataArgument.dataset(
                    console,
                    data,
                    scratch.folder().resolve("data"),
                    new PrintedProgress(console, false, interrupt),
                    info -> PreparedText.tellOnTheWay(console, data, info));
            try (PreparedDataset opened = PreparedDataset.open(dataset);
                    Opening opening = Opening.of(
                            path,
                            ForeignRuns.samples(opened, ForeignRuns.usual(opened.info())),
                            roles,
                            graphSeconds == null ? Verification.GRAPH_SECONDS : graphSeconds)) {
                numbers.forEach(opening::vocabulary);
                opening.numberQuietly();
                Contract contract = opening.examine();
                if (json) {
                    ObjectNode tree = JsonNodeFactory.instance.objectNode();
                    tree.set("contract", OpenCommand.contract(contract, console.locale()));
                    tree.put("crashes", opening.crashes());
                    console.json(tree);
                } else {
                    new OpenedText(console).contract(contract);
                }
            }
        }
    }

    /** Makes the archive of classes, for installers and after an installation was moved: the window then starts faster. */
    private void archiveClasses() {
        ClassArchive classes = ClassArchive.ofThis()
                .orElseThrow(
                        () -> Problem.usage(DoctorCommand.class, "notInstalled").exception());
        if (classes.isCurrent()) {
            console.say("doctor.archive.current");
            return;
        }
        try {
            if (!classes.make().join()) {
                throw notArchived(classes, null);
            }
            console.say("doctor.archive.made");
        } catch (CompletionException | IOException e) {
            throw notArchived(classes, e);
        }
    }

    private static ProblemException notArchived(ClassArchive classes, Exception cause) {
        return Problem.resource(DoctorCommand.class, "notArchived", classes.app())
                .exception(cause);
    }
}
