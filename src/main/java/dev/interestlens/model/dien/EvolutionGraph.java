package dev.interestlens.model.dien;

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

    /** The projection of the states (B, L, H), before attention is applied: (B, L, 3H). */
    Value input(Value states) {
        return gru().input(states);
    }

    /** input (B, L, 3H), or (1, L, 3H) for all samples, attention (B, L), taken (B, L), (1, L) or null for all steps -> (B, H). */
    Value last(Value input, Value attention, Value taken) {
        boolean scaled = config.evolution() == Evolution.AIGRU; // W(a·h) = a·Wh
        return gru().attended(input, scaled, attention, taken, this::written);
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
