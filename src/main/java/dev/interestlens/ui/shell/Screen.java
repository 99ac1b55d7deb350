package dev.interestlens.ui.shell;

import java.util.Locale;

/** The screens, in the order of the navigation rail. */
public enum Screen {
    HOME("fth-home"),
    DATA("fth-database"),
    MODEL("fth-box"),
    TRAIN("fth-activity"),
    RECOMMEND("fth-list"),
    EXPLAIN("fth-eye"),
    COMPARE("fth-columns"),
    EXPORT("fth-share"),
    QUESTIONS("fth-help-circle"),
    PLAYGROUND("fth-sliders"),
    SETTINGS("fth-settings");

    private final String icon;

    Screen(String icon) {
        this.icon = icon;
    }

    String icon() {
        return icon;
    }

    /** The key of its name in the bundles. */
    String key() {
        return "shell." + name().toLowerCase(Locale.ROOT);
    }
}
