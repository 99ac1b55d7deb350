package dev.interestlens.cli.console;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commands and options that were folded into others: their old names go on working, and say the new one. */
public record OldNames(Console console) {
    private static final Map<String, List<String>> COMMANDS = Map.of(
            "bench", List.of("doctor", "--speed"),
            "resume", List.of("train"),
            "verify", List.of("doctor"));

    /** Options that measured something else than their command does; that is a command of its own now. */
    private static final List<Moved> OPTIONS = List.of(
            new Moved("compare", List.of("--gate"), "gate"),
            new Moved("latency", List.of("--pareto"), "pareto"),
            new Moved("fidelity", List.of("--view", "categories"), "categories"));

    /** An option of {@code doctor} whose value stands by itself now. */
    private static final String FILE = "--model";

    /** An option that {@code serve} asked for, though there is no other way: the settings of assistants still say it. */
    private static final String STDIO = "--stdio";

    /** An option, with its value if it has one, that became a command. */
    private record Moved(String command, List<String> option, String now) {
        private Optional<List<String>> of(List<String> words) {
            if (words.isEmpty() || !words.get(0).equals(command)) {
                return Optional.empty();
            }
            List<String> rest = new ArrayList<>(words.subList(1, words.size()));
            int at = Collections.indexOfSubList(rest, option);
            if (at >= 0) {
                rest.subList(at, at + option.size()).clear();
            } else if (!rest.remove(String.join("=", option))) {
                return Optional.empty();
            }
            rest.add(0, now);
            return Optional.of(rest);
        }
    }

    /** The same command line in the names of today. */
    public String[] today(String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        for (Moved moved : OPTIONS) {
            Optional<List<String>> now = moved.of(words);
            if (now.isPresent()) {
                console.say("usage.old", moved.command() + " " + String.join(" ", moved.option()), moved.now());
                return now.get().toArray(String[]::new);
            }
        }
        List<String> now = words.isEmpty() ? null : COMMANDS.get(words.get(0));
        if (now != null) {
            console.say("usage.old", words.get(0), String.join(" ", now));
            words.remove(0);
            words.addAll(0, now);
        } else if (words.size() > 1 && words.get(0).equals("schema") && COMMANDS.containsKey(words.get(1))) {
            words.set(1, COMMANDS.get(words.get(1)).get(0));
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
