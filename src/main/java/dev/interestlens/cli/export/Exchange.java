package dev.interestlens.cli.export;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.Progress;
import dev.interestlens.publish.exchange.CroissantFolder;
import dev.interestlens.publish.exchange.MlflowFolder;
import dev.interestlens.publish.exchange.RecBoleFiles;
import dev.interestlens.publish.exchange.TensorBoardLog;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.FolderKind;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The exports that need no model: a run for TensorBoard and MLflow, a data set as Croissant and RecBole.
 *
 * @param run null where a data set is named
 * @param data null where a run is named
 */
record Exchange(ExportFormat format, Path run, Path data) {
    /** A usage problem where what is to be written was not named. */
    void check() {
        if (format.isData() && data == null) {
            throw Problem.usage(Exchange.class, "exportOfData").exception("format", name());
        }
        if (!format.isData() && run == null) {
            throw Problem.usage(Exchange.class, "exportOfRun").exception("format", name());
        }
    }

    private String name() {
        return EnumNames.lower(format);
    }

    FolderKind kind() {
        return switch (format) {
            case TENSORBOARD -> TensorBoardLog.KIND;
            case MLFLOW -> MlflowFolder.KIND;
            case CROISSANT -> CroissantFolder.KIND;
            case RECBOLE -> RecBoleFiles.KIND;
            default -> throw new IllegalStateException(format + " is a model's");
        };
    }

    void write(OutputPath target, Locale language, Progress progress) {
        switch (format) {
            case TENSORBOARD -> TensorBoardLog.write(new RunFolder(run), target, language, progress);
            case MLFLOW -> MlflowFolder.write(new RunFolder(run), target);
            default -> {
                try (PreparedDataset opened = PreparedDataset.open(data)) {
                    if (format == ExportFormat.CROISSANT) {
                        CroissantFolder.write(opened, target, progress);
                    } else {
                        RecBoleFiles.write(opened, target, progress);
                    }
                }
            }
        }
    }
}
