package dev.interestlens.ui.shell;

import dev.interestlens.ui.control.ControlWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** All global commands, with a fuzzy search by name. */
final class Commands {
    private static final int GAPS = 3;
    private static final int NONE = Integer.MAX_VALUE;

    private final List<Command> fixed = new ArrayList<>();
    private final List<Supplier<List<Command>>> changing = new ArrayList<>();

    void add(Command command) {
        fixed.add(command);
    }

    /** Dynamic commands, such as one per run. */
    void addAll(Supplier<List<Command>> commands) {
        changing.add(commands);
    }

    /** The static commands, enabled or not. */
    List<Command> fixed() {
        return List.copyOf(fixed);
    }

    /** The enabled commands that match: places and actions before those of a run, letters with gaps after all others; the best match first. */
    List<Command> find(String typed, ControlWords words) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        List<Command> all = new ArrayList<>(fixed);
        changing.forEach(each -> all.addAll(each.get()));
        Set<Command> standing = new HashSet<>(fixed);
        return all.stream()
                .filter(command -> command.enabled().getAsBoolean())
                .filter(command -> distance(command, wanted, words) < NONE)
                .sorted(Comparator.comparing((Command command) -> distance(command, wanted, words) >= GAPS)
                        .thenComparing(command -> !standing.contains(command))
                        .thenComparingInt(command -> distance(command, wanted, words)))
                .toList();
    }

    private static int distance(Command command, String wanted, ControlWords words) {
        return distance(command.name(words).toLowerCase(Locale.ROOT), wanted);
    }

    /** 0 for a match at the beginning; then at the beginning of a word, inside a word, letters in order with gaps; {@link #NONE} without a match. */
    static int distance(String name, String wanted) {
        if (wanted.isEmpty() || name.startsWith(wanted)) {
            return 0;
        }
        int inside = name.indexOf(wanted);
        if (inside > 0) {
            return Character.isLetterOrDigit(name.charAt(inside - 1)) ? 2 : 1;
        }
        int from = 0;
        int gaps = 0;
        for (char letter : wanted.toCharArray()) {
            int at = name.indexOf(letter, from);
            if (at < 0) {
                return NONE;
            }
            gaps += at - from;
            from = at + 1;
        }
        return GAPS + gaps;
    }
}
