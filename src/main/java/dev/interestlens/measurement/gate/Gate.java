package dev.interestlens.measurement.gate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.words.Text;
import dev.interestlens.metric.GroupTest;
import dev.interestlens.metric.KeptRanking;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Who gains and who loses where one run replaces another: the difference of each group of users beside what drawing users and seeds again explains. In
 * JSON the runs and the examples are flattened.
 *
 * @param users that were compared
 * @param bar of z
 * @param shift of all users together that another seed explains; 0 where seeds differ by no more than users explain
 * @param groups all users first; then groups that lose, the surest first; those that gain, the surest first; the others, the greatest possible loss first
 * @param churn how many of the recommended items are others
 * @param examples users who lose or gain the most
 */
public record Gate(
        @JsonUnwrapped Runs runs,
        Terms terms,
        Answer answer,
        int users,
        double bar,
        double shift,
        List<Group> groups,
        Churn churn,
        @JsonUnwrapped Examples examples) {
    /** Values of t that are taken to be by chance; ranks have none, since seeds move most kinds of groups as a whole below the list. */
    private static final int EXPECTED = 30;

    /** How many users with the greatest loss are examples, and how many with the greatest gain. */
    public static final int EXAMPLES = 20;

    /**
     * What is compared.
     *
     * @param before name of the run that is replaced
     * @param after name of the run that replaces it
     * @param seeds further seeds of the run that is replaced; without any, the bar allows for other users only
     */
    public record Runs(String before, String after, int seeds) {}

    /**
     * What is asked.
     *
     * @param figure by which true items are judged; its name in JSON
     * @param loss in this figure that is not accepted
     */
    public record Terms(
            @JsonSerialize(using = ToStringSerializer.class) RankingMetric figure, double loss) {
        public static final Terms DEFAULT = new Terms(RankingMetric.NDCG10, 0.01);

        @JsonCreator
        static Terms of(@JsonProperty("figure") String figure, @JsonProperty("loss") double loss) {
            return new Terms(RankingMetric.of(figure).orElseThrow(() -> new IllegalArgumentException(figure)), loss);
        }
    }

    /** The answer. */
    public enum Answer {
        /** No group loses so much, and such a loss of all users would have been seen. */
        PASSES,
        /** A group loses as much as is not accepted, or more. */
        LOSES,
        /** No group does, but such a loss of all users could be overlooked: the log is too small, or the seeds are too few. */
        UNKNOWN
    }

    /**
     * A run with its ranking.
     *
     * @param name shown to people
     */
    public record Ranked(String name, KeptRanking ranking) {}

    /**
     * One group.
     *
     * @param field and the next are as in {@link UserGroup}
     * @param before the figure of the run that is replaced
     * @param heights what the logarithms of the ranks tell: they also see what moves below the first ten
     * @param byRanks whether they name the group
     */
    public record Group(
            String field,
            Text value,
            Text name,
            double before,
            GroupTest.Found found,
            GroupTest.Found heights,
            boolean byRanks) {
        public Group {
            found = found.ofFractions(); // all figures are between 0 and 1
        }

        public boolean everybody() {
            return field.equals(UserGroup.ALL);
        }

        public boolean loses() {
            return named() && found.difference() < 0;
        }

        public boolean gains() {
            return named() && found.difference() > 0;
        }

        /** Whether its ranks name it alone: the interval of the figure holds 0, that of the ranks decides. */
        public boolean byRanksAlone() {
            return byRanks && !found.named();
        }

        /** Whether the figure or the ranks are beyond the bar. */
        public boolean named() {
            return found.named() || byRanks;
        }

        /** By what factor the ranks of true items grow, a geometric mean; above 1 they stand lower. */
        public RankFactor rankFactor() {
            return new RankFactor(Math.exp(-heights.difference()), Math.exp(-heights.high()), Math.exp(-heights.low()));
        }

        /** The smallest loss that would be seen; NaN where even the loss of everything would not be. */
        public double visibleLoss() {
            return found.smallestLoss() <= before ? found.smallestLoss() : Double.NaN;
        }

        /**
         * Losses first, the surest of them at the top; then gains in the same way; then the greatest possible loss, and last the groups in which no
         * loss could be seen.
         */
        private double order() {
            boolean blind = Double.isNaN(visibleLoss());
            return loses() ? found.high() - 4 : gains() ? -found.low() - 2 : blind ? 2 : found.low();
        }
    }

    /** A factor of ranks, with its interval. */
    public record RankFactor(double times, double low, double high) {}

    /**
     * Shares of ten recommended items that are others.
     *
     * @param difference of the run that replaces
     * @param otherSeed of another seed of the run that is replaced; NaN without one
     */
    public record Churn(double difference, double otherSeed) {}

    /**
     * A user with a true item.
     *
     * @param user key in the source
     * @param row of the test part
     * @param item title
     * @param before expected rank of the item
     * @param after the same by the run that replaces
     * @param difference of the figure
     */
    public record Example(String user, int row, Text item, double before, double after, double difference) {}

    public Gate {
        groups = List.copyOf(groups);
    }

    /** The group of all users. */
    public Group all() {
        return groups.get(0);
    }

    /** Groups that lose as much as is not accepted, the surest first. */
    public List<Group> losers() {
        return losers(groups, terms.loss());
    }

    private static List<Group> losers(List<Group> groups, double loss) {
        return groups.stream()
                .filter(group -> group.loses() && -group.found().difference() >= loss)
                .toList();
    }

    /**
     * Measures.
     *
     * @param samples whose test part was ranked
     * @param seeds of the run that is replaced, may be empty
     */
    public static Gate of(SampleSet samples, Ranked before, Ranked after, List<KeptRanking> seeds, Terms terms) {
        List<UserGroup> found = UserGroups.of(samples, before.ranking());
        double[] old = before.ranking().values(terms.figure());
        GroupTest.Differences figure = differences(
                before.ranking(), after.ranking(), seeds, ranking -> ranking.values(terms.figure()), EXPECTED);
        GroupTest test = GroupTest.of(
                before.ranking().users(),
                before.ranking().items(),
                found.stream().map(UserGroup::tested).toList(),
                List.of(figure, differences(before.ranking(), after.ranking(), seeds, KeptRanking::heights, 0)));
        GroupTest.ByFigure byFigure = test.figures().get(0);
        List<GroupTest.Found> heights = test.figures().get(1).groups();
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < found.size(); g++) {
            UserGroup group = found.get(g);
            double level = group.entries().stream()
                    .mapToDouble(entry -> old[entry])
                    .average()
                    .orElse(Double.NaN);
            groups.add(new Group(
                    group.field(),
                    group.value(),
                    group.name(),
                    level,
                    byFigure.groups().get(g),
                    heights.get(g),
                    byRanks(
                            byFigure.groups().get(g),
                            heights.get(g),
                            g == 0 ? 0 : heights.get(0).difference())));
        }
        Group all = groups.remove(0);
        groups.sort(Comparator.comparingDouble(Group::order)); // NaN last
        groups.add(0, all);
        return new Gate(
                new Runs(before.name(), after.name(), seeds.size()),
                terms,
                answer(groups, terms.loss()),
                all.found().users(),
                test.bar(),
                byFigure.shift(),
                groups,
                churn(before.ranking(), after.ranking(), seeds),
                Examples.of(samples, before.ranking(), after.ranking(), figure.differences()));
    }

    /**
     * Whether the ranks of a group change beyond the bar, and the figure, for itself, differs in that direction; and more than those of everybody, since
     * seeds move the ranks below the list as a whole.
     *
     * @param everybody how the ranks of all users change; 0 for these themselves
     */
    private static boolean byRanks(GroupTest.Found figure, GroupTest.Found heights, double everybody) {
        boolean falls = figure.difference() < 0 && heights.high() < Math.min(0, everybody);
        boolean rises = figure.difference() > 0 && heights.low() > Math.max(0, everybody);
        return figure.differsAlone() && (falls || rises);
    }

    /** By some figure; the run that is replaced is the first of its seeds. */
    private static GroupTest.Differences differences(
            KeptRanking before,
            KeptRanking after,
            List<KeptRanking> seeds,
            Function<KeptRanking, double[]> figure,
            int expected) {
        double[] old = figure.apply(before);
        List<double[]> values = new ArrayList<>();
        if (!seeds.isEmpty()) {
            values.add(old);
            seeds.forEach(seed -> values.add(figure.apply(seed)));
        }
        return new GroupTest.Differences(minus(figure.apply(after), old), values, expected);
    }

    /** Whether seeds alone explain such a loss, as far as these few tell. */
    public boolean fewSeeds() {
        return shift >= terms.loss();
    }

    /** The widest bar of a group, relative to that of the others. */
    public double widening() {
        return groups.stream()
                .mapToDouble(group -> group.found().widening())
                .max()
                .orElse(1);
    }

    private static double[] minus(double[] one, double[] other) {
        return ArrayFill.doubles(one.length, entry -> one[entry] - other[entry]);
    }

    private static Answer answer(List<Group> groups, double loss) {
        if (!losers(groups, loss).isEmpty()) {
            return Answer.LOSES;
        }
        return groups.get(0).found().smallestLoss() <= loss ? Answer.PASSES : Answer.UNKNOWN;
    }

    private static Churn churn(KeptRanking before, KeptRanking after, List<KeptRanking> seeds) {
        return new Churn(
                before.replaced(after),
                seeds.stream().mapToDouble(before::replaced).average().orElse(Double.NaN));
    }
}
