package dev.interestlens.ui.common.window;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the desktop uses a dark theme, by its settings files (GNOME, GTK, KDE, macOS). The Windows registry is not read; there, and where nothing
 * is found, the result is light.
 */
public final class SystemAppearance {
    private static final Logger LOG = LoggerFactory.getLogger(SystemAppearance.class);

    private final Path home;
    private final Map<String, String> environment;

    public SystemAppearance(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = Map.copyOf(environment);
    }

    public boolean isDark() {
        return environment
                        .getOrDefault("GTK_THEME", "")
                        .toLowerCase(java.util.Locale.ROOT)
                        .endsWith("dark")
                || says(".config/dconf/user", "prefer-dark")
                || says(".config/gtk-4.0/settings.ini", "gtk-application-prefer-dark-theme=1")
                || says(".config/gtk-3.0/settings.ini", "gtk-application-prefer-dark-theme=1")
                || says(".config/kdeglobals", "ColorScheme=BreezeDark")
                || says("Library/Preferences/.GlobalPreferences.plist", "AppleInterfaceStyle");
    }

    private boolean says(String file, String words) {
        Path path = home.resolve(file);
        if (!Files.isReadable(path)) {
            return false;
        }
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1).contains(words);
        } catch (IOException e) {
            LOG.debug("the desktop's appearance in {} cannot be read", file, e);
            return false;
        }
    }
}
