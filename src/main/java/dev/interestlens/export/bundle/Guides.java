package dev.interestlens.export.bundle;

import dev.interestlens.export.bundle.GoldenRows.Values;
import dev.interestlens.export.report.HubFrontMatter;
import dev.interestlens.export.report.RunFacts;
import dev.interestlens.model.graph.GraphInput;
import dev.interestlens.store.WholeFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The texts and programs of a bundle, made from templates beside this class. The Java programs hold the first golden rows as literals, so that they
 * need only their runtime; the Python programs read all of them.
 */
record Guides(Signature signature, GoldenRows golden, RunFacts facts) {
    private static final int LITERAL_ROWS = 2;

    /** Every text by its name in the bundle. */
    Map<String, String> all() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("README.md", HubFrontMatter.of(facts) + filled("README.md", "Input", "Type", "Shape"));
        texts.put("README.zh.md", filled("README.zh.md", "输入", "类型", "形状"));
        texts.put("LICENCES.md", template("LICENCES.md"));
        texts.put("examples/OnnxScore.java", java("OnnxScore.java", "OnnxTensor.createTensor(environment, ", ")"));
        texts.put("examples/DjlScore.java", java("DjlScore.java", "", ""));
        texts.put("examples/score_onnx.py", template("score_onnx.py"));
        texts.put("examples/score_torch.py", template("score_torch.py"));
        return texts;
    }

    private String filled(String name, String input, String type, String shape) {
        StringBuilder table =
                new StringBuilder("| " + input + " | " + type + " | " + shape + " |\n| --- | --- | --- |\n");
        for (GraphInput one : signature.inputs()) {
            table.append("| `" + one.name() + "` | "
                    + golden.inputs().get(one.name()).type() + " | (" + String.join(", ", one.axes()) + ") |\n");
        }
        return template(name)
                .replace("@INPUTS@", table.toString().strip())
                .replace("@OUTPUTS@", "`" + String.join("`, `", signature.outputs()) + "`")
                .replace("@MODEL@", facts.family().toUpperCase(java.util.Locale.ROOT));
    }

    private String java(String name, String before, String after) {
        int rows = Math.min(LITERAL_ROWS, golden.rows());
        StringBuilder inputs = new StringBuilder();
        for (GraphInput one : signature.inputs()) {
            String literal = before + literal(golden.inputs().get(one.name()), rows) + after;
            inputs.append(
                    name.startsWith("Onnx")
                            ? "            inputs.put(\"" + one.name() + "\", " + literal + ");\n"
                            : djl(one.name(), golden.inputs().get(one.name()), rows));
        }
        StringJoiner expected = new StringJoiner(", ");
        for (int b = 0; b < rows; b++) {
            expected.add(golden.scores()[b] + "f");
        }
        return template(name)
                .replace("@FED@", inputs.toString().stripTrailing())
                .replace("@EXPECTED@", expected.toString());
    }

    /** A DJL array of a flat literal and its shape. */
    private static String djl(String name, Values values, int rows) {
        long[] shape = values.shape().clone();
        shape[0] = rows;
        StringJoiner extents = new StringJoiner(", ");
        int cells = 1;
        for (long extent : shape) {
            extents.add(String.valueOf(extent));
            cells *= (int) extent;
        }
        StringJoiner flat = new StringJoiner(", ", "{", "}");
        for (int i = 0; i < cells; i++) {
            flat.add(number(values, i));
        }
        String type = values.ids() == null ? "float" : "long";
        return "            inputs.add(manager.create(new " + type + "[] " + flat + ", new Shape(" + extents
                + "))); // " + name + "\n";
    }

    /** An array literal of the first rows. */
    private static String literal(Values values, int rows) {
        String type = values.ids() == null ? "float" : "long";
        long[] shape = values.shape().clone();
        shape[0] = rows;
        return "new " + type + "[]".repeat(shape.length) + " " + nested(values, shape, 0, 0);
    }

    private static String nested(Values values, long[] shape, int axis, int from) {
        int stride = 1;
        for (int a = axis + 1; a < shape.length; a++) {
            stride *= (int) shape[a];
        }
        StringJoiner row = new StringJoiner(", ", "{", "}");
        for (int i = 0; i < shape[axis]; i++) {
            int at = from + i * stride;
            row.add(axis == shape.length - 1 ? number(values, at) : nested(values, shape, axis + 1, at));
        }
        return row.toString();
    }

    private static String number(Values values, int at) {
        return values.ids() == null ? values.numbers()[at] + "f" : values.ids()[at] + "L";
    }

    private static String template(String name) {
        return WholeFile.text(Guides.class, name + ".template");
    }
}
