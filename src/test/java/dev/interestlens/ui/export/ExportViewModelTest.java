package dev.interestlens.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.cli.CommandLineProgram;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.FileDialogs;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.workspace.ModelExport.Format;
import dev.interestlens.workspace.RunSummary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportViewModelTest {
    @TempDir
    static Path folder;

    private static RunFolder trained;

    private final Session session = new Session();
    private final ErrorPresenter errors = new ErrorPresenter();
    private Path answer;
    private String suggested;
    private final FileDialogs dialogs = new FileDialogs() {
        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }

        @Override
        public List<Path> files(String title, List<Kind> kinds) {
            return List.of(answer);
        }

        @Override
        public Optional<Path> save(String title, String name, Kind kind) {
            suggested = name;
            return Optional.ofNullable(answer);
        }
    };
    private final ExportViewModel model =
            new ExportViewModel(session, Background.inline(errors), new Messages(Language.ENGLISH), dialogs);

    @BeforeAll
    static void train() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        trained = new RunFolder(folder.resolve("din-001"));
        int code = new CommandLineProgram(nowhere, nowhere, Locale.ENGLISH)
                .run(
                        "train",
                        "--data",
                        TinyShop.prepare(folder).toString(),
                        "--model",
                        "din",
                        "--preset",
                        "quick",
                        "--run",
                        trained.path().toString(),
                        "--threads",
                        "1",
                        "--set",
                        "training.epochs=1",
                        "--set",
                        "model.head.hidden=8");
        assertThat(code).isZero();
    }

    private void look() {
        session.runs().setAll(RunSummary.of(trained));
        session.runProperty().set(trained);
    }

    @Test
    void withoutARunThereIsNothingToExport() {
        assertThat(model.canExport().get()).isFalse();
        assertThat(model.comparable()).isEmpty();
        look();
        assertThat(model.canExport().get()).isTrue();
        assertThat(model.canCompare().get()).isFalse();
    }

    @Test
    void everyFormatIsWrittenAndCompared() {
        look();
        for (Format format : Format.values()) {
            model.formatProperty().set(format);
            answer = folder.resolve("model." + format.ending());
            model.export();
            assertThat(suggested).isEqualTo("din-001." + format.ending());
            assertThat(model.writtenProperty().get().file()).isEqualTo(answer).exists();
            assertThat(model.writtenProperty().get().check().holds()).isTrue();
            assertThat(model.busyProperty().get()).isFalse();
        }
    }

    @Test
    void aBundleOfOthersIsCheckedAndADamagedOneIsNotShown() throws IOException {
        look();
        answer = folder.resolve("own.ilens");
        model.write(trained, Format.BUNDLE, answer);
        model.chooseBundle();
        assertThat(model.checkedProperty().get().scores()).hasSize(2);
        assertThat(model.checkedProperty().get().model()).isEqualTo("din");
        byte[] bytes = Files.readAllBytes(answer);
        Files.write(answer, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        model.check(answer);
        assertThat(model.checkedProperty().get()).isNull();
        assertThat(errors.shownProperty().get()).isNotNull();
    }

    @Test
    void aReportIsWrittenInTheLanguageOfTheWindow() throws IOException {
        look();
        answer = folder.resolve("report.md");
        model.runReport();
        assertThat(model.reportProperty().get()).isEqualTo(answer);
        assertThat(Files.readString(answer)).startsWith("# Run report");
    }
}
