package dev.interestlens.ui.compare;

import dev.interestlens.explain.words.MetricWords;
import dev.interestlens.figure.Numerals;
import dev.interestlens.measurement.compare.RunScores;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.Lead;
import dev.interestlens.metric.ListSizes;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.metric.References;
import dev.interestlens.ui.common.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The texts of the references of a metric: number of ranked candidates, chance, and baselines. */
record ReferenceWords(Messages messages) {
    private static final int DECIMALS = 4;

    /** A ranking metric with the number of candidates, where it is the same for all. */
    String name(String metric, List<References> all) {
        Set<ListSizes> sizes = all.stream().map(References::lists).collect(Collectors.toSet());
        if (sizes.isEmpty()) {
            return metric;
        }
        int min = sizes.stream().mapToInt(ListSizes::min).min().orElseThrow();
        int max = sizes.stream().mapToInt(ListSizes::max).max().orElseThrow();
        return min == max
                ? messages.text("compare.among", metric, Numerals.count(max))
                : messages.text("compare.amongRange", metric, Numerals.count(min), Numerals.count(max));
    }

    /** The value of a random scorer. */
    String random(Optional<References> references, String figure) {
        return references
                .map(each -> Numerals.fixed(each.random().get(figure), DECIMALS))
                .orElse("–");
    }

    /** The value of the best baseline, with its name. */
    String best(Optional<References> references, String figure) {
        return references
                .flatMap(each -> each.best(figure))
                .map(best ->
                        messages.text("compare.named", Numerals.fixed(best.value(), DECIMALS), name(best.baseline())))
                .orElse("–");
    }

    /** Names of all baselines. */
    List<String> baselines(List<References> all) {
        return all.stream()
                .flatMap(each -> each.baselines().keySet().stream())
                .distinct()
                .toList();
    }

    private String name(String baseline) {
        return messages.text("compare.baseline." + baseline);
    }

    /** The metrics in which a run is below a baseline; empty where there is none. */
    String below(String run, RunScores scores) {
        List<String> parts = new ArrayList<>();
        for (RankMetric metric : RankMetric.OF_BASELINES) {
            below(
                            MetricWords.name(metric).in(messages.locale()),
                            scores.figures().value(metric),
                            scores.references().best(metric.id()))
                    .ifPresent(parts::add);
        }
        return parts.isEmpty()
                ? ""
                : messages.text("compare.below", run, String.join(messages.text("compare.below.and"), parts));
    }

    /** The runs below the best baseline in AUC; empty where there is none. */
    String belowInAuc(Map<String, RunScores> runs) {
        List<String> below = new ArrayList<>();
        runs.forEach((run, scores) -> scores.references()
                .best(RankMetric.AUC.id())
                .filter(best -> scores.figures().value(RankMetric.AUC) < best.value())
                .ifPresent(best -> below.add(messages.text("compare.named", run, name(best.baseline())))));
        return below.isEmpty()
                ? ""
                : messages.text("compare.belowInAuc", String.join(messages.text("explain.beyond.comma"), below));
    }

    /** The runs that are not ahead of the best baseline among the first ten of all items, behind or level; empty where all are ahead. */
    String inLists(Map<String, RunScores> runs) {
        Map<Standing, List<String>> sentences = new LinkedHashMap<>();
        runs.forEach((run, scores) -> beside(scores).ifPresent(found -> sentences
                .computeIfAbsent(found.standing(), key -> new ArrayList<>())
                .add(standing(run, found.difference()))));
        return sentences.entrySet().stream()
                .filter(each -> each.getKey().lead() != Lead.AHEAD)
                .map(each -> messages.text(
                        "compare.lists." + each.getKey().lead(),
                        name(each.getKey().baseline()),
                        String.join(messages.text("explain.beyond.comma"), each.getValue())))
                .collect(Collectors.joining("\n"));
    }

    /** Whether every run is clearly behind the best baseline among the first ten of all items. */
    boolean allBehind(Map<String, RunScores> runs) {
        return !runs.isEmpty()
                && runs.values().stream().allMatch(scores -> beside(scores)
                        .filter(found -> found.standing().lead() == Lead.BEHIND)
                        .isPresent());
    }

    /** The best baseline, and how runs stand to it. */
    private record Standing(String baseline, Lead lead) {}

    /** How one run does, with its difference. */
    private record Beside(Standing standing, CatalogueRanking.Difference difference) {}

    private static Optional<Beside> beside(RunScores scores) {
        CatalogueRanking ranking = scores.ranking();
        if (ranking == null) {
            return Optional.empty();
        }
        Comparator<String> byNdcg = Comparator.comparingDouble(name -> ndcg(ranking, name));
        return ranking.known().stream().max(byNdcg).flatMap(best -> ranking.above(best, RankingMetric.NDCG10)
                .map(found -> new Beside(new Standing(best, Lead.of(found, ndcg(ranking, best))), found)));
    }

    private static double ndcg(CatalogueRanking ranking, String baseline) {
        return ranking.baseline(baseline).value(RankingMetric.NDCG10);
    }

    private String standing(String run, CatalogueRanking.Difference found) {
        boolean behind = found.high() < 0;
        return messages.text(
                behind ? "compare.lists.behind.run" : "compare.lists.level.run",
                run,
                Numerals.fixed(behind ? -found.difference() : found.difference(), DECIMALS),
                Numerals.fixed(behind ? -found.high() : found.low(), DECIMALS),
                Numerals.fixed(behind ? -found.low() : found.high(), DECIMALS));
    }

    private Optional<String> below(String metric, double value, Optional<References.Best> best) {
        return best.filter(each -> value < each.value())
                .map(each -> messages.text(
                        "compare.below.in",
                        metric,
                        Numerals.fixed(value, DECIMALS),
                        Numerals.fixed(each.value(), DECIMALS),
                        name(each.baseline())));
    }
}
