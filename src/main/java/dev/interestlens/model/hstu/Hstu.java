package dev.interestlens.model.hstu;

import dev.interestlens.model.Diagram;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.described.DescribedModel;
import dev.interestlens.nn.TraceNames;
import java.util.ArrayList;
import java.util.List;

/** HSTU as a ranker: {@link HstuLayers} with the candidate as the last row, and the head over what comes out there. */
public final class Hstu extends DescribedModel {
    private final HstuConfig config;

    public Hstu(HstuConfig config, ModelInput input) {
        super(HstuLayers.of(config, input), input);
        this.config = config;
    }

    @Override
    protected List<Diagram.Part> inside() {
        long d = config.width();
        List<Diagram.Part> parts = new ArrayList<>();
        parts.add(Diagram.part("rows", List.of(Diagram.HISTORY, Diagram.CANDIDATE), readLength() + 1L, d)
                .learned("hstu.input"));
        String before = "rows";
        for (int i = 0; i < config.blocks(); i++) {
            String name = "pointwise." + i;
            parts.add(Diagram.part(name, List.of(before), readLength() + 1L, d).learned(HstuLayers.name(i)));
            before = name;
        }
        if (config.nextItem() > 0) {
            parts.add(Diagram.part("nextItem", List.of(before, Diagram.HISTORY))
                    .learned("next_item")
                    .inTraining());
        }
        parts.add(Diagram.part("atCandidate", List.of(before), d).traced(TraceNames.INTEREST));
        return parts;
    }

    @Override
    protected List<String> readByHead() {
        return List.of("atCandidate", Diagram.CANDIDATE);
    }
}
