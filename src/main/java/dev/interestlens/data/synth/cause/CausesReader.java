package dev.interestlens.data.synth.cause;

import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.WholeFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code causes.csv}, the planted truth. For scoring explanations only, never for training. */
public final class CausesReader {

    public static final String HEADER = "user_id,seq,channel,trigger,support";

    /** Separates the positions of the interests that an event needs together. */
    public static final String AND = "|";

    private CausesReader() {}

    /**
     * All causes by user id; a user's in order of time, one for each event.
     *
     * @throws ProblemException of kind BAD_INPUT naming the invalid line, or that there is no such file
     */
    public static Map<String, List<Cause>> read(Path file) {
        Map<String, List<Cause>> causes = new LinkedHashMap<>();
        WholeFile.each(
                file, HEADER, line -> add(causes, cells(line)), Problem.badInput(CausesReader.class, "causes", file));
        return causes;
    }

    private static boolean add(Map<String, List<Cause>> causes, String[] cells) {
        if (cells.length != 5) {
            return false;
        }
        List<Cause> own = causes.computeIfAbsent(cells[0], user -> new ArrayList<>());
        Cause cause = cause(cells);
        return cause != null && cause.position() == own.size() && own.add(cause);
    }

    /** The cells of a line; a user's id may itself hold commas. */
    private static String[] cells(String line) {
        String[] all = line.split(",", -1);
        int further = Math.max(0, all.length - 5);
        String user = String.join(",", Arrays.copyOf(all, further + 1));
        String[] cells = Arrays.copyOfRange(all, further, all.length);
        cells[0] = user;
        return cells;
    }

    /** Null where the cells are invalid. */
    private static Cause cause(String[] cells) {
        try {
            int position = Integer.parseInt(cells[1]);
            Channel channel = Channel.valueOf(cells[2]);
            int trigger = cells[3].isEmpty() ? -1 : Integer.parseInt(cells[3]);
            List<int[]> supports = cells[4].isEmpty()
                    ? List.of()
                    : Arrays.stream(cells[4].split(Pattern.quote(AND), -1))
                            .map(CausesReader::positions)
                            .toList();
            Cause cause = new Cause(position, channel, trigger, supports);
            int[] all = cause.support();
            boolean sound = all.length == 0 || all[0] >= 0 && all[all.length - 1] < position;
            boolean last = trigger == (all.length > 0 ? all[all.length - 1] : -1);
            return sound && last && supports.size() == needed(channel) ? cause : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static int[] positions(String cell) {
        return Arrays.stream(cell.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    /** How many interests an event of a channel needs. */
    private static int needed(Channel channel) {
        return switch (channel) {
            case C, R -> 1;
            case P -> 2;
            case N, S -> 0;
        };
    }
}
