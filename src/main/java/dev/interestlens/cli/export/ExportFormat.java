package dev.interestlens.cli.export;

import dev.interestlens.publish.ModelExport;

/** What {@code export} writes: a model for others, a run where people look at runs, or a data set. */
enum ExportFormat {
    BUNDLE(ModelExport.Format.BUNDLE),
    ONNX(ModelExport.Format.ONNX),
    TORCHSCRIPT(ModelExport.Format.TORCHSCRIPT),
    SAFETENSORS(ModelExport.Format.SAFETENSORS),
    /** A run as event files. */
    TENSORBOARD(null),
    /** A run in the format of MLflow's file store. */
    MLFLOW(null),
    /** A data set as Parquet with a card. */
    CROISSANT(null),
    /** A data set as atomic files. */
    RECBOLE(null);

    private final ModelExport.Format model;

    ExportFormat(ModelExport.Format model) {
        this.model = model;
    }

    /** The format of the model; null where it is not a model that is written. */
    ModelExport.Format model() {
        return model;
    }

    boolean isData() {
        return this == CROISSANT || this == RECBOLE;
    }
}
