package dev.interestlens.ui.common.file;

import dev.interestlens.store.OutputPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Suggested file names and their extensions. */
public final class FileName {
    private static final int LONGEST = 80;
    private static final Pattern EXTENSION = Pattern.compile("[a-z][a-z0-9]{0,10}");

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
     * @throws dev.interestlens.store.ProblemException of kind USAGE where the typed extension is that of none of the formats
     */
    public static FileDialogs.Chosen meant(
            String suggested, Path typed, FileDialogs.Kind selected, List<FileDialogs.Kind> kinds) {
        String name = typed.getFileName().toString();
        Optional<FileDialogs.Kind> own = withEnding(name, kinds);
        if (ends(name, selected)) {
            return new FileDialogs.Chosen(typed, selected);
        }
        if (own.isPresent() && !ends(suggested, own.get())) {
            return new FileDialogs.Chosen(typed, own.get());
        }
        if (own.isEmpty() && isTyped(typed, suggested)) {
            OutputPath.requireEnding(
                    typed, kinds.stream().map(FileName::format).distinct().toList());
        }
        String bare = own.isEmpty()
                ? name
                : name.substring(0, name.length() - own.get().ending().length());
        return new FileDialogs.Chosen(typed.resolveSibling(bare + selected.ending()), selected);
    }

    /** Whether a name ends in what looks like an extension, unlike {@code run 1.2}, and is no shortened form of the suggested name. */
    private static boolean isTyped(Path file, String suggested) {
        return EXTENSION.matcher(OutputPath.ending(file)).matches()
                && !suggested.startsWith(file.getFileName().toString());
    }

    private static String format(FileDialogs.Kind kind) {
        return kind.ending().substring(1);
    }

    private static Optional<FileDialogs.Kind> withEnding(String name, List<FileDialogs.Kind> kinds) {
        return kinds.stream().filter(kind -> ends(name, kind)).findFirst();
    }

    private static boolean ends(String name, FileDialogs.Kind kind) {
        return name.toLowerCase(Locale.ROOT).endsWith(kind.ending());
    }
}
