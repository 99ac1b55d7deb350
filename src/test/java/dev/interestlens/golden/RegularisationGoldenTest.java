package dev.interestlens.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RowSource;
import dev.interestlens.nn.RowTable;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.penalty.AdaptiveNorm;
import dev.interestlens.nn.penalty.MiniBatchAware;
import dev.interestlens.nn.penalty.MiniBatchAware.Term;
import dev.interestlens.nn.penalty.RowCounts;
import dev.interestlens.nn.penalty.RowCounts.Unit;
import dev.interestlens.store.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Regularisers against kind regularisation. */
class RegularisationGoldenTest {
    static List<GoldenCase> cases() {
        return GoldenCase.ofKind("regularisation");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void regularisersEqualTheirFormulas(GoldenCase golden) {
        Comparison comparison = new Comparison(golden);
        double base = golden.hyper().get("base_reg").asDouble();
        try (Tensors tensors = Tensors.onCpu();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Ops.gradients(true);
            int[] vectors = lengths(golden, "seed_vec_lens");
            pieces(golden, comparison, tensors, "seed/vectors/", "vec", vectors, base);
            pieces(golden, comparison, tensors, "seed/vectors_base0.5/", "vec", vectors, 0.5);
            pieces(golden, comparison, tensors, "seed/matrices/", "mat", lengths(golden, "seed_mat_lens"), base);
            batched(golden, comparison, tensors, "seed/batched/", golden.ints("hist_len"), base);
            batched(golden, comparison, tensors, "seed/batched_len0/", golden.ints("hist_len_with_zero"), base);
            int width = golden.hyper().get("embed_dim").asInt();
            double[][] zero = norm(tensors, new float[width], new int[] {1}, width, base);
            comparison.check("seed/zero_embedding/value", zero[0]);
            comparison.check("seed/zero_embedding/grad", zero[1]);
            Ops.gradients(false);
        }
        for (Unit unit : Unit.values()) {
            miniBatchAware(golden, comparison, unit);
        }
        comparison.finish();
    }

    private static int[] lengths(GoldenCase golden, String name) {
        return golden.sizes(name).stream().mapToInt(n -> n).toArray();
    }

    /** Separate vectors or matrices, as samples of one array: zeros behind a short one change no norm. */
    private static void pieces(
            GoldenCase golden,
            Comparison comparison,
            Tensors tensors,
            String tag,
            String prefix,
            int[] lengths,
            double base) {
        List<float[]> parts = new ArrayList<>();
        int longest = 0;
        for (int k = 0; k < lengths.length; k++) {
            parts.add(golden.inputs().get(prefix + k).floats());
            longest = Math.max(longest, parts.get(k).length);
        }
        float[] joined = new float[lengths.length * longest];
        for (int k = 0; k < lengths.length; k++) {
            System.arraycopy(parts.get(k), 0, joined, k * longest, parts.get(k).length);
        }
        double[][] found = norm(tensors, joined, lengths, longest, base);
        comparison.check(tag + "value", found[0]);
        for (int k = 0; k < lengths.length; k++) {
            int from = k * longest;
            comparison.check(tag + "grad" + k, Arrays.copyOfRange(found[1], from, from + parts.get(k).length));
        }
    }

    private static void batched(
            GoldenCase golden, Comparison comparison, Tensors tensors, String tag, int[] lengths, double base) {
        float[] embeddings = golden.inputs().get("hist_emb").floats();
        double[][] found = norm(tensors, embeddings, lengths, embeddings.length / lengths.length, base);
        comparison.check(tag + "value", found[0]);
        comparison.check(tag + "grad", found[1]);
    }

    private static double[][] norm(Tensors tensors, float[] values, int[] lengths, int each, double base) {
        NDArray embeddings = tensors.floats(values, lengths.length, 1, each);
        embeddings.setRequiresGradient(true);
        NDArray value = AdaptiveNorm.of(tensors, embeddings, lengths, base);
        Ops.backward(value);
        return new double[][] {ModelRun.doubles(value), ModelRun.doubles(Ops.gradient(embeddings))};
    }

    private static void miniBatchAware(GoldenCase golden, Comparison comparison, Unit unit) {
        String tag = "mba/" + unit.name().toLowerCase(Locale.ROOT) + "/";
        double value = 0;
        for (String kind : List.of("item", "cate")) {
            RowTable table = table(golden, kind);
            int[] candidates = golden.ints("data_candidate_" + kind);
            int[] histories = golden.ints("data_hist_" + kind + "s");
            int length = histories.length / candidates.length;
            RowCounts counts = new RowCounts(table.rows(), unit);
            for (int s = 0; s < candidates.length; s++) {
                counts.add(Arrays.copyOfRange(histories, s * length, (s + 1) * length), new int[] {candidates[s]});
            }
            comparison.check(
                    "mba/n_" + kind + "_" + unit.name().toLowerCase(Locale.ROOT),
                    IntStream.range(0, table.rows()).mapToDouble(counts::of).toArray());
            int[] seen = IntStream.of(golden.ints("batch_rows"))
                    .flatMap(s -> IntStream.concat(
                            Arrays.stream(histories, s * length, (s + 1) * length), IntStream.of(candidates[s])))
                    .filter(id -> id != 0)
                    .distinct()
                    .sorted()
                    .toArray();
            comparison.check(
                    "mba/seen_" + kind + "s",
                    Arrays.stream(seen).asDoubleStream().toArray());
            double lambda = golden.hyper().get("lambda").asDouble();
            value += penalty(comparison, tag + "grad_" + kind, table, seen, lambda, Term.EXACT, counts);
            penalty(comparison, tag + "paper_update_term_" + kind, table, seen, lambda, Term.PAPER, counts);
        }
        comparison.check(tag + "value", new double[] {value});
    }

    private static double penalty(
            Comparison comparison,
            String output,
            RowTable table,
            int[] seen,
            double lambda,
            Term term,
            RowCounts counts) {
        int[] touched = IntStream.concat(IntStream.of(0), Arrays.stream(seen)).toArray(); // padding is touched too
        float[] gradient = new float[touched.length * table.width()];
        double value = new MiniBatchAware(lambda, term, Map.of(table.name(), counts))
                .add(table, touched, touched.length, gradient);
        double[] whole = new double[table.rows() * table.width()];
        for (int i = 0; i < gradient.length; i++) {
            whole[touched[i / table.width()] * table.width() + i % table.width()] = gradient[i];
        }
        comparison.check(output, whole);
        return value;
    }

    private static RowTable table(GoldenCase golden, String kind) {
        String name = kind + "_embedding.weight";
        Tensor weights = golden.weights().get(name);
        int width = (int) weights.shape()[1];
        try (Parameters parameters = new Parameters()) {
            RowTable table = parameters.table(
                    name, (int) weights.shape()[0], width, Initializer.constant(0), RowTable.Padding.TRAINED);
            table.load(RowSource.of(weights.floats(), width));
            return table;
        }
    }
}
