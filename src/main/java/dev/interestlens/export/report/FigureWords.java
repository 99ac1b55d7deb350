package dev.interestlens.export.report;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.Repeats;
import dev.interestlens.data.protocol.SampleCounts;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.explain.words.MetricWords;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Numerals;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.Lead;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.metric.ScoreKinds;
import dev.interestlens.store.EnumNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names and explanations of the figures of a ranking, for window, files and command line, and notes about what they leave out. */
public final class FigureWords {
    /** The name of what {@link #kind} says. */
    public static final Text KIND = ReportWords.of("scores.head");

    private FigureWords() {}

    /** Name of a figure of the ranking, with the number of ranked items, on which its meaning depends. */
    public static Text name(RankingMetric figure, int items) {
        return name(figure, List.of(items));
    }

    /** The same for several catalogues, with all their sizes. */
    public static Text name(RankingMetric figure, Collection<Integer> items) {
        String sizes =
                items.stream().distinct().map(size -> Wording.number(size).en()).collect(Collectors.joining(" / "));
        return ReportWords.of(
                "catalogue.figure",
                "figure",
                MetricWords.name(figure),
                "items",
                sizes.isEmpty()
                        ? ReportWords.of("catalogue.items.unknown")
                        : ReportWords.of("catalogue.items", "items", sizes));
    }

    /** Name of one of {@link CatalogueRanking#BEYOND}. */
    public static Text beyond(String figure) {
        return ReportWords.of("catalogue." + figure);
    }

    /** The meaning of one of {@link CatalogueRanking#BEYOND} in one line. */
    public static Text help(String figure) {
        return ReportWords.of("catalogue." + figure + ".help");
    }

    /** What a training was not to read. */
    public static Text without(String filter, long rows, int users) {
        return ReportWords.filled("facts.without")
                .with("filter", Text.same(filter))
                .with("rows", Wording.number(rows))
                .text("users", Wording.number(users));
    }

    /** A sentence about the ranked items and the users. */
    public static Text ranked(CatalogueRanking of) {
        boolean all = EnumNames.lower(Repeats.ALL).equals(of.repeats());
        return ReportWords.filled(of.users() == of.ofUsers() ? "catalogue.help" : "catalogue.helpSome")
                .with("which", ReportWords.of(all ? "catalogue.repeats.all" : "catalogue.repeats.new"))
                .with("items", Wording.number(of.items()))
                .with("users", Wording.number(of.users()))
                .text("ofUsers", Wording.number(of.ofUsers()));
    }

    /** How the model stands to each baseline among the first ten, a sentence each; none where the users are not held. */
    public static List<Text> leads(CatalogueRanking ranking) {
        return ranking.known().stream()
                .flatMap(baseline -> ranking.above(baseline, RankingMetric.NDCG10).stream()
                        .map(found -> lead(
                                found,
                                RunTables.figureName(baseline),
                                ranking.baseline(baseline).value(RankingMetric.NDCG10))))
                .toList();
    }

    private static Text lead(CatalogueRanking.Difference found, Text baseline, double figure) {
        return ReportWords.filled("catalogue.lead." + EnumNames.lower(Lead.of(found, figure)))
                .with("baseline", baseline)
                .with("difference", Numerals.signed(found.difference(), 4))
                .with("low", Numerals.signed(found.low(), 4))
                .text("high", Numerals.signed(found.high(), 4));
    }

    /** What the true items of one of {@link CatalogueRanking#populations} are. */
    public static Text population(String name) {
        return ReportWords.of("catalogue.population." + name);
    }

    /** What is said first wherever something comes from a copy of a log with planted causes; nothing of a log as it is. */
    public static Optional<Text> mark(DatasetInfo info) {
        return mark(List.of(info.mark())).stream().findFirst();
    }

    /** The same of runs, by the marks of their data sets. */
    public static List<Text> mark(Collection<Map<String, String>> marks) {
        return marks.stream().allMatch(Map::isEmpty) ? List.of() : List.of(ReportWords.of("facts.planted"));
    }

    /** The name of a figure, a baseline or a probe. */
    public static Text figure(String name) {
        return RunTables.figureName(name);
    }

    /** How the negatives of the measured part were drawn. */
    public static Text negatives(NegativeKind kind) {
        return ReportWords.of("sampled.negatives." + EnumNames.lower(kind));
    }

    /** Which positions of users were not trained; empty where all were. */
    public static Optional<Text> cap(ProtocolConfig protocol, SampleCounts counts) {
        return counts.capped() == 0
                ? Optional.empty()
                : Optional.of(ReportWords.filled("cap.positions")
                        .with("most", Wording.number(protocol.training().positionsPerUser()))
                        .text("left", Wording.number(counts.capped())));
    }

    /** Why figures of probabilities of runs are not to be compared: only some were fitted afterwards; empty where all are alike. */
    public static Optional<Text> kinds(ScoreKinds kinds) {
        return kinds.differ()
                ? Optional.of(ReportWords.filled("scores.differ")
                        .with("figures", MetricWords.ofProbabilities())
                        .with("fitted", String.join(", ", kinds.fitted()))
                        .with("learnt", String.join(", ", kinds.learnt()))
                        .text())
                : Optional.empty();
    }

    /** What the scores of a run are. */
    public static Text kind(boolean fitted) {
        return ReportWords.of(fitted ? "scores.fitted" : "scores.learnt");
    }

    /** How negatives were sampled, where there are some, and what was not trained. */
    public static List<Text> notes(SampleSet samples, Part part) {
        List<Text> notes = new ArrayList<>();
        if (samples.group(part) > 1) {
            notes.add(negatives(samples.config().negatives().kind()));
        }
        cap(samples.config(), samples.counts()).ifPresent(notes::add);
        return notes;
    }

    /** A note about rows that were not measured. */
    public static Text firstRows(int rows, int all) {
        return ReportWords.of("cap.rows", "rows", Wording.number(rows), "all", Wording.number(all));
    }
}
