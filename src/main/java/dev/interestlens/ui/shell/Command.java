package dev.interestlens.ui.shell;

import dev.interestlens.ui.control.ControlWords;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;

/**
 * Something that can be done from anywhere: through the palette, and by its keys where it has some.
 *
 * @param key of its name in the bundles
 * @param arguments of that text; keys of the bundles are put into words, too
 * @param keys the first is shown to a person, the others are the same on other keyboards; empty for none
 * @param enabled whether it can be done now
 */
public record Command(
        String key, List<String> arguments, List<KeyCombination> keys, BooleanSupplier enabled, Runnable run) {
    public Command {
        arguments = List.copyOf(arguments);
        keys = List.copyOf(keys);
    }

    /** Always possible, without keys. */
    public static Command of(String key, Runnable run, String... arguments) {
        return new Command(key, List.of(arguments), List.of(), () -> true, run);
    }

    /** The same with keys, such as {@code Shortcut+K}. */
    public Command withKeys(String... texts) {
        return new Command(
                key, arguments, Stream.of(texts).map(KeyCombination::valueOf).toList(), enabled, run);
    }

    /** The same, possible now and then. */
    public Command when(BooleanSupplier condition) {
        return new Command(key, arguments, keys, condition, run);
    }

    String name(ControlWords words) {
        return words.text(
                key,
                arguments.stream().map(each -> words.find(each).orElse(each)).toArray());
    }

    /** The keys as a person sees them on the keyboard. */
    String keysText() {
        return keys.isEmpty() ? "" : keys.get(0).getDisplayText();
    }
}
