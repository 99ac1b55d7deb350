package dev.interestlens.ui.shell;

import dev.interestlens.ui.control.ControlWords;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;

/**
 * A global command, for the palette and for its keys, if it has any.
 *
 * @param key of its name in the bundles
 * @param arguments of that text; keys of the bundles are replaced by their texts
 * @param keys the first is displayed, the others are alternatives on other keyboards; empty for none
 * @param enabled whether it is possible now
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

    /** The same, enabled under a condition. */
    public Command when(BooleanSupplier condition) {
        return new Command(key, arguments, keys, condition, run);
    }

    String name(ControlWords words) {
        return words.text(
                key,
                arguments.stream().map(each -> words.find(each).orElse(each)).toArray());
    }

    /** The keys as on the keyboard. */
    String keysText() {
        return keys.isEmpty() ? "" : keys.get(0).getDisplayText();
    }
}
