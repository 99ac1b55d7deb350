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
 * What an experiment has measured, with what it was run with.
 *
 * @param prepared whether it travels inside the program; else it was measured on this machine
 * @param cpuSeconds what it took where it was measured
 */
public record Answer<R>(
        Experiment<R> experiment, boolean prepared, String program, Settings settings, double cpuSeconds, R result) {

    /** As JSON keeps it; nothing tells when or where. */
    public record Kept(int question, String program, Settings settings, double cpuSeconds, JsonNode result) {
        public Kept {
            Objects.requireNonNull(program, "program");
            Objects.requireNonNull(settings, "settings");
            Objects.requireNonNull(result, "result");
        }
    }

    /** Of what this program has measured just now. */
    public static <R> Answer<R> measured(Experiment<R> experiment, Settings settings, double cpuSeconds, R result) {
        return new Answer<>(experiment, false, Versions.program(), settings, cpuSeconds, result);
    }

    /**
     * What was kept.
     *
     * @throws dev.interestlens.store.ProblemException where it is no answer to this question
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

    /** What JSON keeps of it. */
    public Kept kept() {
        return new Kept(
                experiment.number(), program, settings, cpuSeconds, Json.read(Json.line(result), JsonNode.class));
    }

    /** Its figures, each with what is seen there. */
    public List<Panel> panels() {
        return experiment.panels(result);
    }

    /** What may be said. */
    public List<Text> conclusion() {
        return experiment.conclusion(result);
    }

    /** Whether it holds times of another machine. */
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
