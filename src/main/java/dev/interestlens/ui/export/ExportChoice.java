package dev.interestlens.ui.export;

import dev.interestlens.export.onnx.Precision;
import dev.interestlens.publish.ModelExport.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The format of a model export, and its options. */
final class ExportChoice {
    private final ObjectProperty<Format> format = new SimpleObjectProperty<>(this, "format", Format.BUNDLE);
    private final BooleanProperty attention = new SimpleBooleanProperty(this, "attention");
    private final BooleanProperty serving = new SimpleBooleanProperty(this, "serving");
    private final ObjectProperty<Precision> precision = new SimpleObjectProperty<>(this, "precision", Precision.FLOAT);
    private final BooleanProperty measure = new SimpleBooleanProperty(this, "measure");

    ObjectProperty<Format> formatProperty() {
        return format;
    }

    /** Whether a graph has the attention as a further output. */
    BooleanProperty attentionProperty() {
        return attention;
    }

    /** Whether the format has this option. */
    BooleanBinding canChooseAttention() {
        return format.isEqualTo(Format.ONNX).and(serving.not()).or(format.isEqualTo(Format.TORCHSCRIPT));
    }

    /** Whether ONNX is written as a pair of graphs for serving. */
    BooleanProperty servingProperty() {
        return serving;
    }

    /** The numeric precision of ONNX. */
    ObjectProperty<Precision> precisionProperty() {
        return precision;
    }

    /** Whether the format has the options of serving and precision. */
    BooleanBinding canServe() {
        return format.isEqualTo(Format.ONNX);
    }

    /** Whether fidelity is first measured for the model card. */
    BooleanProperty measureProperty() {
        return measure;
    }

    /** Whether the format contains a model card. */
    BooleanBinding canMeasure() {
        return format.isEqualTo(Format.BUNDLE);
    }

    /** Whether a folder with two graphs is written instead of a file. */
    boolean isPair() {
        return serving.get() && format.get() == Format.ONNX;
    }

    /** The options of the command that the format has. */
    List<String> options() {
        List<String> options =
                new ArrayList<>(List.of("--format", format.get().name().toLowerCase(Locale.ROOT)));
        if (attention.get() && canChooseAttention().get()) {
            options.add("--attention");
        }
        if (isPair()) {
            options.add("--serving");
        }
        if (canServe().get()) {
            options.addAll(List.of("--precision", precision.get().word()));
        }
        if (measure.get() && canMeasure().get()) {
            options.add("--measure-fidelity");
        }
        return options;
    }
}
