package dev.interestlens.cli.mcp;

import dev.interestlens.store.Problem;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The runs that may be asked about, each by a name: those that a person named at the start, else all of the workspace. A client cannot open any other
 * folder. The last few stay open. One thread at a time.
 */
public final class ServedRuns implements AutoCloseable {
    private static final int OPEN = 2;

    private final Workspace workspace;
    private final List<Path> chosen;
    private final Deque<ServedRun> open = new ArrayDeque<>();

    /** @param chosen folders of runs; empty for all of the workspace */
    public ServedRuns(Workspace workspace, List<Path> chosen) {
        this.workspace = workspace;
        this.chosen = List.copyOf(chosen);
    }

    /** Runs by their names: that of their folder, or the whole path where two have the same. Read anew at each call. */
    Map<String, RunSummary> byName() {
        List<RunSummary> all = chosen.isEmpty()
                ? workspace.listRuns()
                : chosen.stream().map(RunFolder::new).map(RunSummary::of).toList();
        Map<String, RunSummary> named = new LinkedHashMap<>();
        for (RunSummary run : all) {
            Path path = run.folder().path();
            String name = path.getFileName().toString();
            named.put(named.containsKey(name) ? path.toString() : name, run);
        }
        return named;
    }

    /**
     * A run, opened if it is not open yet; it stays this object's.
     *
     * @throws dev.interestlens.store.ProblemException where there is no such run, or it cannot be opened
     */
    ServedRun of(String name) {
        Map<String, RunSummary> named = byName();
        RunSummary run = named.get(name);
        if (run == null) {
            throw Problem.usage(ServedRuns.class, named.isEmpty() ? "noRuns" : "noSuchRun")
                    .value(name)
                    .exception("known", String.join(", ", named.keySet()));
        }
        Path path = run.folder().path();
        for (ServedRun each : open) {
            if (each.open().folder().path().equals(path)) {
                open.remove(each);
                if (each.isCurrent()) {
                    open.addFirst(each);
                    return each;
                }
                each.close();
                break;
            }
        }
        if (open.size() == OPEN) {
            open.removeLast().close();
        }
        open.addFirst(new ServedRun(run.folder()));
        return open.getFirst();
    }

    @Override
    public void close() {
        open.forEach(ServedRun::close);
        open.clear();
    }
}
