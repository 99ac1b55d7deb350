package dev.interestlens.ui.explain.query;

import dev.interestlens.explain.look.Draft;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Saved predictions of a run, with their changes. Stored in the run's folder, since rows and item numbers are only valid there. Filters are now saved
 * for all runs ({@link KeptQueries}); those that an earlier version saved here are kept.
 */
public record Bookmarks(List<Slice> slices, List<Pin> pins) {
    private static final String FILE = "desk.json";

    /** A filter under a name. */
    public record Slice(String name, String filter) {
        public Slice {
            Objects.requireNonNull(name);
            Objects.requireNonNull(filter);
        }
    }

    /**
     * A saved prediction.
     *
     * @param draft its change, null for none
     */
    public record Pin(String name, int row, Draft draft) {
        public Pin {
            Objects.requireNonNull(name);
        }
    }

    public Bookmarks {
        slices = List.copyOf(slices);
        pins = List.copyOf(pins);
    }

    public static Bookmarks nothing() {
        return new Bookmarks(List.of(), List.of());
    }

    /** The bookmarks of a run; empty where there are none. */
    public static Bookmarks read(RunFolder run) {
        Path file = run.path().resolve(FILE);
        return Files.exists(file) ? Json.read(file, Bookmarks.class) : nothing();
    }

    public void write(Disk disk, RunFolder run) {
        Json.write(disk, run.path().resolve(FILE), this);
    }

    public Bookmarks without(Slice slice) {
        return new Bookmarks(slices.stream().filter(each -> !each.equals(slice)).toList(), pins);
    }

    public Bookmarks with(Pin pin) {
        List<Pin> changed = new ArrayList<>(pins);
        changed.removeIf(each -> each.name().equals(pin.name()));
        changed.add(pin);
        return new Bookmarks(slices, changed);
    }

    public Bookmarks without(Pin pin) {
        return new Bookmarks(
                slices, pins.stream().filter(each -> !each.equals(pin)).toList());
    }
}
