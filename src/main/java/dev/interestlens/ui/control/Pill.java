package dev.interestlens.ui.control;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/** A short state in a rounded box, coloured by its tone. */
public final class Pill extends Label {
    /** How good the state is. */
    public enum Tone {
        NEUTRAL,
        ACTIVE,
        GOOD,
        WARNING,
        BAD
    }

    public Pill() {
        getStyleClass().add("pill");
        setTone(Tone.NEUTRAL);
    }

    public void setTone(Tone now) {
        for (Tone each : Tone.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == now);
        }
    }
}
