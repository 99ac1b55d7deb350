package dev.interestlens.model.family;

import dev.interestlens.model.family.TeachingStep.Over;
import dev.interestlens.nn.TraceName;
import dev.interestlens.store.KeyedText;
import dev.interestlens.store.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects the steps of what a model with given switches computes. The texts of a step are {@code teach.STEP.title}, {@code .formula} and {@code
 * .text}; where one depends on a switch, its value is appended: {@code teach.weigh.formula.SOFTMAX}. They are the family's own, or those of all
 * families.
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

    /** Adds the step of a head that reads products of interest and candidate. */
    public void addProducts() {
        add("match");
    }

    /** A text to be inserted into another: {@code teach.KEY}. */
    public KeyedText words(String key, Object... values) {
        String whole = "teach." + key;
        return KeyedText.of(own.has(whole) ? own : SHARED, whole, values);
    }

    /** The steps, in the order in which they were added. */
    public List<TeachingStep> list() {
        return steps.stream().map(Step::made).toList();
    }

    /** A step that is being built. */
    public final class Step {
        private final String id;
        private KeyedText title;
        private KeyedText formula;
        private KeyedText text;
        private Optional<TraceName> trace = Optional.empty();
        private Over columns = Over.UNITS;

        private Step(String id) {
            this.id = id;
            title = words(id + ".title");
            formula = words(id + ".formula");
            text = words(id + ".text");
        }

        /** Sets the tensor to be shown. */
        public Step shows(TraceName name, Over lastAxis) {
            trace = Optional.of(name);
            columns = lastAxis;
            return this;
        }

        /** The same where it tells this step alone. */
        public Step showsIf(boolean alone, TraceName name, Over lastAxis) {
            return alone ? shows(name, lastAxis) : this;
        }

        /** All its texts depend on this value. */
        public Step by(Object choice) {
            return title(choice).formula(choice).text(choice);
        }

        /** Its title depends on this value. */
        public Step title(Object choice) {
            title = words(id + ".title." + choice);
            return this;
        }

        /** Its formula depends on this value. */
        public Step formula(Object choice, Object... values) {
            formula = words(id + ".formula." + choice, values);
            return this;
        }

        /** Its explanation depends on this value. */
        public Step text(Object choice, Object... values) {
            text = words(id + ".text." + choice, values);
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
