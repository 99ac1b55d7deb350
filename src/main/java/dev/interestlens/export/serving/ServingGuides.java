package dev.interestlens.export.serving;

import dev.interestlens.export.PrecisionCost;
import dev.interestlens.export.serving.ServingManifest.Input;
import dev.interestlens.export.serving.ServingManifest.Tensor;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.store.Texts;
import dev.interestlens.store.WholeFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The texts and programs of a serving folder, made from templates beside this class. */
record ServingGuides(ServingManifest manifest) {
    private static final Texts TEXTS = Texts.beside(ServingGuides.class);

    /** Every text by its name in the folder. */
    Map<String, String> all() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(
                "README.md",
                filled(
                        "README.md",
                        manifest.cache().append().en(),
                        manifest.cache().drop().en(),
                        Locale.ENGLISH));
        texts.put(
                "README.zh.md",
                filled(
                        "README.zh.md",
                        manifest.cache().append().zh(),
                        manifest.cache().drop().zh(),
                        Locale.CHINESE));
        texts.put("ServeOnnx.java", java());
        texts.put("serve_onnx.py", template("serve_onnx.py"));
        return texts;
    }

    /** A text about the cost of reduced precision. */
    private String precision(Locale locale) {
        String key = "precision." + manifest.precision();
        PrecisionCost cost = manifest.accuracy().precisionCost();
        if (cost == null) {
            return TEXTS.text(key, locale);
        }
        return TEXTS.text(
                key,
                locale,
                cost.changed(),
                cost.rows(),
                cost.auc(),
                cost.aucOfFloat(),
                cost.largestScore(),
                cost.largestAlone(),
                cost.bytes(),
                cost.bytesOfFloat());
    }

    private String atOnce(Locale locale) {
        return manifest.candidatesAtOnce() == null ? "" : TEXTS.text("atOnce", locale, manifest.candidatesAtOnce());
    }

    private String filled(String name, String append, String drop, Locale locale) {
        StringJoiner table = new StringJoiner("\n");
        for (Tensor each : manifest.graphs().passed()) {
            table.add("| `" + each.name() + "` | (" + String.join(", ", each.axes()) + ") | " + each.whenAppended()
                    + " |");
        }
        return template(name)
                .replace("@MODEL@", ModelCatalog.name(manifest.model()))
                .replace("@PASSED@", table.toString())
                .replace("@APPEND@", append)
                .replace("@DROP@", drop)
                .replace("@PRECISION@", precision(locale))
                .replace("@AT_ONCE@", atOnce(locale))
                .replace("@LENGTH@", String.valueOf(manifest.historyLength()));
    }

    private String java() {
        return template("ServeOnnx.java")
                .replace("@USER@", inputs(manifest.graphs().user().inputs()))
                .replace("@CANDIDATE@", inputs(manifest.graphs().candidate().inputs()))
                .replace(
                        "@GROWS@",
                        names(manifest.graphs().passed().stream()
                                .filter(each -> each.whenAppended().equals("concatenate"))
                                .map(Tensor::name)
                                .toList()))
                .replace(
                        "@STAYS@",
                        names(manifest.graphs().passed().stream()
                                .filter(each -> each.whenAppended().equals("replace"))
                                .map(Tensor::name)
                                .toList()))
                .replace("@CARRIED@", carried())
                .replace(
                        "@AT_ONCE@",
                        manifest.candidatesAtOnce() == null
                                ? "CANDIDATES"
                                : String.valueOf(manifest.candidatesAtOnce()))
                .replace("@APPENDS@", String.valueOf(manifest.cache().append().exact()))
                .replace("@LONGEST@", String.valueOf(manifest.historyLength()));
    }

    private static String inputs(List<Input> inputs) {
        StringJoiner lines = new StringJoiner(",\n");
        for (Input each : inputs) {
            lines.add(String.format(
                    Locale.ROOT,
                    "        new Input(\"%s\", %s, %d, %s)",
                    each.name(),
                    each.type().equals("int64"),
                    each.ids(),
                    names(each.axes())));
        }
        return lines.toString();
    }

    private String carried() {
        return manifest.graphs().carried().stream()
                .map(each -> "new State(\"" + each.before() + "\", \"" + each.after() + "\", " + each.width() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String names(List<String> names) {
        StringJoiner list = new StringJoiner(", ", "List.of(", ")");
        names.forEach(name -> list.add('"' + name + '"'));
        return list.toString();
    }

    private static String template(String name) {
        return WholeFile.text(ServingGuides.class, name + ".template");
    }
}
