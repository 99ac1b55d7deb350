package dev.interestlens.cli.mcp;

import dev.interestlens.measurement.quality.RunExplainer;
import dev.interestlens.recommend.People;
import dev.interestlens.recommend.Person;
import dev.interestlens.recommend.Recommender;
import dev.interestlens.store.FileAccess;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

/** A run that is kept open for further calls. One thread at a time. */
final class ServedRun implements AutoCloseable {
    private final OpenRun open;
    private final FileTime written;
    private final People people;
    private final RunExplainer explainer;
    private Recommender recommender;

    ServedRun(RunFolder folder) {
        written = written(folder);
        open = OpenRun.best(folder);
        people = new People(open.samples());
        explainer = new RunExplainer(open);
    }

    private static FileTime written(RunFolder folder) {
        return FileAccess.get(() -> Files.getLastModifiedTime(folder.journal()));
    }

    /** Whether the run is unchanged since it was opened: while it trains, its best weights change. */
    boolean isCurrent() {
        return Files.exists(open.folder().journal()) && written.equals(written(open.folder()));
    }

    OpenRun open() {
        return open;
    }

    People people() {
        return people;
    }

    RunExplainer explainer() {
        return explainer;
    }

    Recommender recommender() {
        if (recommender == null) {
            recommender = new Recommender(open.model(), open.samples());
        }
        return recommender;
    }

    /** A user of the log, or a person with a history made by hand. */
    Person person(Optional<String> user, List<String> history, boolean beforeTest) {
        if (user.isEmpty()) {
            return people.made("", people.items(history));
        }
        int number = people.user(user.get());
        return beforeTest ? people.beforeTest(number) : people.next(number);
    }

    @Override
    public void close() {
        if (recommender != null) {
            recommender.close();
        }
        explainer.close();
        open.close();
    }
}
