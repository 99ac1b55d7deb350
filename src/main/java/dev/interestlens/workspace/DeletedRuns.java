package dev.interestlens.workspace;

import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The highest number of a deleted run by the name before the number, in {@code deleted-runs.json} of a workspace. */
record DeletedRuns(Map<String, Integer> numbers) {
    private static final Logger LOG = LoggerFactory.getLogger(DeletedRuns.class);
    private static final Pattern NUMBERED = Pattern.compile("(.+)-(\\d{3,9})");

    DeletedRuns {
        numbers = numbers == null ? Map.of() : Map.copyOf(numbers);
    }

    static DeletedRuns read(Workspace workspace) {
        try {
            return Files.exists(file(workspace))
                    ? Json.read(file(workspace), DeletedRuns.class)
                    : new DeletedRuns(null);
        } catch (ProblemException unreadable) {
            LOG.warn("{} cannot be read: numbers of deleted runs may be given again", file(workspace), unreadable);
            return new DeletedRuns(null);
        }
    }

    /** 0 where none was deleted. */
    int highest(String base) {
        return numbers.getOrDefault(base, 0);
    }

    /** With one more name; a name without a number changes nothing. */
    DeletedRuns with(String name) {
        Matcher matcher = NUMBERED.matcher(name);
        if (!matcher.matches()) {
            return this;
        }
        Map<String, Integer> more = new TreeMap<>(numbers);
        more.merge(matcher.group(1), Integer.valueOf(matcher.group(2)), Math::max);
        return new DeletedRuns(more);
    }

    void write(Disk disk, Workspace workspace) {
        Json.write(disk, file(workspace), this);
    }

    private static Path file(Workspace workspace) {
        return workspace.root().resolve("deleted-runs.json");
    }
}
