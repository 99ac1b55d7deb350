package dev.interestlens.model.family;

import dev.interestlens.model.family.TeachingStep.Over;
import dev.interestlens.store.KeyedText;
import dev.interestlens.store.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what a model computes, step by step, as its switches have it. The texts of a step are {@code teach.STEP.title}, {@code .formula} and {@code
 * .text}; where one follows a choice, the choice stands behind: {@code teach.weigh.formula.SOFTMAX}. They are the family's own, or those of all families.
 */
public final class TeachingSteps {
    private static final Texts SHARED = Texts.beside(TeachingSteps.class);

    private final Texts own;
    private final List<Step> steps = new ArrayList<>();

    /** @param own the texts of the family */
    public TeachingSteps(Texts own) {
        this.own = own;
    }

    /** Adds a step. */
    public Step add(String id) {
        Step step = new Step(id);
        steps.add(step);
        return step;
    }

    /** Adds what a head reads that multiplies interest and candidate. */
    public void addProducts() {
        add("match");
    }

    /** A text to put into another: {@code teach.KEY}. */
    public KeyedText words(String key, Object... values) {
        String whole = "teach." + key;
        return KeyedText.of(own.has(whole) ? own : SHARED, whole, values);
    }

    /** The steps, in the order in which they were added. */
    public List<TeachingStep> list() {
        return steps.stream().map(Step::made).toList();
    }

    /** A step that is being described. */
    public final class Step {
        private final String id;
        private KeyedText title;
        private KeyedText formula;
        private KeyedText text;
        private String trace = "";
        private Over columns = Over.UNITS;

        private Step(String id) {
            this.id = id;
            title = words(id + ".title");
            formula = words(id + ".formula");
            text = words(id + ".text");
        }

        /** Which tensor stands beside it. */
        public Step shows(String name, Over lastAxis) {
            trace = name;
            columns = lastAxis;
            return this;
        }

        /** All its texts follow this choice. */
        public Step by(Object choice) {
            return title(choice).formula(choice).text(choice);
        }

        /** Its title follows this choice. */
        public Step title(Object choice) {
            title = words(id + ".title." + choice);
            return this;
        }

        /** Its formula follows this choice. */
        public Step formula(Object choice, Object... values) {
            formula = words(id + ".formula." + choice, values);
            return this;
        }

        /** The explanation follows this choice. */
        public Step text(Object choice) {
            text = words(id + ".text." + choice);
            return this;
        }

        /** The values of its title and formula. */
        public Step with(Object... values) {
            title = words(id + ".title", values);
            formula = words(id + ".formula", values);
            return this;
        }

        private TeachingStep made() {
            return new TeachingStep(title, formula, text, trace, columns);
        }
    }
}
