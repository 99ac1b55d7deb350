package dev.interestlens.foreign.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.interestlens.foreign.onnx.GraphFile.Columns;
import dev.interestlens.foreign.onnx.GraphFile.Table;
import dev.interestlens.foreign.onnx.GraphFile.Use;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows an input through operations that only move and select its values, to its tables. */
final class InputTrace {
    private static final Set<String> SHAPES = Set.of(
            "Cast", "Unsqueeze", "Squeeze", "Reshape", "Expand", "Identity", "Flatten", "Transpose", "Clip", "Pad");
    private static final Set<String> SEVERAL_INPUTS = Set.of("Concat", "Where", "Max", "Min");

    /** Ids with an offset, or 0 where a mask is. */
    private static final Set<String> SHIFTS = Set.of("Add", "Mul");

    /** An array that holds some columns of the input. */
    private record At(String tensor, Columns columns) {}

    private final GraphFile file;
    private final List<Table> tables = new ArrayList<>();
    private final Map<Columns, Set<String>> operations = new HashMap<>();
    private final Deque<At> todo = new ArrayDeque<>();

    private InputTrace(GraphFile file) {
        this.file = file;
    }

    static Use of(GraphFile file, String input) {
        InputTrace trace = new InputTrace(file);
        trace.follow(new At(input, Columns.ALL));
        return new Use(trace.tables, trace.operations);
    }

    private void follow(At input) {
        Set<At> seen = new HashSet<>();
        todo.push(input);
        while (!todo.isEmpty()) {
            At at = todo.pop();
            if (seen.add(at)) {
                operations.computeIfAbsent(at.columns(), columns -> new HashSet<>());
                for (NodeProto node : file.readersOf(at.tensor())) {
                    if (!passOn(node, at)) {
                        operations.get(at.columns()).add(node.getOpType());
                    }
                }
            }
        }
    }

    /** Follows the output of a node that only moves, selects or looks up values; false for every other node. */
    private boolean passOn(NodeProto node, At at) {
        String operation = node.getOpType();
        int place = node.getInputList().indexOf(at.tensor());
        boolean first = place == 0;
        if (operation.equals("Gather") && place == 1) {
            return lookUp(node, at);
        }
        boolean moves = SHAPES.contains(operation) && first
                || SEVERAL_INPUTS.contains(operation)
                || operation.equals("GatherElements") && first
                || SHIFTS.contains(operation) && at.columns().equals(Columns.ALL);
        if (moves) {
            todo.push(new At(node.getOutput(0), at.columns()));
        } else if (operation.equals("Slice") && first) {
            todo.push(new At(node.getOutput(0), sliced(node).orElse(at.columns())));
        } else if (operation.equals("Gather") && first) {
            todo.push(new At(node.getOutput(0), picked(node).orElse(at.columns())));
        } else if (operation.equals("Split") && first) {
            split(node).forEach((output, columns) -> todo.push(new At(output, columns)));
        } else {
            return false;
        }
        return true;
    }

    /** A table of one column gives another id, such as the category of an item, which is followed further. */
    private boolean lookUp(NodeProto node, At at) {
        Optional<TensorProto> found = file.table(node.getInput(0)).filter(table -> table.getDimsCount() > 0);
        found.ifPresent(table -> {
            boolean ids = table.getDimsCount() == 1;
            String name = table.getName().isEmpty() ? node.getInput(0) : table.getName();
            long width = ids ? 0 : table.getDims(table.getDimsCount() - 1);
            tables.add(new Table(name, table.getDims(0), width, at.columns()));
            if (ids) {
                todo.push(new At(node.getOutput(0), at.columns()));
            }
        });
        return found.isPresent();
    }

    /** Columns of a slice of the second axis. */
    private Optional<Columns> sliced(NodeProto node) {
        Optional<long[]> from = node.getInputCount() > 1 ? file.wholes(node.getInput(1)) : Optional.empty();
        Optional<long[]> to = node.getInputCount() > 2 ? file.wholes(node.getInput(2)) : Optional.empty();
        Optional<long[]> axes = node.getInputCount() > 3 ? file.wholes(node.getInput(3)) : Optional.of(new long[] {0});
        boolean known = from.isPresent() && to.isPresent() && axes.isPresent();
        if (!known || axes.get().length != 1 || axes.get()[0] != 1 && axes.get()[0] != -1) {
            return Optional.empty();
        }
        long first = from.get()[0];
        long end = to.get()[0];
        return first >= 0 && end > first && end < Integer.MAX_VALUE
                ? Optional.of(new Columns((int) first, (int) end))
                : Optional.empty();
    }

    private Optional<Columns> picked(NodeProto node) {
        return file.wholes(GraphFile.input(node, 1))
                .filter(values -> values.length == 1 && values[0] >= 0 && values[0] < Integer.MAX_VALUE)
                .map(values -> new Columns((int) values[0], (int) values[0] + 1));
    }

    private Map<String, Columns> split(NodeProto node) {
        Map<String, Columns> parts = new HashMap<>();
        Optional<long[]> sizes = node.getInputCount() > 1 ? file.wholes(node.getInput(1)) : Optional.empty();
        int from = 0;
        for (int i = 0; i < node.getOutputCount() && sizes.isPresent() && i < sizes.get().length; i++) {
            long size = sizes.get()[i];
            if (size < 0 || size > Integer.MAX_VALUE - from) {
                return Map.of();
            }
            int to = from + (int) size;
            parts.put(node.getOutput(i), new Columns(from, to));
            from = to;
        }
        return parts;
    }
}
