package dev.interestlens.model.dien;

import dev.interestlens.model.config.Padding;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.GruGraph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Value;

/** The second layer of {@link Dien} as part of a graph, for evolutions in which attention is part of the steps. B samples, L steps, H units. */
record EvolutionGraph(DienConfig config, Layers layers) {
    static final String CELL = "interest_evolution.gru_cell";

    private GruGraph gru() {
        return new GruGraph(layers, CELL, "", config.hiddenSize());
    }

    /** The projection of the states, before attention is applied: (…, H) -> (…, 3H). */
    Value projected(Value states) {
        return gru().projected(states);
    }

    /** states (B, L, H), attention (B, L), exactly 0 where no step is taken, taken (B, L) or null for all steps -> (B, H). */
    Value last(Value states, Value attention, Value taken) {
        return last(gru().inputs(scaled(byStep(states), attention)), attention, taken);
    }

    /** The same of what {@link #projected} gave for all samples, (1, L, 3H); taken (1, L) or null. */
    Value lastOf(Value projected, Value attention, Value taken) {
        return last(gru().inputsOf(scaled(byStep(projected), attention)), attention, taken); // W(a·h) = a·Wh
    }

    private Value last(GruGraph.Inputs inputs, Value attention, Value taken) {
        boolean gated = config.evolution() == Evolution.AGRU || config.evolution() == Evolution.AUGRU;
        boolean stays = gated && config.padding() == Padding.MASKED; // a = 0 where no step is taken
        return gru().attended(inputs, byStep(attention), taken == null || stays ? null : byStep(taken), this::written);
    }

    /** Steps (L, B, ·), times the attention (B, L) where that scales the input. */
    private Value scaled(Value steps, Value attention) {
        Graph g = layers.graph();
        return config.evolution() == Evolution.AIGRU ? g.multiply(steps, g.unsqueeze(byStep(attention), 2)) : steps;
    }

    /** (B, L) or (B, L, ·) -> (L, B) or (L, B, ·). */
    private Value byStep(Value rows) {
        Graph g = layers.graph();
        return rows.rank() == 2 ? g.permute(rows, 1, 0) : g.permute(rows, 1, 0, 2);
    }

    /** As {@link Evolution#written}: update (B, H), attention (B, 1) -> (B, H). */
    private Value written(Graph in, Value update, Value attention) {
        return switch (config.evolution()) {
            case GRU, AIGRU -> update;
            case AGRU -> in.add(in.scale(update, 0), attention);
            case AUGRU -> in.multiply(update, attention);
            case AUGRU_RELEASED -> in.complement(in.multiply(in.complement(attention), in.complement(update)));
        };
    }
}
