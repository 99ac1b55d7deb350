package dev.interestlens.ui.control;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * The command line that gives what a screen shows.
 *
 * @param words of the command, the program's own first; none while there is nothing to give
 */
public record CommandOffer(Supplier<List<String>> words) {
    /** Offers it on a screen. */
    public static void on(Node screen, Supplier<List<String>> words) {
        Offers.on(screen, new CommandOffer(words));
    }
}
