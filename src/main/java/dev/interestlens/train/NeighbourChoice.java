package dev.interestlens.train;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.NeighbourFit;
import dev.interestlens.data.protocol.NeighbourKind;
import dev.interestlens.data.protocol.NeighbourRows;
import dev.interestlens.data.protocol.Neighbours;
import dev.interestlens.data.protocol.Repeats;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.NeighbourTerm;
import dev.interestlens.model.NeighbourTerm.Table;
import dev.interestlens.store.EnumNames;
import dev.interestlens.train.run.JournalEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of what followed what a trained model adds to its logit, and of which tables. The loss asks for little of the term: among a few sampled items
 * the rest of the model does without it. So the first try whose NDCG@10 on the validation part is within one per cent of the best is taken, among the
 * weight that training found and larger ones, first with the table that was trained beside, then with others added to it. Those may be tables from which
 * the events of one user cannot be subtracted, since nothing is trained beside them.
 */
final class NeighbourChoice {
    /** Weights that are tried, as multiples of the one that training found. */
    private static final double[] TIMES = {1, 1.25, 1.5, 2, 2.5, 3, 4};

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
    private List<Mixed> mixed;

    /** What is added to the trained table, and how much of it: null for nothing. */
    private record Mixed(String kind, Double share, Table table) {}

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
        List<Mixed> tables = !adds
                ? List.of(new Mixed(null, null, term.table()))
                : many ? tables(term) : alone(tables(term), term, validation);
        List<Attempt> attempts = new ArrayList<>();
        for (int table = 0; table < tables.size(); table++) {
            for (double times : TIMES) {
                attempts.add(new Attempt(table, times));
            }
        }
        double[] ndcg = ranks.ndcg(attempts.size(), sample -> added(term, tables, attempts, sample)).stream()
                .mapToDouble(each -> FullRanking.mean(each).orNaN())
                .toArray();
        int first = many || tables.size() == 1 ? 0 : TIMES.length; // else the table is chosen already
        double enough = NEARLY * Arrays.stream(ndcg, first, ndcg.length).max().orElseThrow();
        int chosen = IntStream.range(first, ndcg.length)
                .filter(i -> ndcg[i] >= enough)
                .findFirst()
                .orElse(first);
        ranks.add(sample -> added(term, tables, attempts.subList(chosen, chosen + 1), sample));
        Mixed added = tables.get(attempts.get(chosen).table());
        return new JournalEntry.Weighed(
                epoch,
                step,
                term.weight(),
                attempts.get(chosen).times() * term.weight(),
                finite(ndcg[0]),
                finite(ndcg[chosen]),
                added.kind(),
                added.share());
    }

    /** What tries add to the logits of a model that has the first table already. */
    private static RivalRanks.Added added(
            NeighbourTerm term, List<Mixed> tables, List<Attempt> attempts, RawBatch sample) {
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
            tables(term).stream()
                    .filter(each ->
                            choice.added().equals(each.kind()) && choice.share().equals(each.share()))
                    .forEach(each -> term.load(each.table()));
        }
        model.weighNeighbours((float) choice.chosen());
    }

    private static Double finite(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /** Where few users can be ranked by the model: the trained table, and behind it the best one without a model. */
    private static List<Mixed> alone(List<Mixed> tables, NeighbourTerm term, CatalogueValidation validation) {
        Mixed trained = tables.get(0);
        Mixed best = trained;
        double most = 0;
        for (Mixed each : tables) {
            double ndcg = validation.ndcgOfItems(sample -> term.sums(each.table(), sample, null));
            best = ndcg > most ? each : best;
            most = Math.max(ndcg, most);
        }
        return best == trained ? List.of(trained) : List.of(trained, best);
    }

    /** The table that is trained beside, and its sums with others; the same at the end of each epoch. */
    private List<Mixed> tables(NeighbourTerm term) {
        if (mixed == null) {
            mixed = new ArrayList<>();
            mixed.add(new Mixed(null, null, term.table()));
            NeighbourRows rows = new NeighbourRows(
                    term.width(), term.table().ids(), term.table().values());
            Neighbours trained = Neighbours.of(rows, NeighbourKind.RULES, 0, term.decay());
            NeighbourFit fit = new NeighbourFit(samples, new EngineInverse(), term.width());
            boolean repeats = samples.repeats(Repeats.AUTO) == Repeats.ALL;
            for (NeighbourKind kind : NeighbourFit.cheap(samples)) {
                boolean other = kind == NeighbourKind.EASE || kind == NeighbourKind.KNN;
                if (other && rows.ids().length <= CELLS) {
                    Neighbours beside = fit.beside(kind, term.decay());
                    for (double share : repeats ? SHARES_OF_REPEATS : SHARES) {
                        NeighbourRows sum = fit.plus(trained, beside, share);
                        mixed.add(new Mixed(EnumNames.lower(kind), share, new Table(sum.ids(), sum.values())));
                    }
                }
            }
        }
        return mixed;
    }
}
