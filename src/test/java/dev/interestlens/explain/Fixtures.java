package dev.interestlens.explain;

import dev.interestlens.data.Field;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.explain.look.Behaviour;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Item;
import dev.interestlens.explain.look.LookKind;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.words.Text;
import dev.interestlens.model.ContractCases;
import dev.interestlens.model.Removal;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Small histories and small models. */
public final class Fixtures {
    public static final Schema SCHEMA =
            new Schema(List.of(Field.categorical("item", 40), Field.categorical("category", 10)), List.of(), List.of());
    public static final ModelInput INPUT = new ModelInput(SCHEMA, 12);

    private Fixtures() {}

    /** With weights large enough that behaviours matter. */
    public static TrainedModel model(ModelConfig config) {
        return ContractCases.enlarged(config, INPUT, 30);
    }

    /** Items 2, 5, 8 …, oldest first, before one candidate and, beside it, two others. */
    public static Impression impression(int behaviours) {
        int[] items = IntStream.range(0, behaviours).map(j -> 2 + 3 * j).toArray();
        List<Behaviour> history = IntStream.range(0, behaviours)
                .mapToObj(j -> new Behaviour(j, item(items[j]), 1000L + j))
                .toList();
        return new Impression(
                0,
                "u",
                1,
                item(20),
                history,
                batch(items, 20),
                List.of(
                        new Impression.Other(item(21), Impression.Kind.SAME_CATEGORY),
                        new Impression.Other(item(30), Impression.Kind.RANDOM)),
                batch(items, 20, 21, 30));
    }

    public static Item item(int number) {
        return new Item(
                number, "i" + number, new Text("Item " + number, "物品" + number), Text.same("c" + category(number)));
    }

    public static int category(int item) {
        return 2 + item % 8;
    }

    public static RawBatch batch(int[] items, int... candidates) {
        int b = candidates.length;
        int n = items.length;
        int[] all = new int[n * b];
        long[] gaps = new long[n * b];
        for (int i = 0; i < b; i++) {
            System.arraycopy(items, 0, all, i * n, n);
            for (int j = 0; j < n; j++) {
                gaps[i * n + j] = 60L * (n - j);
            }
        }
        return new RawBatch(
                        new RawBatch.Histories(
                                IntStream.rangeClosed(0, b).map(i -> i * n).toArray(),
                                RawBatch.Fields.ofIds(new int[][] {
                                    all,
                                    Arrays.stream(all).map(Fixtures::category).toArray()
                                }),
                                gaps,
                                null),
                        RawBatch.Fields.ofIds(new int[][] {
                            candidates,
                            Arrays.stream(candidates).map(Fixtures::category).toArray()
                        }),
                        RawBatch.Fields.NONE,
                        RawBatch.Fields.NONE,
                        RawBatch.Negatives.NONE,
                        new float[b])
                .requireValid(SCHEMA);
    }

    /** Histories of these lengths, each as in {@link #impression}, before item 20. */
    public static RawBatch ragged(int... lengths) {
        int[] offsets = new int[lengths.length + 1];
        for (int i = 0; i < lengths.length; i++) {
            offsets[i + 1] = offsets[i] + lengths[i];
        }
        int[] items = new int[offsets[lengths.length]];
        long[] gaps = new long[items.length];
        for (int i = 0; i < lengths.length; i++) {
            for (int j = 0; j < lengths[i]; j++) {
                items[offsets[i] + j] = 2 + 3 * j;
                gaps[offsets[i] + j] = 60L * (lengths[i] - j);
            }
        }
        int[] candidates = new int[lengths.length];
        Arrays.fill(candidates, 20);
        return new RawBatch(
                        new RawBatch.Histories(
                                offsets,
                                RawBatch.Fields.ofIds(new int[][] {
                                    items,
                                    Arrays.stream(items).map(Fixtures::category).toArray()
                                }),
                                gaps,
                                null),
                        RawBatch.Fields.ofIds(new int[][] {
                            candidates,
                            Arrays.stream(candidates).map(Fixtures::category).toArray()
                        }),
                        RawBatch.Fields.NONE,
                        RawBatch.Fields.NONE,
                        RawBatch.Negatives.NONE,
                        new float[lengths.length])
                .requireValid(SCHEMA);
    }

    /** A score of which every part is known. */
    public static Removal removal(int behaviours, ToDoubleFunction<boolean[]> logit) {
        return new Removal() {
            @Override
            public int behaviours() {
                return behaviours;
            }

            @Override
            public double[] logits(List<boolean[]> kept) {
                return kept.stream().mapToDouble(logit).toArray();
            }
        };
    }

    /** The logit is the sum of the weights of what is left. */
    public static Removal additive(double... weights) {
        return removal(weights.length, kept -> IntStream.range(0, kept.length)
                .filter(j -> kept[j])
                .mapToDouble(j -> weights[j])
                .sum());
    }

    public static LookResult looked(double... look) {
        return new LookResult(0, LookKind.ATTENTION, look, List.of());
    }
}
