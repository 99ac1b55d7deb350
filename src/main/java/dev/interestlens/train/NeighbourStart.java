package dev.interestlens.train;

import dev.interestlens.data.protocol.NeighbourFit;
import dev.interestlens.data.protocol.NeighbourKind;
import dev.interestlens.data.protocol.NeighbourRows;
import dev.interestlens.data.protocol.NeighbourScores;
import dev.interestlens.data.protocol.Neighbours;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.NeighbourTerm;
import dev.interestlens.model.config.NeighbourConfig;
import dev.interestlens.model.config.NeighbourConfig.Kind;
import dev.interestlens.nn.RowSource;
import dev.interestlens.nn.RowTable;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Problem;
import dev.interestlens.train.run.JournalEntry;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Makes what followed what from the training events: the same table for the family that is nothing else, as its opponent, and beside a model. */
record NeighbourStart(SampleSet samples, Consumer<JournalEntry> journal) {
    /** Fills the term of a new model, and the tables that it learns from. */
    void give(CtrModel model, NeighbourConfig config) {
        NeighbourTerm term = model.neighbours().orElseThrow();
        OptionalDouble decay = config.decay() == 0 ? OptionalDouble.empty() : OptionalDouble.of(config.decay());
        Neighbours made = samples.neighbours(kinds(config.kind()), decay, new EngineInverse());
        double scale = new NeighbourFit(samples, new EngineInverse()).spread(made);
        float[] ages = ArrayFill.floats(term.length(), age -> made.weight(age) / scale);
        term.load(table(made.rows()), ages);
        float[] own = ArrayFill.floats(term.length(), made::own);
        term.subtract(own, (float) made.power(), made.before(), made.after());
        boolean folds = model.learnsBeside() && made.kind().linear();
        JournalEntry.Neighboured entry = new JournalEntry.Neighboured(
                EnumNames.lower(made.kind()),
                made.strength(),
                made.decay(),
                Double.isNaN(made.ndcg10()) ? null : made.ndcg10(),
                folds ? NeighbourFit.FOLDS : null);
        if (folds) {
            learn(term, entry);
        }
        if (!model.learnsBeside()) {
            RowTable numbers = model.embeddings().item();
            float[] popular = NeighbourScores.popular(samples, made);
            numbers.load(RowSource.of(ArrayFill.floats(popular.length, item -> popular[item] / scale), 1));
        }
        journal.accept(entry);
    }

    /** Makes again what a model learns from, of a run that goes on, where that is not the table itself. */
    void again(NeighbourTerm term, List<JournalEntry> entries) {
        entries.stream()
                .filter(JournalEntry.Neighboured.class::isInstance)
                .map(JournalEntry.Neighboured.class::cast)
                .reduce((before, last) -> last)
                .filter(made -> made.folds() != null)
                .ifPresent(made -> learn(term, made));
    }

    private void learn(NeighbourTerm term, JournalEntry.Neighboured made) {
        NeighbourKind kind = NeighbourKind.valueOf(made.kind().toUpperCase(Locale.ROOT));
        term.learnFrom(new NeighbourFit(samples, new EngineInverse())
                .folds(kind, made.strength()).stream()
                        .map(NeighbourStart::table)
                        .toList());
    }

    private static NeighbourTerm.Table table(NeighbourRows rows) {
        return new NeighbourTerm.Table(rows.ids(), rows.values(), rows.width());
    }

    List<NeighbourKind> kinds(Kind kind) {
        if (kind == Kind.AUTO) {
            return NeighbourFit.cheap(samples);
        }
        NeighbourKind asked = NeighbourKind.valueOf(kind.name());
        if (!NeighbourFit.fits(samples, asked)) {
            throw Problem.badInput(NeighbourStart.class, "tooLargeToInvert")
                    .with("kind", kind)
                    .with("users", samples.data().users())
                    .with("items", samples.data().items())
                    .exception("max", NeighbourFit.MAX_ROWS);
        }
        return List.of(asked);
    }
}
