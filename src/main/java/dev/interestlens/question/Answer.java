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
 * @param prepared whether it is part of the program; otherwise it was measured on this machine
 * @param cpuSeconds CPU time of the measurement
 */
public record Answer<R>(
        Experiment<R> experiment, boolean prepared, String program, Settings settings, double cpuSeconds, R result) {

    /** Its JSON form, without date and machine. */
    public record Kept(int question, String program, Settings settings, double cpuSeconds, JsonNode result) {
        public Kept {
            Objects.requireNonNull(program, "program");
            Objects.requireNonNull(settings, "settings");
            Objects.requireNonNull(result, "result");
        }
    }

    /** Of a new measurement. */
    public static <R> Answer<R> measured(Experiment<R> experiment, Settings settings, double cpuSeconds, R result) {
        return new Answer<>(experiment, false, Versions.program(), settings, cpuSeconds, result);
    }

    /**
     * From its JSON form.
     *
     * @throws dev.interestlens.store.ProblemException where it is not an answer to this question
     */
    public static <R> Answer<R> of(Experiment<R> experiment, Kept kept, boolean prepared) {
        if (kept.question() != experiment.number()) {
            throw Problem.usage(Answer.class, "otherQuestion")
                    .with("expected", experiment.number())
                    .value(String.valueOf(kept.question()))
                    .exception();
        }
        kept.settings().require(experiment.controls());
        R result = Json.read(Json.line(kept.result()), experiment.result());
        return new Answer<>(experiment, prepared, kept.program(), kept.settings(), kept.cpuSeconds(), result);
    }

    /** Its JSON form. */
    public Kept kept() {
        return new Kept(
                experiment.number(), program, settings, cpuSeconds, Json.read(Json.line(result), JsonNode.class));
    }

    /** Its figures, each with its finding. */
    public List<Panel> panels() {
        return experiment.panels(result);
    }

    /** The sentences that the result supports. */
    public List<Text> conclusion() {
        return experiment.conclusion(result);
    }

    /** Whether it contains times of another machine. */
    public boolean timedElsewhere() {
        return prepared && experiment.timed();
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
