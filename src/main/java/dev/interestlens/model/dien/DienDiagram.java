package dev.interestlens.model.dien;

import dev.interestlens.model.Diagram;
import dev.interestlens.model.dien.DienConfig.Beside;
import dev.interestlens.nn.TraceNames;
import dev.interestlens.nn.TraceNames.Gate;
import java.util.ArrayList;
import java.util.List;

/** The parts of {@link Dien} and their connections. */
record DienDiagram(DienConfig config) {
    /** For l behaviours of items of this width. */
    List<Diagram.Part> inside(long l, long width) {
        long h = config.hiddenSize();
        boolean sum = config.evolution() == Evolution.GRU;
        List<Diagram.Part> parts = new ArrayList<>();
        parts.add(Diagram.part("extractor", List.of(Diagram.HISTORY), l, h)
                .traced(TraceNames.extractor(Gate.STATE))
                .learned("interest_extractor"));
        if (config.auxiliary().kind() != AuxiliaryConfig.AuxiliaryKind.NONE) {
            parts.add(Diagram.part("auxiliary", List.of("extractor", Diagram.HISTORY))
                    .learned("aux_", "state_loss")
                    .inTraining());
        }
        Diagram.Part evolution = Diagram.part(
                        "evolution", sum ? List.of("extractor") : List.of("extractor", "attention"), l, h)
                .as(config.evolution())
                .traced(TraceNames.evolution(Gate.STATE))
                .learned("interest_evolution.gru_cell");
        if (sum) {
            parts.add(evolution);
        }
        parts.add(Diagram.part("interestScores", scored(sum ? "evolution" : "extractor"), l)
                .as(config.evolving().attention())
                .traced(TraceNames.SCORES)
                .learned("interest_evolution.attention", "interest_queries"));
        boolean several = config.attentions() > 1;
        long[] weights = several ? new long[] {config.attentions(), l} : new long[] {l};
        parts.add(Diagram.part("attention", List.of("interestScores"), weights)
                .traced(several ? TraceNames.ATTENTION_HEADS : TraceNames.ATTENTION));
        if (!sum) {
            parts.add(evolution);
        }
        parts.add(Diagram.part(
                        sum ? "interest" : "lastState",
                        sum ? List.of("attention", "evolution") : List.of("evolution"),
                        h)
                .traced(TraceNames.INTEREST));
        if (config.beside() != Beside.NONE) {
            boolean attends = config.beside() == Beside.ATTENDED;
            parts.add(Diagram.part(
                    besidePart(),
                    attends ? List.of("attention", Diagram.HISTORY) : List.of(Diagram.HISTORY),
                    config.attentions() * width));
        }
        return parts;
    }

    private List<String> scored(String states) {
        return config.comparesBehaviours()
                ? List.of(states, Diagram.HISTORY, Diagram.CANDIDATE)
                : List.of(states, Diagram.CANDIDATE);
    }

    private String besidePart() {
        return config.beside() == Beside.ATTENDED ? "attended" : "pooling";
    }

    List<String> readByHead() {
        String interest = config.evolution() == Evolution.GRU ? "interest" : "lastState";
        return config.beside() != Beside.NONE
                ? List.of(interest, besidePart(), Diagram.CANDIDATE)
                : List.of(interest, Diagram.CANDIDATE);
    }
}
