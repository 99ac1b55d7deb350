package dev.interestlens.question;

import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import java.util.List;

/**
 * What answers one question by measurement. Figures and sentences follow from the result alone, wherever it was measured.
 *
 * @param <R> what is measured: a record that JSON holds
 */
public interface Experiment<R> {
    /** Its number in the article, from 1. */
    int number();

    /** Where its words are. */
    Words words();

    /** For people, a few words. */
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

    /** One or two things that may be changed. */
    List<Control> controls();

    /** The type of what is measured. */
    Class<R> result();

    /**
     * What is offered to be run beside the answer that travels along, which may have taken longer than anybody waits.
     *
     * @param prepared how that answer was measured
     */
    default Settings offered(Settings prepared) {
        return prepared;
    }

    /** Whether the result holds times, which are another machine's where it was measured there. */
    boolean timed();

    /**
     * Measures, in minutes at most.
     *
     * @throws dev.interestlens.store.ProblemException of kind CANCELLED where that was wished
     */
    R run(Settings settings, Lab lab);

    /** Figures, each with what is seen there. */
    List<Panel> panels(R result);

    /** What may be said, chosen by the numbers. */
    List<Text> conclusion(R result);

    /** Lines for a shell that do the same step by step, without the name of the program. */
    List<String> commands(Settings settings);
}
