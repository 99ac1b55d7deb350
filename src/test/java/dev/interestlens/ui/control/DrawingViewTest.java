package dev.interestlens.ui.control;

import static dev.interestlens.ui.control.Stages.WORDS;
import static dev.interestlens.ui.control.Stages.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.ExplanationFile;
import dev.interestlens.export.report.Explanations;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Recorder;
import dev.interestlens.figure.Sketch;
import dev.interestlens.figure.data.FigureData;
import dev.interestlens.store.Disk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A kind of picture that nothing knows: one class, shown and written everywhere. */
@ExtendWith(ApplicationExtension.class)
class DrawingViewTest {
    private record Square(double value) implements Picture {
        @Override
        public String name() {
            return "square";
        }

        @Override
        public Text title() {
            return new Text("A square", "方块");
        }

        @Override
        public Text note() {
            return new Text("its note", "说明");
        }

        @Override
        public Drawing drawing() {
            Sketch sketch = new Sketch(new Recorder(Locale.ENGLISH), 320, 160);
            sketch.told(new Text("worth " + value, "值 " + value), () -> sketch.rect(10, 10, 40, 40, Ink.Role.UP));
            return sketch;
        }

        @Override
        public FigureData data() {
            return language ->
                    new NumberTable(List.of("name", "value"), List.of(new NumberTable.Line(List.of("s"), value)));
        }
    }

    private static final Panel VIEW = new Panel(
            "square", new Text("Square", "方"), List.of(new Square(0.25)), 0, new Text("It is small.", "它很小。"));

    private DrawingView view;

    @TempDir
    Path folder;

    @Start
    void start(Stage stage) {
        Picture picture = VIEW.pictures().get(0);
        view = new DrawingView(WORDS, picture.drawing(), "square", () -> picture.numbers(Locale.ENGLISH));
        Stages.show(stage, view, 320, 160);
    }

    @Test
    void whatADrawingSaysOfItsPartsIsReadWithTheKeys() throws Exception {
        fx(() -> view.snapshot(null, null));
        fx(() -> view.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false, false)));
        assertThat(view.readoutProperty().get()).isEqualTo("worth 0.25");
    }

    @Test
    void everyFormatHoldsAViewThatNothingKnows() throws Exception {
        Explanation found = Explanations.of(3).with(List.of(VIEW));
        Provenance source = Explanations.SOURCE;
        for (String ending : List.of("html", "json", "svg", "pdf", "png")) {
            Path file = folder.resolve("view." + ending);
            new ExplanationFile(Disk.real())
                    .write(found, source, found.view("square"), Optional.empty(), Locale.ENGLISH, file);
            assertThat(file).isNotEmptyFile();
        }
        assertThat(Files.readString(folder.resolve("view.html"))).contains("Square", "它很小。", "worth 0.25");
        assertThat(Files.readString(folder.resolve("view.svg"))).contains("It is small.", "its note", "worth 0.25");
        assertThat(Files.readString(folder.resolve("view.json"))).contains("\"finding\" : \"It is small.\"", "0.25");
    }
}
