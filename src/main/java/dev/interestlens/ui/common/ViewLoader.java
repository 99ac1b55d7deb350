package dev.interestlens.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.util.Callback;

/**
 * Loads the FXML of a screen with a given controller.
 *
 * <p>In FXML a text is {@code text="${t['screen.thing']}"} and follows the language; what a {@link ViewSource} gives is {@code v.name}. The file lies beside its controller's class in the resources and
 * has its name in lower case without {@code Controller}.
 */
public record ViewLoader(Messages messages) {
    /** The view of a controller. Controls that are made in FXML get their words from the loader's {@code t} table. */
    public Parent load(Object controller) {
        Class<?> type = controller.getClass();
        String name = type.getSimpleName().replace("Controller", "").toLowerCase(java.util.Locale.ROOT) + ".fxml";
        URL url = type.getResource(name);
        if (url == null) {
            throw new IllegalStateException("no " + name + " beside " + type.getName());
        }
        FXMLLoader loader = new FXMLLoader(url);
        Callback<Class<?>, Object> factory = wanted -> {
            if (!wanted.isInstance(controller)) {
                throw new IllegalStateException(name + " wants " + wanted.getName());
            }
            return controller;
        };
        loader.setControllerFactory(factory);
        loader.getNamespace().put("t", messages.table());
        if (controller instanceof ViewSource source) {
            ViewValues values = new ViewValues();
            source.give(values);
            loader.getNamespace().put("v", values.table());
            loader.getNamespace().put("values", values); // lives as long as the view
        }
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
