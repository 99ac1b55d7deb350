package dev.interestlens.ui.common.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Suggested file names and their extensions. */
public final class FileName {
    private static final int LONGEST = 80;

    private FileName() {}

    /** A text as a name that is valid on every file system; letters of all languages are kept. */
    public static String of(String words, String ending) {
        String name = words.strip().replaceAll("[^\\p{L}\\p{N}._]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        String cut = name.length() > LONGEST
                ? name.substring(
                        0, name.offsetByCodePoints(0, Math.min(LONGEST, name.codePointCount(0, name.length()))))
                : name;
        return (cut.isEmpty() ? "figure" : cut) + ending;
    }

    /**
     * The chosen file and format: a typed extension takes precedence over the selected format.
     *
     * @param suggested the name that the dialog suggested, whose extension was not typed
     * @param selected format in the dialog
     */
    static FileDialogs.Chosen meant(
            String suggested, Path typed, FileDialogs.Kind selected, List<FileDialogs.Kind> kinds) {
        String name = typed.getFileName().toString();
        Optional<FileDialogs.Kind> own = withEnding(name, kinds);
        if (ends(name, selected)) {
            return new FileDialogs.Chosen(typed, selected);
        }
        if (own.isPresent() && !ends(suggested, own.get())) {
            return new FileDialogs.Chosen(typed, own.get());
        }
        String bare = own.isEmpty()
                ? name
                : name.substring(0, name.length() - own.get().ending().length());
        return new FileDialogs.Chosen(typed.resolveSibling(bare + selected.ending()), selected);
    }

    private static Optional<FileDialogs.Kind> withEnding(String name, List<FileDialogs.Kind> kinds) {
        return kinds.stream().filter(kind -> ends(name, kind)).findFirst();
    }

    private static boolean ends(String name, FileDialogs.Kind kind) {
        return name.toLowerCase(Locale.ROOT).endsWith(kind.ending());
    }
}
