package dev.interestlens.export.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Value;
import dev.interestlens.store.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** Small models as somebody else might have exported them: one table of items, attention over a history of eight, a score. */
public final class ForeignGraphs {
    public static final int LENGTH = 8;
    private static final int WIDTH = 4;

    /** What is good or bad about one. */
    public enum Kind {
        /** Padding is masked before the softmax. */
        MASKED,
        /** Padding is read. */
        UNMASKED,
        /** Batch statistics are live. */
        TRAINING,
        /** A batch without any behaviour stops the process. */
        CRASH,
        /** The candidate has an axis more than it should. */
        OTHER_RANK,
        /** Batches are refused by the runtime. */
        REFUSED,
        /** Behaviours are only summed up. */
        NO_ATTENTION
    }

    private ForeignGraphs() {}

    /** Writes one for so many items, numbered from 1. */
    public static Path write(Path file, Kind kind, int items) {
        return write(file, kind, items, "hist_items");
    }

    /** The same with another name of the input with the history. */
    public static Path write(Path file, Kind kind, int items, String history) {
        return write(file, kind, table(items + 1), history);
    }

    /** The same with what it knows of each item, by its number. */
    public static Path write(Path file, Kind kind, Tensor table) {
        return write(file, kind, table, "hist_items");
    }

    private static Path write(Path file, Kind kind, Tensor table, String history) {
        OnnxGraph graph = new OnnxGraph(Map.of("item_emb.weight", table));
        build(graph, kind, history);
        ModelProto model = ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(17))
                .setGraph(graph.finish(kind.name()))
                .build();
        try (OutputStream out = Files.newOutputStream(file)) {
            model.writeTo(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void build(Graph g, Kind kind, String named) {
        Value history = g.input(named, Graph.Type.I64, "batch", String.valueOf(LENGTH));
        Value candidate = kind == Kind.OTHER_RANK
                ? g.squeeze(g.input("target_item", Graph.Type.I64, "batch", "1"), 1)
                : g.input("target_item", Graph.Type.I64, "batch");
        Value table = g.weight("item_emb.weight");
        Value keys = g.rows(table, history); // (B, L, W)
        Value query = g.rows(table, candidate); // (B, W)
        Value mask = g.numbers(g.clip(history, 0, 1)); // (B, L)
        Value scores = g.sum(g.multiply(keys, g.unsqueeze(query, 1)), 2); // (B, L)
        boolean masked = kind != Kind.UNMASKED;
        Value hidden = g.scale(g.complement(mask), -1e9);
        Value weights = g.softmax(masked ? g.add(scores, hidden) : scores);
        weights = masked ? g.multiply(weights, mask) : weights;
        Value interest = kind == Kind.NO_ATTENTION
                ? g.sum(g.multiply(keys, g.unsqueeze(mask, 2)), 1)
                : g.squeeze(g.matmul(g.unsqueeze(weights, 1), keys), 1); // (B, W)
        Value logit = g.sum(g.multiply(interest, query), 1); // (B)
        if (kind == Kind.TRAINING) {
            Value mean = g.sum(logit, 0);
            logit = g.subtract(g.scale(logit, 2), g.unsqueeze(mean, 0));
        }
        if (kind == Kind.CRASH) {
            Value all = g.sum(g.sum(mask, 1), 0); // behaviours of the whole batch
            Value whole = g.divide(g.constant(new long[] {1}, 1), g.wholes(g.unsqueeze(all, 0)));
            logit = g.add(logit, g.scale(g.numbers(whole), 0));
        }
        if (kind == Kind.REFUSED) {
            logit = g.add(logit, g.scale(g.numbers(g.constant(new long[13], 13)), 0)); // fits batches of 13 only
        }
        g.output("score", g.sigmoid(logit), "batch");
    }

    private static Tensor table(int rows) {
        Random random = new Random(7);
        float[] values = new float[rows * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Tensor.of(values, rows, WIDTH);
    }
}
