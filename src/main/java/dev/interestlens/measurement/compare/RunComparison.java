package dev.interestlens.measurement.compare;

import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.data.source.Progress;
import dev.interestlens.explain.words.Text;
import dev.interestlens.measurement.quality.RankingEvaluation;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.StagedProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A comparison of runs on the same test rows and users.
 *
 * @param runs in the order given
 * @param configurations runs that differ only in the seed, best first; empty where each has one seed only
 * @param pairs each two runs over users, then each two configurations that share seeds over those
 * @param otherRows whether some were measured on other test rows than others, so that their figures cannot be compared
 * @param notes how negatives were sampled, and what was left out
 */
public record RunComparison(
        List<Run> runs, List<Configuration> configurations, List<Pair> pairs, boolean otherRows, List<Text> notes) {
    private static final Logger LOG = LoggerFactory.getLogger(RunComparison.class);
    private static final int ROWS = 2048;

    /** Share of the work that ranking the catalogue takes. */
    private static final double RANKED = 0.9;

    /** The unit of an interval. */
    public enum By {
        USERS,
        SEEDS
    }

    /**
     * A figure with its 95 % interval.
     *
     * @param interval null where there is none
     */
    public record Figure(double value, Interval interval) {}

    /**
     * A run.
     *
     * @param shown its name with the mark of its data
     * @param mark of its data
     * @param items of its catalogue
     * @param calibrated whether its scores were fitted to the validation part
     * @param figures by name: those of the ranking that are told, and AUC
     */
    public record Run(
            String name,
            String shown,
            Map<String, String> mark,
            long seed,
            int users,
            int items,
            boolean calibrated,
            Map<String, Figure> figures) {
        private static Run of(Verdict.Entry entry) {
            RunScores scores = entry.scores();
            CatalogueRanking.Figures ranked = scores.ranking().model();
            Map<String, Figure> figures = new LinkedHashMap<>();
            RankingMetric.told()
                    .forEach(metric ->
                            figures.put(metric.id(), new Figure(ranked.value(metric), ranked.interval(metric))));
            figures.put(
                    RankMetric.AUC.id(),
                    new Figure(
                            scores.figures().value(RankMetric.AUC),
                            scores.figures().interval(RankMetric.AUC)));
            RunDescription described = entry.run().description();
            return new Run(
                    entry.run().name(),
                    described.marked(entry.run().name()),
                    described.mark(),
                    entry.seed(),
                    scores.ranking().users(),
                    scores.ranking().items(),
                    entry.run().calibrated(),
                    figures);
        }
    }

    /**
     * Runs that differ only in the seed.
     *
     * @param run the name of the first
     * @param figures their means by name, each with the interval of the mean
     */
    public record Configuration(String run, int seeds, Map<String, Figure> figures) {
        private static Configuration of(Verdict.Group group) {
            Map<String, Figure> figures = new LinkedHashMap<>();
            PairedFigure.all().forEach(figure -> {
                Spread spread = group.spread(figure);
                figures.put(
                        figure.id(), new Figure(spread.mean(), spread.interval().orElse(null)));
            });
            return new Configuration(
                    group.entries().get(0).run().name(), group.spread().count(), figures);
        }
    }

    /**
     * A difference, a minus b, with its 95 % interval.
     *
     * @param a name of a run; of a configuration, its first run's
     * @param metric the id of a {@link PairedFigure}
     * @param seeds that were paired; 1 over users
     */
    public record Pair(String a, String b, String metric, By by, int seeds, double difference, Interval interval) {}

    public RunComparison {
        runs = List.copyOf(runs);
        configurations = List.copyOf(configurations);
        pairs = List.copyOf(pairs);
        notes = List.copyOf(notes);
    }

    /** Of runs that were measured. */
    public static RunComparison of(List<Verdict.Entry> entries) {
        return of(entries, pairs(entries));
    }

    public static RunComparison of(List<Verdict.Entry> entries, List<Pair> pairs) {
        List<Verdict.Group> groups = Verdict.groups(entries, PairedFigure.first());
        return new RunComparison(
                entries.stream().map(Run::of).toList(),
                groups.stream().anyMatch(group -> group.spread().count() > 1)
                        ? groups.stream().map(Configuration::of).toList()
                        : List.of(),
                pairs,
                otherRows(entries),
                entries.stream()
                        .flatMap(each -> each.scores().notes().stream())
                        .distinct()
                        .toList());
    }

    /**
     * Measures.
     *
     * @param negatives how negatives of the test are sampled; null for each protocol's own way
     * @throws dev.interestlens.store.ProblemException of kind CANCELLED where it was cancelled
     */
    public static RunComparison of(
            List<RunFolder> folders, NegativeKind negatives, Progress progress, StoredScores.Writing writing) {
        StagedProgress steps = new StagedProgress(progress);
        List<Verdict.Entry> entries = new ArrayList<>();
        for (RunFolder folder : folders) {
            steps.begin("measure", (double) entries.size() / folders.size(), (entries.size() + 1.0) / folders.size());
            RunSummary run = RunSummary.of(folder).with(RunLabels.read(folder)); // a damaged name is refused
            RunFolder on = folders.stream()
                    .filter(each -> SharedRows.fits(each.read(), folder.read()))
                    .findFirst()
                    .orElse(folder);
            try (SharedRows rows = negatives == null ? SharedRows.of(on) : SharedRows.of(on, negatives)) {
                entries.add(new Verdict.Entry(run, measured(rows, folder, steps, writing)));
            }
        }
        return of(entries);
    }

    /**
     * The scores of a run on some rows with its ranking: what is stored in the run's folder, else measured and, where that is allowed and the folder may be written, stored.
     */
    public static RunScores measured(
            SharedRows rows, RunFolder folder, StagedProgress steps, StoredScores.Writing writing) {
        try {
            Optional<StoredScores> stored = StoredScores.of(folder, rows.rows());
            Optional<RunScores> known = stored.flatMap(RunComparison::known).filter(scores -> scores.ranking() != null);
            if (known.isPresent()) {
                return known.get();
            }
            try (SharedRows.Scoring scoring = rows.open(folder);
                    RankingEvaluation ranking = scoring.ranking()) {
                while (scoring.more(ROWS)) {
                    steps.within(scoring.fraction() * (1 - RANKED));
                }
                while (ranking.more()) {
                    steps.within(1 - RANKED + ranking.fraction() * RANKED);
                }
                RunScores.Raw raw = scoring.finish();
                CatalogueRanking ranked = ranking.result();
                if (writing == StoredScores.Writing.ALLOWED && stored.isPresent() && Files.isWritable(folder.path())) {
                    stored.get().write(Disk.real(), raw);
                    stored.get().write(Disk.real(), ranked);
                }
                return RunScores.of(raw).with(ranked);
            }
        } catch (IOException e) {
            throw Problem.resource(RunComparison.class, "notKept", folder.path())
                    .exception(e);
        }
    }

    private static Optional<RunScores> known(StoredScores stored) {
        try {
            return stored.read();
        } catch (ProblemException damaged) {
            LOG.warn("what is stored of {} is damaged and is measured again", stored, damaged);
            return Optional.empty();
        }
    }

    static boolean otherRows(List<Verdict.Entry> entries) {
        return entries.stream()
                .anyMatch(each -> !each.scores().sharesRowsWith(entries.get(0).scores()));
    }

    static List<Pair> pairs(List<Verdict.Entry> entries) {
        List<Pair> pairs = new ArrayList<>();
        for (PairedFigure figure : PairedFigure.all()) {
            for (int i = 0; i < entries.size(); i++) {
                for (int j = i + 1; j < entries.size(); j++) {
                    overUsers(figure, entries.get(i), entries.get(j)).ifPresent(pairs::add);
                }
            }
            List<Verdict.Group> groups = Verdict.groups(entries, figure);
            for (int i = 0; i < groups.size(); i++) {
                for (int j = i + 1; j < groups.size(); j++) {
                    overSeeds(figure, groups.get(i), groups.get(j)).ifPresent(pairs::add);
                }
            }
        }
        return pairs;
    }

    private static Optional<Pair> overUsers(PairedFigure figure, Verdict.Entry first, Verdict.Entry second) {
        boolean measured = Stream.of(first, second).noneMatch(each -> Double.isNaN(figure.of(each.scores())));
        if (!measured || !first.scores().sharesRowsWith(second.scores())) {
            return Optional.empty();
        }
        return figure.overUsers(first.scores(), second.scores())
                .map(interval -> new Pair(
                        first.run().name(),
                        second.run().name(),
                        figure.id(),
                        By.USERS,
                        1,
                        figure.of(first.scores()) - figure.of(second.scores()),
                        interval));
    }

    private static Optional<Pair> overSeeds(PairedFigure figure, Verdict.Group first, Verdict.Group second) {
        Verdict.Finding found = Verdict.finding(figure, first, second);
        return found.overSeeds() == null || found.pairedSeeds() < 2
                ? Optional.empty()
                : Optional.of(new Pair(
                        first.entries().get(0).run().name(),
                        second.entries().get(0).run().name(),
                        figure.id(),
                        By.SEEDS,
                        found.pairedSeeds(),
                        found.lead(),
                        found.overSeeds()));
    }
}
