package dev.interestlens.train;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.NeighbourFit;
import dev.interestlens.data.protocol.NeighbourKind;
import dev.interestlens.data.protocol.NeighbourRows;
import dev.interestlens.data.protocol.Neighbours;
import dev.interestlens.data.protocol.Repeats;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.metric.Bootstrap;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.metric.PerUser;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.NeighbourTerm;
import dev.interestlens.model.NeighbourTerm.Table;
import dev.interestlens.store.EnumNames;
import dev.interestlens.train.run.JournalEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How much of what followed what a trained model adds to its logit, and of which tables. The loss asks for little of the term: among a few sampled items
 * the rest of the model does without it. So the first try whose NDCG@10 on the validation part is within one per cent of the best is taken, among the
 * weight that training found and larger ones, first with the table that was trained beside, then with others added to it. Those may be tables from which
 * the events of one user cannot be subtracted, since nothing is trained beside them. Where the table that ranks best without a model is ahead of that by
 * more than chance, it takes the place of the trained one: a sum need not be behind what it contains.
 */
final class NeighbourChoice {
    /** Weights that are tried, as multiples of the one that training found. */
    private static final double[] TIMES = {1, 1.25, 1.5, 2, 2.5, 3, 4};

    /** The same for a table in place of the trained one; with the last the model only orders what the table leaves level. */
    private static final double[] TIMES_INSTEAD = {1, 1.5, 2, 3, 4, 6, 8, 12, 20, 40, 1000};

    /**
     * How much of another table is added: on the validation parts of ml-latest-small and movietweetings between .25 and 1 hardly differs, and a choice among
     * more would be one of chance.
     */
    private static final double[] SHARES = {.5};

    /** The same where repeats count: most people then get what one of the other tables alone would give them. */
    private static final double[] SHARES_OF_REPEATS = {.5, 4};

    private static final double NEARLY = 0.99;

    /** Numbers of a table that are few enough to hold several of them. */
    private static final long CELLS = 4_000_000;

    private final SampleSet samples;
    private final boolean adds;
    private List<Tried> tried;

    /**
     * A table that is tried.
     *
     * @param kind of what is added to the trained table, or stands in its place; null for the trained table alone
     * @param share how much of it is added; null where nothing is
     * @param times multiples of the weight that are tried
     */
    private record Tried(String kind, Double share, Table table, double[] times) {
        boolean is(JournalEntry.Weighed choice) {
            return Objects.equals(kind, choice.added()) && Objects.equals(share, choice.share());
        }
    }

    /** One try: the place of a table, and a multiple of the weight. */
    private record Attempt(int table, double times) {}

    /** @param adds whether other tables may be added */
    NeighbourChoice(SampleSet samples, boolean adds) {
        this.samples = samples;
        this.adds = adds;
    }

    /**
     * Chooses for a model, and adds the choice to the ranks of users of the validation part.
     *
     * @param term with the table that was trained beside
     * @param many whether they are enough to choose among tables by the ranking of the model
     */
    JournalEntry.Weighed choose(
            NeighbourTerm term, RivalRanks ranks, CatalogueValidation validation, boolean many, int epoch, long step) {
        List<Tried> tables = !adds
                ? List.of(new Tried(null, null, term.table(), TIMES))
                : many ? tables(term) : alone(tables(term), term, validation);
        List<Attempt> attempts = new ArrayList<>();
        for (int table = 0; table < tables.size(); table++) {
            for (double times : tables.get(table).times()) {
                attempts.add(new Attempt(table, times));
            }
        }
        List<PerUser> found = ranks.ndcg(attempts.size(), sample -> added(term, tables, attempts, sample));
        double[] ndcg = found.stream()
                .mapToDouble(each -> FullRanking.mean(each).orNaN())
                .toArray();
        int instead = adds ? ndcg.length - TIMES_INSTEAD.length : ndcg.length;
        int first = many || instead == TIMES.length ? 0 : TIMES.length; // else the table is chosen already
        int chosen = firstOfTheBest(ndcg, first, instead);
        if (adds && behind(found.get(chosen), found.get(ndcg.length - 1))) {
            chosen = firstOfTheBest(ndcg, instead, ndcg.length);
        }
        Attempt taken = attempts.get(chosen);
        ranks.add(sample -> added(term, tables, List.of(taken), sample));
        Tried table = tables.get(taken.table());
        return new JournalEntry.Weighed(
                epoch,
                step,
                term.weight(),
                taken.times() * term.weight(),
                finite(ndcg[0]),
                finite(ndcg[chosen]),
                table.kind(),
                table.share());
    }

