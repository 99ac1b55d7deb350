package dev.interestlens.ui.export;

import dev.interestlens.store.Json;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.ui.export.ExportViewModel.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The command with which Spark scores or recommends with the run. */
final class SparkViewModel {
    private final ExportViewModel export;
    private final Messages messages;
    private final FileDialogs dialogs;
    private final StringProperty line = new SimpleStringProperty(this, "line", "");

    SparkViewModel(ExportViewModel export, Messages messages, FileDialogs dialogs) {
        this.export = export;
        this.messages = messages;
        this.dialogs = dialogs;
        export.session().runProperty().addListener(change -> line.set(""));
    }

    /** The Spark command to score or recommend; empty before a request. */
    StringProperty lineProperty() {
        return line;
    }

    /**
     * Asks for a file, writes the model to it, and shows the command that scores with it.
     *
     * @param fields what is typed, by name
     */
    void write(UnaryOperator<String> fields) {
        RunFolder folder = export.session().runProperty().get();
        dialogs.save(
                        messages.text("export.spark.where"),
                        folder.path().getFileName() + "-spark.onnx",
                        export.kind("export.format.ONNX", "onnx"))
                .ifPresent(file -> {
                    List<String> arguments = new ArrayList<>(
                            List.of("spark", "score", "--run", folder.path().toString(), "--onnx", file.toString()));
                    arguments.addAll(List.of("--pairs", fields.apply("pairs"), "--out", fields.apply("scores")));
                    arguments.addAll(ExportViewModel.overwrite(file));
                    showLine(folder, arguments, fields);
                });
    }

    /**
     * Shows the command that recommends to all users.
     *
     * @param fields what is typed, by name
     */
    void recommend(UnaryOperator<String> fields) {
        RunFolder folder = export.session().runProperty().get();
        List<String> arguments = new ArrayList<>(
                List.of("spark", "recommend", "--run", folder.path().toString()));
        arguments.addAll(List.of("--all", "--out", fields.apply("lists")));
        showLine(folder, arguments, fields);
    }

    private void showLine(RunFolder folder, List<String> arguments, UnaryOperator<String> fields) {
        arguments.addAll(List.of("--master", fields.apply("master"), "--print"));
        export.start(
                Task.SPARK,
                export.session().nameOf(folder),
                arguments,
                done -> line.set(Json.read(done, SparkLine.class).line()));
    }

    /** The result of the command. */
    private record SparkLine(String event, String line, List<String> words) {}
}
