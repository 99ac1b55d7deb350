package dev.interestlens.ui.model;

import dev.interestlens.train.ExperimentConfig;
import dev.interestlens.ui.model.TeachingStep.Over;
import dev.interestlens.workspace.ConfigTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a model computes, step by step, as its switches have it. Words are {@code teach.FAMILY.STEP.title}, {@code .formula} and {@code .text}, followed by
 * the choices on which they depend.
 */
final class TeachingSteps {
    private final String family;
    private final Map<String, String> chosen;
    private final List<TeachingStep> steps = new ArrayList<>();

    private TeachingSteps(ExperimentConfig config) {
        family = config.model().id();
        chosen = ConfigTable.flat(config);
    }

    static List<TeachingStep> of(ExperimentConfig config) {
        TeachingSteps found = new TeachingSteps(config);
        switch (found.family) {
            case "pool" -> found.pool();
            case "din" -> found.din();
            case "dien" -> found.dien();
            case "bst" -> found.bst();
            case "sasrec" -> found.sasrec();
            default -> {}
        }
        return List.copyOf(found.steps);
    }

    private void pool() {
        if (!is("pooling", "none")) {
            add("weigh", "attention", Over.HISTORY, by("pooling"));
            add("pool", "interest", Over.UNITS, by("pooling"), "", "");
        }
        add("head", "logit", Over.UNITS, "", by("pooling"), "");
    }

    private void din() {
        add("embed", "candidate", Over.UNITS, "");
        add("score", "scores", Over.HISTORY, "", by("position"), by("position"), inputs("c", "eⱼ"));
        add("weigh", "attention", Over.HISTORY, by("normalisation"));
        if (!is("interests", "1")) {
            String interests = chosen.get("model.interests");
            steps.add(new TeachingStep(
                    Phrase.of("teach.din.several.title", interests),
                    Phrase.of("teach.din.several.formula", interests),
                    Phrase.of("teach.din.several.text"),
                    "attention.heads",
                    Over.HISTORY));
        }
        add("pool", "interest", Over.UNITS, "");
        add("head", "logit", Over.UNITS, "");
    }

    private void dien() {
        boolean sum = is("evolution", "gru");
        add("extract", "extractor.state", Over.UNITS, "");
        if (!is("auxiliary.kind", "none")) {
            add(
                    "auxiliary",
                    "",
                    Over.UNITS,
                    "",
                    by("auxiliary.kind"),
                    by("auxiliary.kind"),
                    Phrase.of("teach.dien.divided" + by("auxiliary.reduction")));
        }
        if (sum) {
            add("evolve", "evolution.state", Over.UNITS, by("evolution"));
        }
        String state = sum ? "h′ⱼ" : "hⱼ";
        add("score", "scores", Over.HISTORY, "", by("attention"), by("attention"), state, inputs("q", state));
        add("weigh", "attention", Over.HISTORY, "");
        if (sum) {
            add("sum", "interest", Over.UNITS, "");
        } else {
            add("gate", is("evolution", "aigru") ? "" : "evolution.written", Over.UNITS, by("evolution"));
            add("evolve", "evolution.state", Over.UNITS, by("evolution"));
        }
        add("head", "logit", Over.UNITS, "", sum ? ".sum" : ".last", "");
    }

    private void bst() {
        String place = by("candidate");
        boolean placed = !is("position.kind", "none");
        Phrase item = Phrase.of("teach.bst.item" + by("itemFields"));
        Phrase joined = placed
                ? Phrase.of(
                        "teach.bst.place" + by("position.use"),
                        item,
                        Phrase.of(
                                "teach.bst.position" + by("position.kind"), is("candidate", "inside") ? "n + 1" : "n"))
                : item;
        add(
                "input",
                "input",
                Over.UNITS,
                placed ? "" : ".none",
                is("encoder.width", "0") ? ".kept" : ".projected",
                place,
                joined,
                Phrase.of("teach.bst.order" + place));
        add("attend", "attention.0", Over.HISTORY, "", by("encoder.norm"), place);
        add("block", "output.0", Over.UNITS, by("encoder.norm"));
        add("read", "interest", Over.UNITS, by("readOut"));
        boolean alone = is("candidate", "inside") && (is("readOut", "candidate") || is("readOut", "concat"));
        add("head", "logit", Over.UNITS, "", alone ? ".inside" : ".beside", "");
    }

    private void sasrec() {
        add("input", "", Over.UNITS, "");
        add("attend", "attention", Over.HISTORY, "");
        add("read", "interest", Over.UNITS, "");
        add("product", "logit", Over.UNITS, "");
    }

    private Phrase inputs(String query, String key) {
        return Phrase.of("teach.inputs" + by("unit.inputs"), query, key);
    }

    /** Before the head, what it reads of interest and candidate together. */
    private void match(String id) {
        if (id.equals("head") && is("head.products", "match") && !is("pooling", "none")) {
            steps.add(new TeachingStep(
                    Phrase.of("teach.match.title"),
                    Phrase.of("teach.match.formula"),
                    Phrase.of("teach.match.text"),
                    "",
                    Over.UNITS));
        }
    }

    private boolean is(String name, String value) {
        return value.equals(chosen.get("model." + name));
    }

    /** The choices that the words follow, as the end of a key. */
    private String by(String... names) {
        return Arrays.stream(names)
                .map(name -> "." + chosen.get("model." + name))
                .collect(Collectors.joining());
    }

    /** Whose words all follow the same choices. */
    private void add(String id, String trace, Over columns, String choices) {
        add(id, trace, columns, choices, choices, choices);
    }

    private void add(
            String id, String trace, Over columns, String title, String formula, String text, Object... values) {
        match(id);
        String key = "teach." + family + "." + id;
        steps.add(new TeachingStep(
                Phrase.of(key + ".title" + title),
                Phrase.of(key + ".formula" + formula, values),
                Phrase.of(key + ".text" + text),
                trace,
                columns));
    }
}
