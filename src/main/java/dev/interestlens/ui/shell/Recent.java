package dev.interestlens.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Folders in the order in which a person came back to them, the last one first. */
final class Recent {
    private static final int KEPT = 12;

    private final List<String> names = new ArrayList<>();

    /** As they were kept by an earlier window; null for nothing. */
    void restore(List<String> kept) {
        names.clear();
        names.addAll(kept == null ? List.of() : kept);
    }

    /** A folder is looked at; null for none. */
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

    /** Those that were looked at lately first, the others as they stand. */
    <T> List<T> first(List<T> all, Function<T, Path> folder) {
        return all.stream()
                .sorted(Comparator.comparingInt(each -> {
                    int at = names.indexOf(folder.apply(each).getFileName().toString());
                    return at < 0 ? KEPT : at;
                }))
                .toList();
    }
}
