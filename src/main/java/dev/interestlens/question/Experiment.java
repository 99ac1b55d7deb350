package dev.interestlens.question;

import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.TextBundle;
import java.util.List;
import java.util.function.Function;

/**
 * An experiment that answers one question. Figures and sentences depend only on the result, wherever it was measured.
 *
 * @param <R> what is measured: a record that JSON holds
 */
public interface Experiment<R> {
    /**
     * What does not depend on settings.
     *
     * @param number in the article, from 1
     * @param words its texts
     * @param controls one or two things that may be changed
     * @param result the type of what is measured
     * @param timed whether the result contains times, which depend on the machine
     * @param panels of a result, its figures, each with its finding
     * @param conclusion of a result, the sentences that its numbers support
     */
    record Facts<R>(
            int number,
            TextBundle words,
            List<Control> controls,
            Class<R> result,
            boolean timed,
            Function<R, List<Panel>> panels,
            Function<R, List<Text>> conclusion) {
        public Facts {
            controls = List.copyOf(controls);
        }
    }

    Facts<R> facts();

    default int number() {
        return facts().number();
    }

    private TextBundle words() {
        return facts().words();
    }

    /** A short title for people. */
    default Text title() {
        return words().of("q" + number() + ".title");
    }

    /** The question in the article's words. */
    default Text question() {
        return words().of("q" + number() + ".question");
    }

    /** What is measured, and how. */
    default Text method() {
        return words().of("q" + number() + ".method");
    }

    default List<Control> controls() {
        return facts().controls();
    }

    /**
     * The settings that are offered for a new run; the prepared answer may have taken much longer.
     *
     * @param prepared how that answer was measured
     */
    default Settings offered(Settings prepared) {
        return prepared;
    }

    /**
     * Measures, in minutes at most.
     *
     * @throws dev.interestlens.store.ProblemException of kind CANCELLED where it was cancelled
     */
    R run(Settings settings, Lab lab);

    /** Figures, each with its finding. */
    default List<Panel> panels(R result) {
        return facts().panels().apply(result);
    }

    /** The sentences that the numbers support. */
    default List<Text> conclusion(R result) {
        return facts().conclusion().apply(result);
    }

    /** Lines for a shell that do the same step by step, without the name of the program. */
    List<String> commands(Settings settings);
}
