package dev.interestlens.question;

import dev.interestlens.store.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of an experiment.
 *
 * @param seed of the first repetition; the others follow it
 * @param chosen the value of every control
 */
public record Settings(long seed, Map<String, String> chosen) {
    /** The default seed. */
    public static final long USUAL_SEED = 1;

    public Settings {
        chosen = Map.copyOf(chosen);
    }

    /** Every control with its default. */
    public static Settings usual(List<Control> controls) {
        Map<String, String> all = new TreeMap<>();
        controls.forEach(control -> all.put(control.name(), control.usual()));
        return new Settings(USUAL_SEED, all);
    }

    /** The same with another seed. */
    public Settings withSeed(long other) {
        return new Settings(other, chosen);
    }

    /**
     * The same with another value of a control.
     *
     * @throws dev.interestlens.store.ProblemException of kind USAGE where there is no such control or value
     */
    public Settings with(List<Control> controls, String name, String value) {
        controls.stream()
                .filter(control -> control.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.usage(Settings.class, "noControl")
                        .with(
                                "names",
                                String.join(
                                        ", ", chosen.keySet().stream().sorted().toList()))
                        .ofValue(name))
                .require(value);
        Map<String, String> all = new TreeMap<>(chosen);
        all.put(name, value);
        return new Settings(seed, all);
    }

    /** The same with {@code name=value}, as {@code --set} takes it. */
    public Settings with(List<Control> controls, String assignment) {
        int equals = assignment.indexOf('=');
        return with(
                controls,
                equals < 0 ? assignment : assignment.substring(0, equals),
                equals < 0 ? "" : assignment.substring(equals + 1));
    }

    /** Refuses settings that do not fit these controls, such as those of another version. */
    void require(List<Control> controls) {
        Settings checked = usual(controls);
        for (Map.Entry<String, String> each : chosen.entrySet()) {
            checked = checked.with(controls, each.getKey(), each.getValue());
        }
        if (chosen.size() != controls.size()) {
            throw Problem.usage(Settings.class, "incomplete").ofValue(String.join(", ", checked.chosen.keySet()));
        }
    }

    /** The value of a control. */
    public String get(String name) {
        return chosen.get(name);
    }

    /** The value of a control that counts something. */
    public int number(String name) {
        return Integer.parseInt(get(name));
    }
}
