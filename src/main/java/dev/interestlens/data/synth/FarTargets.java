package dev.interestlens.data.synth;

import dev.interestlens.store.Problem;
import dev.interestlens.store.WholeFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The candidates of a {@link FarShop} from {@code targets.csv}: only for measuring, never for training. */
public final class FarTargets {
    /**
     * One candidate.
     *
     * @param caused whether its cause is in the history
     * @param distance how many behaviours back the cause was planned
     * @param planted positions of the planted behaviours among the user's events, from 0
     */
    public record Target(boolean caused, int distance, int[] planted) {
        public Target {
            planted = planted.clone();
        }

        @Override
        public int[] planted() {
            return planted.clone();
        }
    }

    private final Map<String, Target> targets = new HashMap<>();

    private FarTargets() {}

    /** @throws dev.interestlens.store.ProblemException naming the invalid line, or that there is no such file */
    public static FarTargets read(Path file) {
        FarTargets all = new FarTargets();
        WholeFile.each(
                file,
                FarShop.TARGETS,
                line -> all.add(line.split(",", -1)),
                Problem.badInput(FarTargets.class, "targets", file));
        return all;
    }

    private boolean add(String[] cells) {
        try {
            int[] planted = Arrays.stream(cells[6].split(" "))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            targets.put(
                    key(cells[0], cells[1], Long.parseLong(cells[2])),
                    new Target(cells[4].equals("1"), Integer.parseInt(cells[5]), planted));
            return cells.length == 7;
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return false;
        }
    }

    private static String key(String user, String item, long time) {
        return user + " " + item + " " + time;
    }

    /** Null where there is no such candidate. */
    public Target of(String user, String item, long time) {
        return targets.get(key(user, item, time));
    }
}
