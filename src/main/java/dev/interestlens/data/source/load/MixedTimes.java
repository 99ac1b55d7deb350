package dev.interestlens.data.source.load;

import dev.interestlens.data.source.time.TimeDetail;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells of times that say less than others of their column: a day among times of a day, no zone among zones.
 *
 * @param first of each detail in some rows, a text
 */
record MixedTimes(Map<TimeDetail, String> first) {
    static final MixedTimes NONE = new MixedTimes(Map.of());

    MixedTimes {
        first = Map.copyOf(first);
    }

    /** Whether there are such; only then the rows of {@code raw} have the column {@code detail}. */
    boolean isAny() {
        return first.size() > 1;
    }

    void tell(EventEngine engine, LogLines lines, Audit notes) throws IOException {
        if (isAny()) {
            Optional<String> clock = example(TimeDetail.CLOCK).or(() -> example(TimeDetail.ZONED));
            tell(engine, lines, notes, "daysAmongTimes", TimeDetail.DAY, clock);
            tell(engine, lines, notes, "zonesAmongTimes", TimeDetail.CLOCK, example(TimeDetail.ZONED));
        }
    }

    private void tell(
            EventEngine engine, LogLines lines, Audit notes, String reason, TimeDetail less, Optional<String> more)
            throws IOException {
        if (more.isEmpty() || example(less).isEmpty()) {
            return;
        }
        String rows = " FROM good WHERE detail = " + less.ordinal();
        List<Long> some = new ArrayList<>();
        engine.each("SELECT row" + rows + " ORDER BY row LIMIT " + Audit.FIRST, row -> some.add(row.number(1)));
        notes.note(reason, lines.file(), engine.number("SELECT count(*)" + rows), lines.lines(some));
        notes.example(reason, lines.file(), first.get(less) + ", " + more.get());
    }

    private Optional<String> example(TimeDetail detail) {
        return Optional.ofNullable(first.get(detail));
    }
}
