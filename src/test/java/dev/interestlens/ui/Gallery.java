package dev.interestlens.ui;

import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Theme;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.BiFunction;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * Draws controls and screens into PNG files, light and dark, English and Chinese, to be looked at. The first argument is the folder, the rest are the names wanted (all
 * without any).
 */
public final class Gallery {
    /** Something to look at, and how large. */
    record Exhibit(double width, double height, BiFunction<Messages, Theme, Parent> make) {}

    private static final long SETTLE = 400;

    private Gallery() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, Exhibit> exhibits = new LinkedHashMap<>(ControlExhibits.all());
        exhibits.putAll(ShellExhibits.all());
        exhibits.putAll(ScreenExhibits.all());
        Path folder = Path.of(arguments[0]);
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        for (int i = 1; i < arguments.length; i++) {
            String wanted = arguments[i];
            if (exhibits.keySet().stream().noneMatch(name -> name.startsWith(wanted))) {
                throw new IllegalArgumentException(wanted + " is none of " + exhibits.keySet());
            }
        }
        exhibits.keySet()
                .removeIf(name -> arguments.length > 1
                        && java.util.Arrays.stream(arguments).skip(1).noneMatch(name::startsWith));
        for (Map.Entry<String, Exhibit> each : exhibits.entrySet()) {
            for (Theme.Choice choice : new Theme.Choice[] {Theme.Choice.LIGHT, Theme.Choice.DARK}) {
                draw(folder, each.getKey(), each.getValue(), choice);
            }
        }
        Platform.exit();
    }

    private static void draw(Path folder, String name, Exhibit exhibit, Theme.Choice choice) throws Exception {
        Language language = choice == Theme.Choice.LIGHT ? Language.ENGLISH : Language.CHINESE;
        Stage stage = onFx(() -> {
            Theme theme = new Theme(() -> false);
            theme.choiceProperty().set(choice);
            StackPane root = new StackPane(exhibit.make().apply(new Messages(language), theme));
            root.getStyleClass().add("shell");
            root.setPadding(new Insets(exhibit.width() < 1200 ? 16 : 0));
            Scene scene = new Scene(root, exhibit.width(), exhibit.height());
            theme.dress(scene);
            Stage shown = new Stage();
            shown.setScene(scene);
            shown.show();
            return shown;
        });
        Thread.sleep(SETTLE); // charts paint on a later pulse
        String file = name + "-" + choice.name().toLowerCase(Locale.ROOT) + "-"
                + language.locale().getLanguage() + ".png";
        onFx(() -> {
            Pictures.write(stage.getScene(), folder.resolve(file));
            stage.close();
            return null;
        });
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
