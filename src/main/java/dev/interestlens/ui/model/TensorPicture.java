package dev.interestlens.ui.model;

import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Scale;
import dev.interestlens.figure.data.HeatmapData;
import dev.interestlens.model.family.TeachingStep;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.workspace.Lesson;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A tensor of a lesson as a heat map. The history is always the horizontal axis, so that attention, gates and states have aligned columns. */
record TensorPicture(Lesson lesson, Messages messages) {
    private static final int MAX_UNITS = 16;

    private interface Cell {
        double at(int row, int column);
    }

    /** @param last meaning of the tensor's last axis */
    HeatmapData of(Lesson.Tensor tensor, TeachingStep.Over last) {
        int columns = tensor.columns();
        int rows = tensor.values().length / columns;
        if (tensor.shape().size() == 3) {
            return heads(tensor, tensor.shape().get(0), columns);
        }
        if (last == TeachingStep.Over.HISTORY) {
            boolean several = rows > 1;
            return data(
                    several ? "HEAD" : "SAMPLE",
                    "HISTORY",
                    rows,
                    row -> several ? messages.text("teach.head", row + 1) : "",
                    columns,
                    this::behaviour,
                    (r, c) -> at(tensor, r, c),
                    false);
        }
        if (rows == 1) {
            return data(
                    "SAMPLE", "UNIT", 1, row -> "", columns, TensorPicture::number, (r, c) -> at(tensor, r, c), false);
        }
        int units = Math.min(MAX_UNITS, columns);
        return data(
                "UNIT",
                "HISTORY",
                units,
                TensorPicture::number,
                rows,
                this::behaviour,
                (r, c) -> at(tensor, c, r),
                false);
    }

    /** The last query of each head: the candidate where it is part of the sequence. */
    private HeatmapData heads(Lesson.Tensor tensor, int heads, int keys) {
        int queries = tensor.shape().get(1);
        return data(
                "HEAD",
                "HISTORY",
                heads,
                head -> messages.text("teach.head", head + 1),
                keys,
                this::behaviour,
                (head, key) -> at(tensor, head * queries + queries - 1, key),
                true);
    }

    /** @param self whether the last column is the weight of the last position on itself */
    private HeatmapData data(
            String rowAxis,
            String columnAxis,
            int rows,
            IntFunction<String> rowName,
            int columns,
            IntFunction<String> columnName,
            Cell cell,
            boolean self) {
        double[] values = new double[rows * columns];
        boolean[] outside = new boolean[values.length];
        boolean signed = false;
        for (int i = 0; i < values.length; i++) {
            values[i] = cell.at(i / columns, i % columns);
            outside[i] = self && i % columns == columns - 1;
            signed |= values[i] < 0;
        }
        return new HeatmapData(
                Phrase.same(messages.text("explain.axis." + rowAxis)),
                Phrase.same(messages.text("explain.axis." + columnAxis)),
                names(rows, rowName),
                names(columns, columnName),
                values,
                signed ? Scale.DIVERGING : Scale.SEQUENTIAL,
                outside,
                Double.NaN);
    }

    private static double at(Lesson.Tensor tensor, int row, int column) {
        return tensor.values()[row * tensor.columns() + column];
    }

    private static List<Phrase> names(int count, IntFunction<String> name) {
        return IntStream.range(0, count).mapToObj(name).map(Phrase::same).toList();
    }

    private static String number(int at) {
        return String.valueOf(at + 1);
    }

    private String behaviour(int at) {
        return at < lesson.behaviours().size()
                ? lesson.behaviours().get(at).title().in(messages.locale())
                : at == lesson.behaviours().size() ? messages.text("control.candidate") : number(at);
    }
}
