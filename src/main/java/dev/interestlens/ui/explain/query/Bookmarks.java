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
 * What a person keeps of a run: predictions with the changes that were made to them. Lies in the run's folder, since rows and item
 * numbers mean nothing elsewhere. Filters are kept for all runs by now ({@link KeptQueries}); those that an earlier version kept here stay.
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
     * A prediction that is to be found again.
     *
     * @param draft the change that belongs to it, null for none
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

    /** What was kept of a run; nothing where nothing was. */
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
