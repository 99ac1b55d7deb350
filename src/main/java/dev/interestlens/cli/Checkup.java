package dev.interestlens.cli;

import dev.interestlens.cli.console.Console;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.export.onnx.OnnxSession;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Scratch;
import dev.interestlens.store.UnpackedLibrary;
import dev.interestlens.train.Versions;
import dev.interestlens.train.config.Devices;
import dev.interestlens.workspace.Workspace;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is found of the installation: each thing for itself, since this must answer where nothing else works. */
final class Checkup {
    private static final Logger LOG = LoggerFactory.getLogger(Checkup.class);
    private static final long LITTLE = 1L << 30;

    private final Map<String, Object> found = new LinkedHashMap<>();
    private final List<Devices.Listed> devices;
    private final Optional<Boolean> unpacking;
    private final Optional<Long> free;

    /** Each once: two things may fail for one reason. */
    private final Set<Problem> problems = new LinkedHashSet<>();

    Checkup() {
        found.put("versions", tried(Versions::line).orElseGet(Versions::withoutEngine));
        found.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        found.put("cores", Runtime.getRuntime().availableProcessors());
        found.put("memoryMegabytes", Runtime.getRuntime().maxMemory() >> 20);
        devices = tried(Devices::list).orElse(List.of());
        unpacking = tried(Devices::needUnpacking);
        Optional<Workspace> workspace = tried(Workspace::ofUser);
        workspace.ifPresent(folder -> tried(() -> folder.create(Disk.real())));
        free = workspace.flatMap(Checkup::free);
        found.put("workspace", workspace.map(folder -> folder.root().toString()).orElse(""));
        found.put("freeBytes", free.orElse(-1L));
        found.put("temporary", UnpackedLibrary.temporary().toString());
        found.put("display", System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null);
        List.<Runnable>of(() -> Scratch.create().close(), Sources::load, OnnxSession::load)
                .forEach(part -> tried(() -> {
                    part.run();
                    return part;
                }));
    }

    private <T> Optional<T> tried(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (ProblemException e) {
            LOG.info("{}", e.problem().key(), e);
            problems.add(e.problem());
        } catch (RuntimeException | LinkageError e) {
            LOG.info("unforeseen", e);
            problems.add(Problem.internal(DoctorCommand.class, "unforeseen")
                    .with("reason", UnpackedLibrary.reason(e))
                    .problem());
        }
        return Optional.empty();
    }

    private static Optional<Long> free(Workspace workspace) {
        try {
            return Optional.of(Disk.real().freeBytes(workspace.root()));
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    /** Prints it. Returns the exit code: what does not work is told, and is no answer of "fine". */
    int print(Console console, boolean json) {
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>(found);
            document.put("devices", devices);
            document.put("engineUnpackedEachTime", unpacking.orElse(false));
            document.put(
                    "problems",
                    problems.stream()
                            .map(problem -> Map.of(
                                    "what", problem.what(console.locale()), "fix", problem.fix(console.locale())))
                            .toList());
            console.json(document);
        } else {
            found.forEach((key, value) -> {
                if (!key.equals("freeBytes") || free.isPresent()) {
                    console.out().println(console.text("doctor." + key) + ": " + value);
                }
            });
            for (Devices.Listed device : devices) {
                console.print("doctor.device." + device.reason(), device.name());
            }
            unpacking.filter(each -> each).ifPresent(each -> console.print("doctor.unpacking"));
            problems.forEach(problem -> console.out().println("\n" + problem.text(console.locale())));
            if (free.isPresent() && free.get() < LITTLE) {
                console.print("doctor.littleSpace");
            } else if (problems.isEmpty()) {
                console.print("doctor.fine");
            }
        }
        return problems.isEmpty() ? 0 : Problem.Kind.RESOURCE.exitCode();
    }
}
