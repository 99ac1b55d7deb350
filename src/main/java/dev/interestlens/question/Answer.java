package dev.interestlens.question;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.train.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The result of an experiment, with its settings.
 *
 * @param machine on which it was measured, in words; null where that is not known
 * @param cpuSeconds CPU time of the measurement
 */
public record Answer<R>(
        Experiment<R> experiment,
        Origin origin,
        String machine,
        String program,
        Settings settings,
        double cpuSeconds,
        R result) {

    /** Where an answer comes from. */
    public enum Origin {
        /** It is part of the program. */
        PREPARED,
        /** It was measured on this machine. */
        HERE,
        /** A file, which may be of any machine. */
        FILE
    }

    /**
     * Its JSON form, without date.
     *
     * @param machine null in an answer of an older version
     */
    public record Kept(
            int question, String program, String machine, Settings settings, double cpuSeconds, JsonNode result) {
        public Kept {
            Objects.requireNonNull(program, "program");
            Objects.requireNonNull(settings, "settings");
            Objects.requireNonNull(result, "result");
        }
    }

    /** Of a new measurement. */
    public static <R> Answer<R> measured(Experiment<R> experiment, Settings settings, double cpuSeconds, R result) {
        return new Answer<>(experiment, Origin.HERE, thisMachine(), Versions.program(), settings, cpuSeconds, result);
    }

    private static String thisMachine() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " CPU";
    }

    /**
     * From its JSON form.
     *
     * @throws dev.interestlens.store.ProblemException where it is not an answer to this question
     */
    public static <R> Answer<R> of(Experiment<R> experiment, Kept kept, Origin origin) {
        if (kept.question() != experiment.number()) {
            throw Problem.usage(Answer.class, "otherQuestion")
                    .with("expected", experiment.number())
                    .ofValue(String.valueOf(kept.question()));
        }
        kept.settings().require(experiment.controls());
        R result = Json.read(Json.line(kept.result()), experiment.facts().result());
        return new Answer<>(
                experiment, origin, kept.machine(), kept.program(), kept.settings(), kept.cpuSeconds(), result);
    }

    /** Its JSON form. */
    public Kept kept() {
        return new Kept(
                experiment.number(),
                program,
                machine,
                settings,
                cpuSeconds,
                Json.read(Json.line(result), JsonNode.class));
    }

    /** Its figures, each with its finding. */
    public List<Panel> panels() {
        return experiment.panels(result);
    }

    /** The sentences that the result supports. */
    public List<Text> conclusion() {
        return experiment.conclusion(result);
    }

    /** Whether it is part of the program. */
    public boolean prepared() {
        return origin == Origin.PREPARED;
    }

    /** Whether it contains times that may be another machine's. */
    public boolean timedElsewhere() {
        return origin != Origin.HERE && experiment.facts().timed();
    }

    /** The arguments that measure it again. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "question", String.valueOf(experiment.number()), "--run", "--seed", String.valueOf(settings.seed())));
        experiment
                .controls()
                .forEach(control ->
                        arguments.addAll(List.of("--set", control.name() + "=" + settings.get(control.name()))));
        return arguments;
    }
}
