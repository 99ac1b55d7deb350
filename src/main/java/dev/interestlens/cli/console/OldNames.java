package dev.interestlens.cli.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Commands that were folded into others: their old names go on working, and say the new one. */
public final class OldNames {
    private static final Map<String, List<String>> COMMANDS = Map.of("bench", List.of("doctor", "--speed"));

    private final Console console;

    public OldNames(Console console) {
        this.console = console;
    }

    /** The same command line in the names of today. */
    public String[] today(String... arguments) {
        List<String> now = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        if (now == null) {
            return arguments;
        }
        console.say("usage.old", arguments[0], String.join(" ", now));
        List<String> all = new ArrayList<>(now);
        all.addAll(Arrays.asList(arguments).subList(1, arguments.length));
        return all.toArray(String[]::new);
    }
}
