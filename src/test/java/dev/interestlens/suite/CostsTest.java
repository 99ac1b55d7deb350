package dev.interestlens.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tags are held to what {@code .ci/costs} measured and wrote into {@code costs.csv}: what takes more than seconds of CPU time runs in the thorough
 * suite, what takes less in the quick one, and the quick one fits into four minutes of two cores. A class that is not in the table yet is not judged.
 */
class CostsTest {
    private static final String THOROUGH = "thorough";
    private static final double QUICK_SECONDS = 10;
    private static final double THOROUGH_SECONDS = 2;
    private static final double SUITE_SECONDS = 300; // of 480: the compiler, the formatter and the jar take the rest

    /** What holds the families to each other, golden vectors, or the rules of the house stays in the quick suite whatever it takes. */
    private static final Pattern ALWAYS_QUICK =
            Pattern.compile("\\w+(Contract|Golden)Test|JourneyTest|ArchitectureTest");

    /** A line of the table: CPU seconds of the cases without the tag and with it. */
    private record Cost(String name, double quick, double thorough) {
        Class<?> type() {
            try {
                return Class.forName(name, false, Cost.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                throw new AssertionError(
                        name + " is measured in costs.csv, but is not there; .ci/costs measures anew", e);
            }
        }

        boolean isTagged() {
            return isThorough(type().getAnnotationsByType(Tag.class));
        }

        boolean hasTaggedCases() {
            return Stream.of(type().getDeclaredMethods())
                    .map(Method::getAnnotations)
                    .flatMap(Stream::of)
                    .anyMatch(each -> each instanceof Tag tag && tag.value().equals(THOROUGH));
        }

        private static boolean isThorough(Tag... tags) {
            return Stream.of(tags).anyMatch(tag -> tag.value().equals(THOROUGH));
        }
    }

    private static List<Cost> costs() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(CostsTest.class.getResourceAsStream("costs.csv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> new Cost(cells[0], Double.parseDouble(cells[1]), Double.parseDouble(cells[2])))
                    .toList();
        }
    }

    @Test
    void whatTakesLongIsThorough() throws IOException {
        assertThat(costs())
                .filteredOn(cost -> !cost.isTagged() && cost.quick() > QUICK_SECONDS)
                .filteredOn(cost ->
                        !ALWAYS_QUICK.matcher(cost.type().getSimpleName()).matches())
                .isEmpty();
    }

    @Test
    void whatIsThoroughTakesLong() throws IOException {
        assertThat(costs())
                .filteredOn(cost -> cost.isTagged() || cost.hasTaggedCases())
                .filteredOn(cost -> cost.quick() + cost.thorough() > 0) // else it waits for its setting
                .filteredOn(cost -> cost.quick() + cost.thorough() < THOROUGH_SECONDS)
                .isEmpty();
    }

    @Test
    void theQuickSuiteFitsIntoFourMinutesOfTwoCores() throws IOException {
        double quick = costs().stream()
                .filter(cost -> !cost.isTagged())
                .mapToDouble(Cost::quick)
                .sum();
        assertThat(quick).isLessThan(SUITE_SECONDS);
    }
}
