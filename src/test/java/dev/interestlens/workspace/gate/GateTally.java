package dev.interestlens.workspace.gate;

import dev.interestlens.data.source.Progress;
import dev.interestlens.workspace.StagedProgress;
import dev.interestlens.metric.KeptRanking;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.compare.RunComparison;
import dev.interestlens.workspace.compare.SharedRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * How often a planted loss is named. The arguments: how many draws, the loss, the least and the greatest size of a group as shares of all users, and the
 * folders of three or more seeds of one model. In each draw the true items of one group fall in the ranking: of the run that is replaced itself, and of
 * another seed of it, whose ranking differs for everybody; a further seed is the null. Also counted: comparisons of seeds without a planted loss that
 * name any group.
 */
final class GateTally {
    private final SharedRows rows;
    private final List<KeptRanking> seeds = new ArrayList<>();
    private final Random random = new Random(11);

    private GateTally(SharedRows rows) {
        this.rows = rows;
    }

    public static void main(String[] arguments) {
        TrainedModel.threads(1);
        List<RunFolder> runs = Arrays.stream(arguments)
                .skip(4)
                .map(folder -> new RunFolder(Path.of(folder)))
                .toList();
        try (SharedRows rows = SharedRows.of(runs.get(0))) {
            GateTally tally = new GateTally(rows);
            runs.forEach(run -> tally.seeds.add(RunComparison.measured(rows, run, new StagedProgress(Progress.none()))
                    .ranking()
                    .kept()));
            tally.count(
                    Integer.parseInt(arguments[0]),
                    Double.parseDouble(arguments[1]),
                    Double.parseDouble(arguments[2]),
                    Double.parseDouble(arguments[3]),
                    System.out::println);
        }
    }

    private void count(int draws, double loss, double least, double most, Consumer<String> out) {
        KeptRanking first = seeds.get(0);
        int users = (int) Arrays.stream(first.users()).distinct().count();
        List<UserGroup> groups = UserGroups.of(rows.samples(), first).stream()
                .filter(group -> group.users() >= least * users && group.users() <= most * users)
                .toList();
        int[] named = new int[2];
        int[] somewhere = new int[2];
        double[] visible = new double[2];
        int without = 0;
        for (int draw = 0; draw < draws; draw++) {
            int[] order = IntStream.range(0, seeds.size()).toArray();
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int kept = order[i];
                order[i] = order[j];
                order[j] = kept;
            }
            UserGroup group = groups.get(random.nextInt(groups.size()));
            for (int other = 0; other < 2; other++) {
                Gate found = gate(order, Planted.lowered(seeds.get(order[other]), group.entries(), loss));
                Gate.Group its = found.groups().stream()
                        .filter(each ->
                                each.field().equals(group.field()) && each.value().equals(group.value()))
                        .findFirst()
                        .orElseThrow();
                named[other] += its.loses() ? 1 : 0;
                somewhere[other] += found.answer() == Gate.Answer.LOSES ? 1 : 0;
                visible[other] += its.found().smallestLoss() / draws;
            }
            without += gate(order, seeds.get(order[1])).groups().stream()
                            .anyMatch(each -> each.found().named())
                    ? 1
                    : 0;
        }
        out.accept(String.format(
                Locale.ROOT,
                "%d users, %d groups of %.3f to %.3f, loss %.3f, %d draws",
                users,
                groups.size(),
                least,
                most,
                loss,
                draws));
        for (int other = 0; other < 2; other++) {
            out.accept(String.format(
                    Locale.ROOT,
                    " %s: the group is named %d, exit code 1 %d, smallest visible loss of the group on average %.4f",
                    other == 0 ? "the run itself, lowered" : "another seed, lowered",
                    named[other],
                    somewhere[other],
                    visible[other]));
        }
        out.accept(" without a planted loss: names a group " + without);
    }

    /** The first seed against another ranking, beside the third. */
    private Gate gate(int[] order, KeptRanking after) {
        return Gate.of(
                rows.samples(),
                new Gate.Ranked("now", seeds.get(order[0])),
                new Gate.Ranked("new", after),
                List.of(seeds.get(order[2])),
                Gate.Terms.DEFAULT);
    }
}
