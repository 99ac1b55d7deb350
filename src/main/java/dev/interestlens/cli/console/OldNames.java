package dev.interestlens.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Commands and options that were folded into others: their old names go on working, and say the new one. */
public record OldNames(Console console) {
    private static final Map<String, List<String>> COMMANDS = Map.of(
            "bench", List.of("doctor", "--speed"),
            "resume", List.of("train"),
            "verify", List.of("doctor"));

    /** An option of {@code latency} that measured something else; a command of that name does now. */
    private static final String PARETO = "--pareto";

    /** An option of {@code doctor} whose value stands by itself now. */
    private static final String FILE = "--model";

    /** An option that {@code serve} asked for, though there is no other way: the settings of assistants still say it. */
    private static final String STDIO = "--stdio";

    /** The same command line in the names of today. */
    public String[] today(String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        List<String> now = words.isEmpty() ? null : COMMANDS.get(words.get(0));
        if (now != null) {
            console.say("usage.old", words.get(0), String.join(" ", now));
            words.remove(0);
            words.addAll(0, now);
        } else if (words.size() > 1 && words.get(0).equals("schema") && COMMANDS.containsKey(words.get(1))) {
            words.set(1, COMMANDS.get(words.get(1)).get(0));
        } else if (words.contains(PARETO) && words.get(0).equals("latency")) {
            words.removeIf(PARETO::equals);
            words.set(0, PARETO.substring(2));
            console.say("usage.old", "latency " + PARETO, words.get(0));
        } else if (words.size() > 1 && words.get(0).equals("serve")) {
            words.removeIf(STDIO::equals);
        } else if (words.size() > 1 && words.get(0).equals("doctor")) {
            words.removeIf(FILE::equals);
            words.replaceAll(word -> word.startsWith(FILE + "=") ? word.substring(FILE.length() + 1) : word);
            if (!words.equals(List.of(arguments))) {
                console.say("usage.old", "doctor " + FILE + " FILE", "doctor FILE");
            }
        }
        return words.toArray(String[]::new);
    }
}
