package dev.interestlens.ui.settings;

import dev.interestlens.ui.common.Preferences;
import dev.interestlens.ui.common.Theme;
import dev.interestlens.ui.common.run.Services;
import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Parent;

/** Builds Settings. */
public record SettingsScreen(Services services, Theme theme, SettingsViewModel model) {
    /** @param file where the preferences are kept */
    public SettingsScreen(Services services, Theme theme, ObjectProperty<Preferences> preferences, Path file) {
        this(
                services,
                theme,
                new SettingsViewModel(
                        services.workspace(), services.session(), services.background(), preferences, file));
    }

    public Parent load() {
        return services.views().load(new SettingsController(model, services.messages(), theme, services.folders()));
    }
}
