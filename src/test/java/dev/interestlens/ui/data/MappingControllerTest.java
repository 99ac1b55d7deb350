package dev.interestlens.ui.data;

import static dev.interestlens.ui.control.Stages.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.store.Disk;
import dev.interestlens.testing.Hand;
import dev.interestlens.testing.QuickProgram;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.ViewLoader;
import dev.interestlens.ui.common.run.Children;
import dev.interestlens.ui.common.run.ImportRunner;
import dev.interestlens.ui.control.Stages;
import dev.interestlens.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class MappingControllerTest {
    @TempDir
    Path root;

    private final Messages messages = new Messages(Language.ENGLISH);
    private final Hand hand = new Hand();
    private MappingViewModel model;
    private Parent view;

    @Start
    void start(Stage stage) throws IOException {
        Workspace workspace = new Workspace(root.resolve("home")).create(Disk.real());
        ErrorPresenter errors = new ErrorPresenter();
        Background background = Background.inline(errors);
        Session session = new Session();
        ImportRunner imports = new ImportRunner(new Children(
                workspace, QuickProgram.launcher(), background, (period, work) -> () -> {}, session, errors, messages));
        model = new MappingViewModel(workspace, session, background, imports, () -> {});
        view = new ViewLoader(messages).load(new MappingController(model, messages));
        Stages.show(stage, view, 1000, 700);
        model.bring(List.of(Files.writeString(
                root.resolve("log.csv"), "user,item,time,rating\na,x,1700000000,5\na,y,1700000001,2\n")));
    }

    @Test
    void aWrongEntryStaysAsTypedInAnotherLanguage() throws Exception {
        TextField rating = (TextField) view.lookup("#rating");
        ComboBox<?> separator = (ComboBox<?>) view.lookup("#separator");
        hand.click(view.lookup("#more"));
        enter(rating, "abc");
        assertThat(model.refusedProperty().get().field()).isEqualTo("minimumRating");
        fx(() -> messages.language().set(Language.CHINESE));
        assertThat(rating.getText()).isEqualTo("abc");
        assertThat(separator.getEditor().getText()).isEqualTo(messages.text("data.auto"));
        assertThat(model.refusedProperty().get().field()).isEqualTo("minimumRating");
    }

    @Test
    void anUndoneChangeIsShown() throws Exception {
        TextField rating = (TextField) view.lookup("#rating");
        hand.click(view.lookup("#more"));
        enter(rating, "2.5");
        enter(rating, "4");
        fx(() -> model.undo());
        assertThat(rating.getText()).isEqualTo("2.5");
    }

    private void enter(TextField field, String text) throws Exception {
        hand.type(field, text);
        hand.press(KeyCode.ENTER);
    }
}
