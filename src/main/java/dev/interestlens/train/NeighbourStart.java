package dev.interestlens.train;

import dev.interestlens.data.protocol.NeighbourFit;
import dev.interestlens.data.protocol.NeighbourKind;
import dev.interestlens.data.protocol.Neighbours;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.model.NeighbourTerm;
import dev.interestlens.model.config.NeighbourConfig;
import dev.interestlens.model.config.NeighbourConfig.Kind;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Problem;
import dev.interestlens.train.run.JournalEntry;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Makes what followed what from the training events, before a run begins. */
record NeighbourStart(SampleSet samples, Consumer<JournalEntry> journal) {
    /**
     * Fills the term of a new model.
     *
     * @param alone whether the term is the whole model: otherwise only tables from which the events of one user can be subtracted are chosen
     */
    void give(NeighbourTerm term, NeighbourConfig config, boolean alone) {
        OptionalDouble decay = config.decay() == 0 ? OptionalDouble.empty() : OptionalDouble.of(config.decay());
        NeighbourFit fit = new NeighbourFit(samples, new EngineInverse(), term.width());
        List<NeighbourKind> kinds = kinds(config.kind(), alone);
        Neighbours made = alone ? fit.best(kinds, decay) : fit.beside(kinds, decay);
        term.load(new NeighbourTerm.Made(
                table(made, term, fit),
                ArrayFill.floats(term.length(), made::own),
                (float) made.power(),
                made.before(),
                made.after()));
        journal.accept(new JournalEntry.Neighboured(
                EnumNames.lower(made.kind()),
                made.strength(),
                made.decay(),
                Double.isNaN(made.ndcg10()) ? null : made.ndcg10()));
    }

    /** A scorer as the table of a term: divided by the root mean square of what it gives. */
    static NeighbourTerm.Table table(Neighbours made, NeighbourTerm term, NeighbourFit fit) {
        float scale = (float) fit.spread(made);
        return new NeighbourTerm.Table(
                made.rows().ids(),
                made.rows().values(),
                ArrayFill.floats(term.length(), age -> made.weight(age) / scale));
    }

    List<NeighbourKind> kinds(Kind kind, boolean alone) {
        if (kind != Kind.AUTO) {
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
        return alone ? NeighbourFit.cheap(samples) : List.of(NeighbourKind.RULES);
    }
}
