package dev.interestlens.cli;

import dev.interestlens.cli.console.Console;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.console.OptionValues;
import dev.interestlens.cli.graph.ChildGraph;
import dev.interestlens.data.Integrity;
import dev.interestlens.export.bundle.Bundle;
import dev.interestlens.measurement.quality.FidelityFigures;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.SealedJson;
import dev.interestlens.train.Versions;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.RunSums;
import dev.interestlens.workspace.AttentionLog;
import dev.interestlens.workspace.ForeignWeights;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.VerificationResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks the sums and shapes of a data set or a run; of a bundle also its golden rows, of foreign weights the differences.
 *
 * @param compared a run whose weights are to be those of a bundle or file, or null
 * @param graphSeconds after which the graph of a bundle is given up, or null
 */
record Verification(Console console, Path folder, Path compared, Integer graphSeconds) {
    static final int GRAPH_SECONDS = 60;

    /** @param lines whether the result is printed as one line of JSON, too */
    void run(boolean lines, boolean json) {
        VerificationResult found = look();
        if (lines) {
            console.line(found);
        }
        if (!found.weights().differences().isEmpty()) {
            throw Problem.badInput(Verification.class, "otherWeights", folder)
                    .exception("count", found.weights().differences().size());
        }
        if (found.kind() == VerificationResult.Kind.BUNDLE) {
            console.say("verify.bundle", folder, found.files());
            console.say("verify.computed", String.join(", ", found.checked().computed()));
            console.say("verify.unchecked", String.join(", ", found.checked().unchecked()));
        } else {
            console.say("verify.sound", folder, found.files());
        }
        if (json) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("sound", true);
            tree.put("files", found.files());
            if (found.kind() == VerificationResult.Kind.BUNDLE) {
                tree.put("computed", found.checked().computed());
                tree.put("unchecked", found.checked().unchecked());
            }
            console.json(tree);
        }
    }

    private VerificationResult look() {
        if (Files.exists(folder.resolve("dataset.json"))) {
            requireAlone();
            return VerificationResult.dataset(folder.toString(), dataset());
        }
        if (new RunFolder(folder).exists()) {
            requireAlone();
            return run(new RunFolder(folder));
        }
        if (Bundle.isOne(folder)) {
            return bundle();
        }
        OptionValues.idle(graphSeconds != null, "--graph-seconds", folder);
        if (ForeignWeights.isOne(folder)) {
            return weights();
        }
        FileAccess.requireThere(folder);
        String what = Files.isRegularFile(folder) ? "neitherFile" : "neither";
        throw Problem.badInput(Verification.class, what, folder).exception();
    }

    private void requireAlone() {
        OptionValues.idle(graphSeconds != null, "--graph-seconds", folder);
        if (compared != null) {
            throw Problem.usage(Verification.class, "notCompared", folder).exception();
        }
    }

    /** Checksums first, then the golden rows; the graph is computed in a process of its own. */
    private VerificationResult bundle() {
        try (Interrupt interrupt = new Interrupt(console);
                Bundle bundle = Bundle.open(folder)) {
            Bundle.Checked checked = bundle.check(
                    new ChildGraph(graphSeconds == null ? GRAPH_SECONDS : graphSeconds, interrupt::wished));
            checked.scores()
                    .forEach((file, trip) -> console.say("verify.golden", file, trip.rows(), trip.largestScore()));
            return VerificationResult.bundle(
                    folder.toString(),
                    bundle.files(),
                    bundle.manifest().run(),
                    bundle.manifest().model(),
                    checked,
                    compared == null ? List.of() : differences(bundle));
        }
    }

    /** A bundle belongs to a run if it holds exactly its weights. */
    private List<ForeignWeights.Difference> differences(Bundle bundle) {
        try (OpenRun run = OpenRun.best(new RunFolder(compared))) {
            List<ForeignWeights.Difference> differences = ForeignWeights.exactly(bundle.weights(), run.trained());
            say(differences);
            if (differences.isEmpty()) {
                console.say("verify.ofRun", compared);
            }
            return differences;
        }
    }

    private void say(List<ForeignWeights.Difference> differences) {
        differences.forEach(d -> console.say("verify.differs." + d.kind(), d.name(), d.expected(), d.actual()));
    }

    /** A safetensors file from elsewhere: its header and sizes; with a run also every difference. */
    private VerificationResult weights() {
        int arrays = ForeignWeights.arrays(folder);
        console.say("verify.arrays", arrays);
        if (compared == null) {
            return VerificationResult.weights(folder.toString(), arrays, "", List.of());
        }
        try (OpenRun run = OpenRun.best(new RunFolder(compared))) {
            List<ForeignWeights.Difference> differences = ForeignWeights.of(folder, run.trained());
            say(differences);
            if (differences.isEmpty()) {
                console.say("verify.sameArrays", compared);
            }
            return VerificationResult.weights(
                    folder.toString(), arrays, run.description().name(), differences);
        }
    }

    private int dataset() {
        Map<String, ProblemException> byFile = new LinkedHashMap<>();
        try (Interrupt interrupt = new Interrupt(console)) {
            Integrity.check(folder, interrupt::wished)
                    .forEach(damage -> byFile.putIfAbsent(damage.file(), damage.problem(folder)));
        }
        refuse(List.copyOf(byFile.values()));
        return Disk.list(folder).size();
    }

    /** Checks the journal's records, every file whose checksum it holds, and whether the data set is there; all that is wrong is told. */
    private VerificationResult run(RunFolder run) {
        RunDescription description = run.read();
        String versions = description.versions();
        if (!versions.equals(Versions.line())) {
            console.say("verify.otherVersions", versions, Versions.line());
        }
        List<String> filled =
                ConfigJson.absent(description.config(), Json.object(run.description(), tree -> tree.path("config")));
        if (!filled.isEmpty()) {
            console.say("verify.filled", String.join(", ", filled));
        }
        List<Path> single = Stream.of(
                        run.description(),
                        run.journal(),
                        RunLabels.file(run),
                        AttentionLog.file(run),
                        FidelityFigures.file(run))
                .filter(Files::exists)
                .toList();
        List<String> unsummed = single.stream()
                .filter(file -> !hasSum(run, file))
                .map(file -> file.getFileName().toString())
                .toList();
        if (!unsummed.isEmpty()) {
            console.say("verify.unsummed", String.join(", ", unsummed));
        }
        RunSums sums = run.sums();
        List<Path> checkpoints = sums.files();
        List<Runnable> checks = new ArrayList<>(List.of(() -> requireStates(run, sums.missing())));
        checkpoints.forEach(file -> checks.add(() -> sums.require(file)));
        checks.add(() -> RunLabels.read(run));
        checks.add(() -> AttentionLog.read(run));
        checks.add(() -> FidelityFigures.read(run));
        checks.add(() -> description.openDataset().close());
        refuse(checks.stream().flatMap(check -> wrong(check).stream()).toList());
        int sound = checkpoints.size() + single.size() - unsummed.size();
        return VerificationResult.run(
                folder.toString(),
                sound,
                description.name(),
                description.config().model().id(),
                new VerificationResult.OlderRun(versions.equals(Versions.line()) ? "" : versions, filled, unsummed));
    }

    private static Optional<ProblemException> wrong(Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e);
        }
    }

    /** Tells all that is wrong: the last as the problem of the command, those before it here. */
    private void refuse(List<ProblemException> wrong) {
        for (int i = 0; i < wrong.size() - 1; i++) {
            console.err().println(wrong.get(i).problem().text(console.locale()));
            console.err().println();
        }
        if (!wrong.isEmpty()) {
            throw wrong.get(wrong.size() - 1);
        }
    }

    /** A run without a sum of its description is of an older version, or the one that travels along without its states. */
    private void requireStates(RunFolder run, List<String> missing) {
        if (!missing.isEmpty() && run.describedSum().isPresent()) {
            throw Problem.badInput(Verification.class, "statesMissing", folder)
                    .exception("missing", String.join(", ", missing));
        }
        if (!missing.isEmpty()) {
            console.say("verify.noStates", String.join(", ", missing));
        }
    }

    private static boolean hasSum(RunFolder run, Path file) {
        if (file.equals(run.description())) {
            return run.describedSum().isPresent();
        }
        return file.equals(run.journal()) || SealedJson.isSealed(file);
    }
}
