package dev.interestlens.cli.export;

import dev.interestlens.workspace.export.ModelExport;

/** What {@code export} writes: a model for others, a run where people look at runs, or a data set. */
enum ExportFormat {
    BUNDLE(ModelExport.Format.BUNDLE),
    ONNX(ModelExport.Format.ONNX),
    TORCHSCRIPT(ModelExport.Format.TORCHSCRIPT),
    SAFETENSORS(ModelExport.Format.SAFETENSORS),
    /** A run as event files. */
    TENSORBOARD(null),
    /** A run as MLflow's file store keeps it. */
    MLFLOW(null),
    /** A data set as Parquet with a card. */
    CROISSANT(null),
    /** A data set as atomic files. */
    RECBOLE(null);

    private final ModelExport.Format model;

    ExportFormat(ModelExport.Format model) {
        this.model = model;
    }

    /** Null where it is no model that is written. */
    ModelExport.Format model() {
        return model;
    }

    boolean isData() {
        return this == CROISSANT || this == RECBOLE;
    }
}
