package dev.interestlens.model.onetrans;

import dev.interestlens.model.Diagram;
import dev.interestlens.model.FieldToken;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.described.DescribedModel;
import dev.interestlens.nn.TraceNames;
import java.util.ArrayList;
import java.util.List;

/** OneTrans as a ranker: {@link OneTransLayers}, and the head over the fields' tokens of the last layer, side by side. */
public final class OneTrans extends DescribedModel {
    private static final String TOKENS = "tokens";

    private final OneTransConfig config;

    public OneTrans(OneTransConfig config, ModelInput input) {
        super(OneTransLayers.of(config, input), input);
        this.config = config;
    }

    @Override
    protected List<Diagram.Part> inside() {
        long d = config.width();
        long fields = FieldToken.of(input().schema()).size();
        List<String> read = new ArrayList<>(List.of(Diagram.HISTORY, Diagram.CANDIDATE));
        if (embeddings().profileWidth() > 0) {
            read.add(Diagram.PROFILE);
        }
        List<Diagram.Part> parts = new ArrayList<>();
        parts.add(Diagram.part(TOKENS, read, readLength() + fields, d)
                .learned(OneTransLayers.INPUT, OneTransLayers.TOKEN));
        String before = TOKENS;
        for (int i = 0; i < config.blocks(); i++) {
            String name = "mixed." + i;
            parts.add(Diagram.part(name, List.of(before), readLength() + fields, d)
                    .learned(OneTransLayers.name(i)));
            before = name;
        }
        parts.add(Diagram.part("lastTokens", List.of(before), fields * d)
                .traced(TraceNames.INTEREST)
                .learned(OneTransLayers.LAST));
        return parts;
    }

    @Override
    protected List<String> readByHead() {
        return List.of("lastTokens", Diagram.CANDIDATE);
    }

    /** Without user and context, which are tokens. */
    @Override
    protected Diagram.Part last(List<Diagram.Part> before) {
        return super.last(before.stream()
                .filter(part -> !part.name().equals(Diagram.PROFILE))
                .toList());
    }
}
