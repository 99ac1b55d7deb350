package dev.interestlens.workspace;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.explain.effect.ReadPart;
import dev.interestlens.explain.look.Behaviour;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.explain.look.Item;
import dev.interestlens.model.Trace;
import dev.interestlens.model.family.TeachingStep;
import dev.interestlens.train.run.RunFolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tensors of one real prediction, to teach what a model computes.
 *
 * @param family id of the model's family
 * @param row of the test part
 * @param candidate whose score it is
 * @param behaviours before it, oldest first
 * @param tensors by the trace's name
 */
public record Lesson(String family, int row, Item candidate, List<Item> behaviours, Map<String, Tensor> tensors) {

    /**
     * Numbers of one sample.
     *
     * @param shape without the batch axis
     * @param values row-major
     */
    public record Tensor(List<Integer> shape, float[] values) {
        public Tensor {
            shape = List.copyOf(shape);
        }

        /** Extent of the last axis; 1 for a single number. */
        public int columns() {
            return shape.isEmpty() ? 1 : shape.get(shape.size() - 1);
        }
    }

    /** The tensor beside a step of the equations, if there is one. */
    public Optional<Tensor> beside(TeachingStep step) {
        return step.traceId().map(tensors::get);
    }

    public Lesson {
        behaviours = List.copyOf(behaviours);
        tensors = Map.copyOf(tensors);
    }

    /** Opens a run, computes one row of its test part with its best model, and closes it. */
    public static Lesson of(RunFolder folder, int wanted) {
        try (OpenRun run = OpenRun.best(folder)) {
            int row = Math.max(0, Math.min(wanted, run.samples().size(Part.TEST) - 1));
            Impression impression = ReadPart.of(run.model(), new Impressions(run.samples()).alone(Part.TEST, row))
                    .impression();
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            for (Trace trace : run.model().traces(impression.batch())) {
                List<Integer> shape = new java.util.ArrayList<>();
                for (int axis = 1; axis < trace.shape().length; axis++) {
                    shape.add((int) trace.shape()[axis]);
                }
                tensors.put(trace.id(), new Tensor(shape, trace.values()));
            }
            return new Lesson(
                    run.description().config().model().id(),
                    row,
                    impression.candidate(),
                    impression.history().stream().map(Behaviour::item).toList(),
                    tensors);
        }
    }
}
