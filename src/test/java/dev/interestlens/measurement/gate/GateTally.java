package dev.interestlens.measurement.gate;

import dev.interestlens.data.source.Progress;
import dev.interestlens.measurement.compare.RunComparison;
import dev.interestlens.measurement.compare.SharedRows;
import dev.interestlens.measurement.compare.StoredScores;
import dev.interestlens.metric.KeptRanking;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.StagedProgress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * How often a planted loss is named, and how often a group without one. The arguments: how many draws, the loss, the least and the greatest size of a
 * group as shares of all users, the figure that the gate judges by, how many further seeds are the null, and the folders of seeds of one model, two more
 * than that. Groups by fields of users, and all others, are drawn apart. In each draw the true items of one group fall in the ranking so that NDCG@10 falls by the loss: of the run that is replaced itself, and of
 * another seed of it, whose ranking differs for everybody.
 */
final class GateTally {
    private final SharedRows rows;
    private final RankingMetric figure;
    private final int seedsBeside;
    private final Consumer<String> out;
    private final List<KeptRanking> seeds = new ArrayList<>();
    private final Random random = new Random(11);

    private GateTally(SharedRows rows, RankingMetric figure, int seedsBeside, Consumer<String> out) {
        this.rows = rows;
        this.figure = figure;
        this.seedsBeside = seedsBeside;
        this.out = out;
    }

    public static void main(String[] arguments) {
        TrainedModel.threads(1);
        List<RunFolder> runs = Arrays.stream(arguments)
                .skip(6)
                .map(folder -> new RunFolder(Path.of(folder)))
                .toList();
        try (SharedRows rows = SharedRows.of(runs.get(0))) {
            GateTally tally = new GateTally(
                    rows,
                    RankingMetric.of(arguments[4]).orElseThrow(),
                    Integer.parseInt(arguments[5]),
                    System.out::println);
            runs.forEach(run -> tally.seeds.add(
                    RunComparison.measured(rows, run, new StagedProgress(Progress.none()), StoredScores.Writing.ALLOWED)
                            .ranking()
                            .kept()));
            tally.withoutLoss();
            for (boolean ofUsers : new boolean[] {true, false}) {
                tally.planted(
                        Integer.parseInt(arguments[0]),
                        Double.parseDouble(arguments[1]),
                        Double.parseDouble(arguments[2]),
                        Double.parseDouble(arguments[3]),
                        ofUsers);
            }
        }
    }

    /** Every seed against every other. */
    private void withoutLoss() {
        int n = seeds.size();
        int alarms = 0;
        for (int i = 0; i < n * n; i++) {
            int before = i / n;
            int after = i % n;
            if (before != after) {
                List<Integer> further = IntStream.range(0, n)
                        .filter(k -> k != before && k != after)
                        .boxed()
                        .limit(seedsBeside)
                        .toList();
                Gate found = gate(before, seeds.get(after), further);
                List<Gate.Group> named =
                        found.groups().stream().filter(Gate.Group::named).toList();
                alarms += named.isEmpty() ? 0 : 1;
                named.forEach(each -> out.accept(String.format(
                        Locale.ROOT,
                        "  %d %d: %s, %d users, %.4f, by %s",
                        before,
                        after,
                        each.name().en(),
                        each.found().users(),
                        each.found().difference(),
                        each.found().named() ? "the figure" : "ranks")));
                out.accept(String.format(
                        Locale.ROOT,
                        "  %d %d: %d groups, bar %.2f, widened at most %.2f",
                        before,
                        after,
                        found.groups().size(),
                        found.bar(),
                        found.widening()));
            }
        }
        out.accept(String.format(Locale.ROOT, " %d comparisons of seeds, %d name a group", n * (n - 1), alarms));
    }

    /** @param ofUsers only in groups by fields of users, or only in the others, such as those by fields of the true item */
    private void planted(int draws, double loss, double least, double most, boolean ofUsers) {
        KeptRanking first = seeds.get(0);
        int users = (int) Arrays.stream(first.users()).distinct().count();
        List<UserGroup> groups = UserGroups.of(rows.samples(), first).stream()
                .filter(group -> group.users() >= least * users && group.users() <= most * users)
                .filter(group -> ofUsers == group.tested().kinds().stream().allMatch(kind -> kind.startsWith("user.")))
                .toList();
        if (groups.isEmpty()) {
            return;
        }
        int[] named = new int[2];
        int[] byFigure = new int[2];
        int[] failed = new int[2];
        for (int draw = 0; draw < draws; draw++) {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, seeds.size()).boxed().toList());
            Collections.shuffle(order, random);
            UserGroup group = groups.get(random.nextInt(groups.size()));
            for (int other = 0; other < 2; other++) {
                KeptRanking lowered = Planted.lowered(seeds.get(order.get(other)), group.entries(), loss);
                Gate found = gate(order.get(0), lowered, order.subList(2, 2 + seedsBeside));
                Gate.Group its = found.groups().stream()
                        .filter(each -> each.name().equals(group.name()))
                        .findFirst()
                        .orElseThrow();
                named[other] += its.loses() ? 1 : 0;
                byFigure[other] += its.found().high() < 0 ? 1 : 0;
                failed[other] += found.answer() == Gate.Answer.LOSES ? 1 : 0;
            }
        }
        out.accept(String.format(
                Locale.ROOT,
                " %d draws of %d groups %s, of %.3f to %.3f of %d users, loss %.3f",
                draws,
                groups.size(),
                ofUsers ? "by fields of users" : "by other things",
                least,
                most,
                users,
                loss));
        for (int other = 0; other < 2; other++) {
            out.accept(String.format(
                    Locale.ROOT,
                    "  %s: the group is named %d, by the figure alone %d, exit code 1 %d",
                    other == 0 ? "the run itself, lowered" : "another seed, lowered",
                    named[other],
                    byFigure[other],
                    failed[other]));
        }
    }

    private Gate gate(int before, KeptRanking after, List<Integer> further) {
        return Gate.of(
                rows.samples(),
                new Gate.Ranked("now", seeds.get(before)),
                new Gate.Ranked("new", after),
                further.stream().map(seeds::get).toList(),
                new Gate.Terms(figure, Gate.Terms.DEFAULT.loss()));
    }
}
