package dev.interestlens.ui.control;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
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

    private final ObjectProperty<Tone> tone = new SimpleObjectProperty<>(this, "tone");

    public Pill() {
        getStyleClass().add("pill");
        tone.addListener((observed, before, now) -> {
            for (Tone each : Tone.values()) {
                pseudoClassStateChanged(
                        PseudoClass.getPseudoClass(each.name().toLowerCase(java.util.Locale.ROOT)), each == now);
            }
        });
        tone.set(Tone.NEUTRAL);
    }

    public ObjectProperty<Tone> toneProperty() {
        return tone;
    }

    public Tone getTone() {
        return tone.get();
    }

    public void setTone(Tone now) {
        tone.set(now);
    }
}
