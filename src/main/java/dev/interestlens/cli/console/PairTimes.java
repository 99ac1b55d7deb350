package dev.interestlens.cli.console;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.model.config.Needs;
import dev.interestlens.store.Problem;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option that says how the times of pairs are written: of the settings of {@code prepare}, no other applies to pairs. */
public final class PairTimes {
    private static final String TIME = "time";

    @Option(names = "--set")
    @Needs("--pairs")
    private Map<String, String> settings = Map.of();

    /** @throws dev.interestlens.store.ProblemException of kind USAGE where another setting is given */
    public String format() {
        settings.keySet().stream()
                .filter(name -> !name.equals(TIME))
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.usage(PairTimes.class, "predictSetting")
                            .with("option", "--set")
                            .ofValue(name);
                });
        return settings.getOrDefault(TIME, PrepareOptions.AUTO);
    }

    /** The same as arguments of a command. */
    public List<String> arguments() {
        return settings.isEmpty() ? List.of() : List.of("--set", TIME + "=" + format());
    }
}
