package dev.interestlens.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Recently used folders, the last one first. */
final class Recent {
    private static final int KEPT = 12;

    private final List<String> names = new ArrayList<>();

    /** Restores them from the last session; null for none. */
    void restore(List<String> kept) {
        names.clear();
        names.addAll(kept == null ? List.of() : kept);
    }

    /** Records the use of a folder; null for none. */
    void visit(Path folder) {
        if (folder != null) {
            String name = folder.getFileName().toString();
            names.remove(name);
            names.add(0, name);
            if (names.size() > KEPT) {
                names.remove(KEPT);
            }
        }
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /** Sorts recently used ones first, the others in the given order. */
    <T> List<T> first(List<T> all, Function<T, Path> folder) {
        return all.stream()
                .sorted(Comparator.comparingInt(each -> {
                    int at = names.indexOf(folder.apply(each).getFileName().toString());
                    return at < 0 ? KEPT : at;
                }))
                .toList();
    }
}