    private static boolean behind(PerUser sum, PerUser table) {
        return Bootstrap.of(1)
                .mean(table.minus(sum))
                .filter(range -> range.low() > 0)
                .isPresent();
    }

    /** The first of some tries that is within one per cent of the best. */
    private static int firstOfTheBest(double[] ndcg, int from, int until) {
        double enough = NEARLY * Arrays.stream(ndcg, from, until).max().orElseThrow();
        return IntStream.range(from, until)
                .filter(i -> ndcg[i] >= enough)
                .findFirst()
                .orElse(from);
    }

    /** What tries add to the logits of a model that has the first table already. */
    private static RivalRanks.Added added(
            NeighbourTerm term, List<Tried> tables, List<Attempt> attempts, RawBatch sample) {
        float weight = term.weight();
        double[][] sums = tables.stream()
                .map(each -> term.sums(each.table(), sample, null))
                .toArray(double[][]::new);
        return (i, item) ->
                weight * (attempts.get(i).times() * sums[attempts.get(i).table()][item] - sums[0][item]);
    }

    /** Makes a choice of an earlier time again, of a model with the table that was trained beside. */
    void again(CtrModel model, JournalEntry.Weighed choice) {
        NeighbourTerm term = model.neighbours().orElseThrow();
        if (choice.added() != null) {
            tables(term).stream().filter(each -> each.is(choice)).forEach(each -> term.load(each.table()));
        }
        model.weighNeighbours((float) choice.chosen());
    }

    private static Double finite(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /** Where few users can be ranked by the model: the trained table, the best of its sums without a model, and the one that stands alone. */
    private static List<Tried> alone(List<Tried> tables, NeighbourTerm term, CatalogueValidation validation) {
        Tried trained = tables.get(0);
        Tried instead = tables.get(tables.size() - 1);
        Tried best = trained;
        double most = 0;
        for (Tried each : tables.subList(0, tables.size() - 1)) {
            double ndcg = validation.ndcgOfItems(sample -> term.sums(each.table(), sample, null));
            best = ndcg > most ? each : best;
            most = Math.max(ndcg, most);
        }
        return best == trained ? List.of(trained, instead) : List.of(trained, best, instead);
    }

    /** The table that is trained beside, its sums with others, and last the one that ranks best alone; the same at the end of each epoch. */
    private List<Tried> tables(NeighbourTerm term) {
        if (tried == null) {
            tried = new ArrayList<>();
            tried.add(new Tried(null, null, term.table(), TIMES));
            NeighbourFit fit = new NeighbourFit(samples, new EngineInverse(), term.width());
            Set<NeighbourKind> others = EnumSet.of(NeighbourKind.EASE, NeighbourKind.KNN);
            others.retainAll(NeighbourFit.cheap(samples));
            if (term.table().ids().length <= CELLS) {
                others.forEach(kind -> addSums(kind, term, fit));
            }
            Neighbours best = samples.neighbours(new EngineInverse());
            Table instead = NeighbourStart.table(best, term, fit);
            tried.add(new Tried(EnumNames.lower(best.kind()), null, instead, TIMES_INSTEAD));
        }
        return tried;
    }

    private void addSums(NeighbourKind kind, NeighbourTerm term, NeighbourFit fit) {
        Table own = term.table();
        Neighbours trained = Neighbours.of(
                new NeighbourRows(term.width(), own.ids(), own.values()), NeighbourKind.RULES, 0, term.decay());
        Neighbours other = fit.beside(kind, term.decay());
        for (double share : samples.repeats(Repeats.AUTO) == Repeats.ALL ? SHARES_OF_REPEATS : SHARES) {
            NeighbourRows sum = fit.plus(trained, other, share);
            tried.add(new Tried(EnumNames.lower(kind), share, new Table(sum.ids(), sum.values(), own.ages()), TIMES));
        }
    }
}
