package dev.interestlens.ui.shell;

import dev.interestlens.ui.control.Words;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCombination;

/**
 * Something that can be done from anywhere: through the palette, and by its keys where it has some.
 *
 * @param key of its name in the bundles
 * @param arguments of that text; keys of the bundles are put into words, too
 * @param keys null for none
 * @param enabled whether it can be done now
 */
public record Command(String key, List<String> arguments, KeyCombination keys, BooleanSupplier enabled, Runnable run) {
    public Command {
        arguments = List.copyOf(arguments);
    }

    /** Always possible, without keys. */
    public static Command of(String key, Runnable run, String... arguments) {
        return new Command(key, List.of(arguments), null, () -> true, run);
    }

    /** The same with keys, such as {@code Shortcut+K}. */
    public Command withKeys(String text) {
        return new Command(key, arguments, KeyCombination.valueOf(text), enabled, run);
    }

    /** The same, possible now and then. */
    public Command when(BooleanSupplier condition) {
        return new Command(key, arguments, keys, condition, run);
    }

    String name(Words words) {
        return words.text(
                key,
                arguments.stream().map(each -> words.find(each).orElse(each)).toArray());
    }

    /** The keys as a person sees them on the keyboard. */
    String keysText() {
        return keys == null ? "" : keys.getDisplayText();
    }
}
