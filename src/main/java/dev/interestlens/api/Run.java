package dev.interestlens.api;

import dev.interestlens.data.source.Progress;
import dev.interestlens.measurement.Findings;
import dev.interestlens.measurement.Measurement;
import dev.interestlens.measurement.Measurements;
import dev.interestlens.measurement.quality.RunExplainer;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.recommend.Filter;
import dev.interestlens.recommend.People;
import dev.interestlens.recommend.Person;
import dev.interestlens.recommend.Recommendation.Wish;
import dev.interestlens.recommend.Recommender;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.SampleRun;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A trained run with its data, ready to score, explain and recommend with its best weights. Safe for several threads; calls run one at a time.
 * Closing frees the model; results returned before stay valid.
 */
public final class Run implements AutoCloseable {
    private final OpenRun open;
    private final People people;
    private final RunExplainer explainer;
    private final Values values;
    private Recommender recommender;
    private boolean closed;

    private Run(OpenRun open) {
        this.open = open;
        people = new People(open.samples());
        explainer = new RunExplainer(open);
        values = new Values(open);
    }

    /**
     * Opens a run; its data set must lie where it lay when the run was trained. Every file is compared with its checksum before it is used.
     *
     * @param folder of the run, with its {@code run.json}
     * @return the run; the caller closes it
     * @throws LensException where the folder holds no run, something of it is damaged, or there are no weights yet
     */
    public static Run open(Path folder) {
        return LensException.guard(() -> new Run(OpenRun.best(new RunFolder(folder))));
    }

    /**
     * Opens the small run on a small synthetic shop that is part of the program. Where the shop is not in the folder yet, it is prepared there first,
     * which takes seconds.
     *
     * @param folder to which {@code sample-data}, {@code datasets} and {@code runs} are written
     * @return the run; the caller closes it
     * @throws LensException where the folder cannot be written, or another shop lies there
     */
    public static Run bundled(Path folder) {
        return LensException.guard(() -> open(SampleRun.bring(Disk.real(), new Workspace(folder).create(Disk.real()))
                .path()));
    }

    /**
     * What the run is.
     *
     * @return its name, model, data and validation
     */
    public synchronized RunInfo info() {
        requireOpen();
        return LensException.guard(values::info);
    }

    /**
     * Scores items for a history.
     *
     * @param history of a user or put together by hand
     * @param items keys of items
     * @return one score for each item, in their order
     * @throws LensException of kind {@code REQUEST} where a user or an item is not in the data
     */
    public synchronized List<Score> score(History history, List<String> items) {
        requireOpen();
        return LensException.guard(() -> {
            TrainedModel.threads(1); // small arrays: more threads only wait for each other
            int[] numbers = numbers(items);
            return numbers.length == 0
                    ? List.of()
                    : values.scores(numbers, open.model().logits(people.candidates(person(history), numbers)));
        });
    }

    /**
     * Explains the score of an item for a history, by removing behaviours and scoring again.
     *
     * @param history of a user or put together by hand
     * @param item key of the item
     * @return where the model looked, what removing does, and what may be said
     * @throws LensException of kind {@code REQUEST} where the user or the item is not in the data
     */
    public synchronized Explanation explain(History history, String item) {
        requireOpen();
        return LensException.guard(() -> {
            TrainedModel.threads(1);
            int number = numbers(List.of(item))[0];
            return values.explanation(explainer
                    .explainer()
                    .explain(people.impression(person(history), number), () -> false)
                    .orElseThrow());
        });
    }

    /**
     * Recommends the best items of the whole catalogue for a history.
     *
     * @param history of a user or put together by hand
     * @param options which items may be recommended, and how many
     * @return the list
     * @throws LensException of kind {@code REQUEST} where the user, an item or a category is not in the data, or the user has no test event
     */
    public synchronized RecommendationList recommend(History history, RecommendOptions options) {
        requireOpen();
        return LensException.guard(() -> {
            TrainedModel.threads(1);
            if (recommender == null) {
                recommender = new Recommender(open.model(), open.samples());
            }
            Filter filter = new Filter(
                    options.seen(),
                    options.cold(),
                    Filter.categories(open.data(), options.categories()),
                    Filter.Popularity.ALL);
            Wish wish = new Wish(filter, options.count(), options.diversity(), options.reasons());
            return values.list(dev.interestlens.recommend.Recommendation.of(
                            recommender, people, person(history), "", wish, () -> false)
                    .orElseThrow());
        });
    }

    /**
     * What can be measured of a run.
     *
     * @return names for {@link #measure}
     */
    public static List<String> measurements() {
        return Measurements.all().stream().map(Measurement::id).toList();
    }

    /**
     * Measures the run, and keeps nothing. What is kept in its folder is returned as it is where no setting is given.
     *
     * @param measurement one of {@link #measurements}
     * @param settings those of the command of that name which differ from the usual ones, by name, such as {@code rows}
     * @return the JSON document that the command prints with {@code --json}
     * @throws LensException of kind {@code REQUEST} where there is no such measurement or setting, or where it trains models
     */
    public synchronized String measure(String measurement, Map<String, List<String>> settings) {
        requireOpen();
        return LensException.guard(() -> {
            TrainedModel.threads(1);
            String name = open.folder().path().toString();
            return Json.pretty(Findings.of(Measurements.named(measurement), name, open, settings, Progress.none())
                    .document());
        });
    }

    /**
     * Measures several runs together, such as {@code compare} and {@code gate}, and keeps nothing. What is kept in the folder of the first is returned
     * as it is where no setting is given.
     *
     * @param runs their folders, in the order in which the command takes them
     * @param measurement one of {@link #measurements}
     * @param settings as of {@link #measure(String, Map)}
     * @return the JSON document that the command prints with {@code --json}
     * @throws LensException of kind {@code REQUEST} where there is no such measurement or setting, or where it measures each run alone
     */
    public static String measure(List<Path> runs, String measurement, Map<String, List<String>> settings) {
        return LensException.guard(() -> {
            TrainedModel.threads(1);
            List<RunFolder> folders = runs.stream().map(RunFolder::new).toList();
            return Json.pretty(Findings.of(Measurements.named(measurement), folders, settings, Progress.none())
                    .document());
        });
    }

    private Person person(History history) {
        if (history.user().isEmpty()) {
            return people.made("", people.items(history.items()));
        }
        int user = people.user(history.user().get());
        return history.beforeTest() ? people.beforeTest(user) : people.next(user);
    }

    private int[] numbers(List<String> items) {
        return people.items(items).stream().mapToInt(Integer::intValue).toArray();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The run is closed");
        }
    }

    /** Frees the model. A second call has no effect. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (recommender != null) {
            recommender.close();
        }
        explainer.close();
        open.close();
    }
}
