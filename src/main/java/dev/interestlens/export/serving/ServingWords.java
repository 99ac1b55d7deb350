package dev.interestlens.export.serving;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of what may be kept. */
final class ServingWords {
    String of(String key, Locale locale) {
        return ResourceBundle.getBundle(
                        ServingWords.class.getPackageName() + ".words",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
    }
}
