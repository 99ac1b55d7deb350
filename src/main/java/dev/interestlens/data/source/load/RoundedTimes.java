package dev.interestlens.data.source.load;

import dev.interestlens.data.source.time.TimeFormat;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells of numbers as times that lost their last digits, since they were saved as floating-point numbers of 32 bits. */
final class RoundedTimes {
    private static final int ENOUGH = 20;
    private static final long SECOND = 1_000_000;

    /** Multiples in seconds that logs may have without such rounding: of whole minutes, or of rounding to more. */
    private static final List<Long> USUAL = List.of(300L, 1000L);

    /**
     * A distance between numbers of 32 bits.
     *
     * @param micros of the distance
     * @param written that of the fewest digits that tell such numbers from each other, as programs write them
     * @param from the least time with this distance: lesser numbers lie nearer together
     */
    private record Step(long micros, long written, long from) {
        String between() {
            return "t < " + from + " OR t % " + micros + " <> 0 AND t % " + written + " <> 0";
        }

        /** Of times that whole hours do not explain either: 8 hours are 225 times 128 seconds. */
        String unusual() {
            return Stream.concat(USUAL.stream().map(seconds -> seconds * SECOND), Stream.of(225 * micros))
                    .map(multiple -> " AND t % " + multiple + " <> 0")
                    .collect(Collectors.joining());
        }

        String seconds() {
            return String.valueOf(Math.round((double) micros / SECOND));
        }
    }

    /** Those of seconds, the latter before 2004, of milliseconds and of microseconds. */
    private static final List<Step> STEPS = List.of(
            new Step(128 * SECOND, 100 * SECOND, (1L << 30) * SECOND),
            new Step(64 * SECOND, 64 * SECOND, (1L << 29) * SECOND),
            new Step(131_072_000, 100 * SECOND, (1L << 40) * 1000),
            new Step(134_217_728, 100 * SECOND, 1L << 50));

    private RoundedTimes() {}

    static void tell(EventEngine engine, Audit notes) throws IOException {
        String rows = " FROM good WHERE t < " + TimeFormat.LAST;
        String between = STEPS.stream()
                .map(step -> "count(CASE WHEN " + step.between() + " THEN 1 END)")
                .collect(Collectors.joining(", "));
        boolean[] all = new boolean[STEPS.size()];
        engine.each("SELECT " + between + rows, row -> {
            for (int n = 0; n < all.length; n++) {
                all[n] = row.number(n + 1) == 0;
            }
        });
        for (Step step : STEPS) {
            if (all[STEPS.indexOf(step)]
                    && engine.number("SELECT count(DISTINCT t)" + rows + step.unusual()) >= ENOUGH) {
                notes.note("roundedTimes", "", 1);
                notes.example("roundedTimes", "", step.seconds());
                return;
            }
        }
    }
}
