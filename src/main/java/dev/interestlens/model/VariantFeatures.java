package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
import dev.interestlens.model.config.EmbeddingSizes;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.graph.FeatureSource;
import dev.interestlens.model.graph.GraphFeatures;
import dev.interestlens.model.graph.GraphHistory;
import dev.interestlens.model.graph.GraphInput;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.graph.EngineGraph;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Value;
import dev.interestlens.store.ArrayFill;
import java.util.List;

/**
 * What a description reads of one sample when each of S variants of it may read some behaviours only: the masks are (S, L), and all else stands there once.
 * An empty history is one position of padding.
 *
 * @param single of one sample in the plain layout
 * @param padding the row of a behaviour that is hidden, (1, W), where padding is read; else null
 * @param kept 1 where a position may be read, (S, L)
 */
record VariantFeatures(EngineGraph graph, ModelInput input, Features single, NDArray padding, NDArray kept)
        implements FeatureSource {
    @Override
    public GraphFeatures features(ModelInput read, boolean itemOnly, boolean literal) {
        Value mask = graph.orOne(graph.of(kept), 1);
        Value items = graph.orOne(graph.of(single.layout().groups(single.history())[0]), 1); // (1, L, W)
        Value history = padding == null ? items : withPadding(items, mask);
        Value profile = single.profile() == null ? null : graph.of(single.profile());
        return new Read(graph, history, graph.of(single.candidate()), profile, new Places(this, mask));
    }

    /** As in the reference code, in which a behaviour that is hidden becomes padding: (S, L, W). */
    private Value withPadding(Value items, Value mask) {
        Value flags = graph.unsqueeze(mask, 2);
        return graph.add(graph.multiply(items, flags), graph.multiply(graph.of(padding), graph.complement(flags)));
    }

    /** Whole numbers of the positions, (1, L). */
    private Value each(int[] numbers) {
        return graph.orOne(graph.of(Ops.unsqueeze(single.tensors().longs(numbers), 0)), 1);
    }

    private record Read(EngineGraph graph, Value history, Value candidate, Value profile, GraphHistory places)
            implements GraphFeatures {
        @Override
        public List<GraphInput> inputs() {
            return List.of();
        }

        @Override
        public int itemWidth(EmbeddingSizes sizes) {
            return (int) graph.array(candidate).getShape().get(1);
        }

        @Override
        public Value withTerms(Value logits) {
            return logits; // the model adds them
        }

        @Override
        public Value neighbourTerms() {
            return null;
        }

        @Override
        public Value ofSamples(Value result) {
            return result;
        }

        @Override
        public Value ofPositions(Value result, int axis) {
            return result;
        }
    }

    private record Places(VariantFeatures of, Value mask) implements GraphHistory {
        @Override
        public Graph graph() {
            return of.graph;
        }

        @Override
        public int longest() {
            return of.input.historyLength();
        }

        /** Padding of the reference code is a step, too, but not a behaviour that is removed. */
        @Override
        public Value taken(boolean literal) {
            if (!literal) {
                return mask;
            }
            BatchPlan plan = of.single.plan();
            float[] padding = ArrayFill.floats(plan.layout().positions(), at -> plan.behaviour(at) < 0 ? 1 : 0);
            return of.graph.add(mask, of.graph.constant(padding, 1, padding.length));
        }

        @Override
        public boolean isPaddedBehind() {
            return false;
        }

        @Override
        public Value steps(long most) {
            return of.graph.clip(of.each(of.single.plan().steps()), 0, most);
        }

        @Override
        public Value back(int first) {
            return of.each(PositionIndex.back(of.single.plan(), first));
        }

        @Override
        public Value gaps() {
            long[] seconds = of.single.plan().gaps();
            return of.graph.orOne(of.graph.of(of.single.tensors().longs(seconds, 1, seconds.length)), 1);
        }
    }
}
