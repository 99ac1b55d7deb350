package dev.interestlens.explain.view;

import dev.interestlens.data.Schema;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.model.Trace;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.nn.TraceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Arranges the pictures of one forward pass into views, according to its traces: first candidates side by side, then gates or heads, last all traces.
 */
public final class PanelBuilder {
    private static final Set<AxisKind> SIDES = Set.of(AxisKind.CANDIDATE);

    private PanelBuilder() {}

    /**
     * @param gradient of the logit by the interest, or nothing
     * @param schema of what the model reads
     */
    public static List<Panel> panels(
            Impression impression, List<Trace> traces, LookResult looked, double[] gradient, Schema schema) {
        List<Panel> panels = new ArrayList<>();
        List<Picture> candidates = new ArrayList<>();
        List<Picture> rest = new ArrayList<>();
        for (HeatMatrix matrix : looked.matrices()) {
            boolean beside = SIDES.contains(matrix.rows().kind()) && !matrix.isOf(TraceNames.READ_OUT);
            (beside ? candidates : rest).add(matrix);
        }
        if (!candidates.isEmpty()) {
            panels.add(new Panel("candidates", Wording.of("panel.candidates"), candidates, 0));
        }
        List<Panel> own = new ArrayList<>(EvolutionPanels.of(impression, traces, gradient));
        List<Panel> encoder = EncoderPanels.of(impression, traces, looked.matrices());
        panels.addAll(GroupPanels.lanes(impression, looked));
        panels.addAll(own);
        panels.addAll(TokenPanels.of(impression, traces, looked, schema));
        panels.addAll(encoder);
        if (!rest.isEmpty() && encoder.isEmpty()) {
            panels.add(new Panel("traces", Wording.of("panel.traces"), rest, 0));
        }
        return panels;
    }
}
