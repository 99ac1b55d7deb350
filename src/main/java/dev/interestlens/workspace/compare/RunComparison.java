package dev.interestlens.workspace.compare;

import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.data.source.Progress;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.Interval;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.StagedProgress;
import dev.interestlens.workspace.measure.RankingEvaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A comparison of runs on the same test rows and users.
 *
 * @param entries the runs in the order given
 * @param pairs each two of them over users, then each two configurations that share seeds over those
 */
public record RunComparison(List<Verdict.Entry> entries, List<Pair> pairs) {
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
     * A difference, a minus b, with its 95 % interval.
     *
     * @param a name of a run; of a configuration, its first run's
     * @param seeds that were paired; 1 over users
     */
    public record Pair(
            String a, String b, PairedFigure figure, By by, int seeds, double difference, Interval interval) {}

    public RunComparison {
        entries = List.copyOf(entries);
        pairs = List.copyOf(pairs);
    }

    /**
     * Measures.
     *
     * @param negatives how negatives of the test are sampled; null for each protocol's own way
     * @throws dev.interestlens.store.ProblemException of kind CANCELLED where it was cancelled
     */
    public static RunComparison of(List<RunFolder> folders, NegativeKind negatives, Progress progress) {
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
                entries.add(new Verdict.Entry(run, measured(rows, folder, steps)));
            }
        }
        return new RunComparison(entries, pairs(entries));
    }

    /**
     * The scores of a run on some rows with its ranking: what is stored in the run's folder, else measured and, where the folder may be written, stored.
     */
    public static RunScores measured(SharedRows rows, RunFolder folder, StagedProgress steps) {
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
                if (stored.isPresent() && Files.isWritable(folder.path())) {
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

    /** Whether some were measured on other test rows than others, so that their figures cannot be compared. */
    public boolean otherRows() {
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
                        figure,
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
                        figure,
                        By.SEEDS,
                        found.pairedSeeds(),
                        found.lead(),
                        found.overSeeds()));
    }
}
