package dev.interestlens.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.ui.control.form.ConfigForm;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Real forms over real records, with the words of the window. */
@ExtendWith(ApplicationExtension.class)
class WrongEntriesTest {
    private final Session session = new Session();
    private final Messages messages = new Messages(Language.ENGLISH);
    private ConfigForm model;
    private ConfigForm protocol;

    @Start
    void start(Stage stage) {
        Refusals refusals = new Refusals(messages);
        model = new ConfigForm(messages, refusals::of);
        protocol = new ConfigForm(messages, refusals::of);
        session.wrongEntries().follow(Session.Goal.MODEL, model);
        session.wrongEntries().follow(Session.Goal.DATA, protocol);
        Predicate<String> all = name -> true;
        model.show((Record) ModelCatalog.family("din").preset(Preset.QUICK), "model.din", record -> all, null);
        protocol.show(ProtocolConfig.defaults(), "protocol", record -> all, null);
    }

    private static <T> T fx(Supplier<T> work) {
        return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(work::get));
    }

    private static String type(ConfigForm form, String field, String text) {
        return fx(() -> {
            ((TextField) form.field(field).orElseThrow().editor()).setText(text);
            return form.field(field).orElseThrow().error();
        });
    }

    @Test
    void aRefusalNamesTheFieldAsTheFormDoesWhatWasGivenAndWhatIsAllowed() {
        assertThat(type(model, "embeddingSize", "-5"))
                .isEqualTo("Item embedding is -5, but must lie between 1 and 1024.");
        assertThat(type(model, "head.hidden", "1-2-3-4-5-6-7-8-9"))
                .isEqualTo("Hidden layers has 9 widths, but at most 8 layers work.");
        assertThat(type(protocol, "history.maxLength", "0")).isEqualTo("Longest history is 0, but must be ≥ 1.");
        assertThat(type(protocol, "history.minimum", "1.5"))
                .isEqualTo("Shortest history takes a whole number, such as 64; \"1.5\" cannot be used.");
    }

    @Test
    void errorsThatAreShownAreTranslatedWithTheWindow() {
        type(model, "embeddingSize", "-5");
        String chinese = fx(() -> {
            messages.language().set(Language.CHINESE);
            return model.field("embeddingSize").orElseThrow().error();
        });
        assertThat(chinese).contains("必须在 1 与 1024 之间").doesNotContain("embeddingSize");
    }

    @Test
    void entriesOfAllFormsAreKnownWithTheirScreen() {
        type(model, "head.dropout", "2");
        type(protocol, "history.maxLength", "0");
        assertThat(session.wrongEntries().all())
                .extracting(WrongEntries.Entry::screen)
                .containsExactly(Session.Goal.MODEL, Session.Goal.DATA);
        assertThat(session.wrongEntries().all().get(0).name().get()).isEqualTo("Head: Dropout");
        type(model, "head.dropout", "0.2");
        type(protocol, "history.maxLength", "20");
        assertThat(session.wrongEntries().all()).isEmpty();
    }

    @Test
    void theKeyOfUndoingTakesAWrongEntryOfTheScreenBackBeforeAnyStepAndNothingElse() {
        DraftUndo undo = new DraftUndo(session);
        VBox screen = fx(() -> new VBox(model));
        fx(() -> undo.on(Session.Goal.MODEL, screen));
        var first = session.draftProperty().get();
        session.draftProperty().set(ConfigJson.set(first, "training.epochs=3"));
        type(model, "embeddingSize", "-5");
        type(model, "head.dropout", "2");
        back();
        assertThat(session.wrongEntries().all())
                .extracting(entry -> entry.name().get())
                .containsExactly("Item embedding");
        back();
        assertThat(session.wrongEntries().all()).isEmpty();
        assertThat(session.draftProperty().get().training().length().epochs()).isEqualTo(3);
        back();
        assertThat(session.draftProperty().get()).isEqualTo(first);
    }

    /** The key, pressed in a text field of the form. */
    private void back() {
        fx(() -> {
            model.field("embeddingSize")
                    .orElseThrow()
                    .editor()
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.Z, false, true, false, false));
            return null;
        });
    }
}
