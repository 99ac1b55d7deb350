package dev.interestlens.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import org.junit.jupiter.api.Test;

class UndoTest {
    @Test
    void changesComeBackNewestFirstAndCanBeDoneAgain() {
        Undo<String> undo = new Undo<>();
        undo.changed("a", "b");
        undo.changed("b", "c");
        assertThat(undo.back()).contains("b");
        assertThat(undo.back()).contains("a");
        assertThat(undo.back()).isEmpty();
        assertThat(undo.again()).contains("b");
        assertThat(undo.again()).contains("c");
        assertThat(undo.again()).isEmpty();
    }

    @Test
    void aNewChangeForgetsWhatWasTakenBack() {
        Undo<String> undo = new Undo<>();
        undo.changed("a", "b");
        undo.back();
        undo.changed("a", "c");
        assertThat(undo.again()).isEmpty();
        assertThat(undo.back()).contains("a");
    }

    @Test
    void digitsOfOneNumberAreOneStepAndAnotherSwitchIsTheNext() {
        Session session = new Session();
        DraftUndo undo = new DraftUndo(session);
        ExperimentConfig first = session.draftProperty().get();
        set(session, "training.epochs=1");
        set(session, "training.epochs=12");
        set(session, "training.batchSize=64");
        undo.back();
        assertThat(session.draftProperty().get().training().length().epochs()).isEqualTo(12);
        undo.back();
        assertThat(session.draftProperty().get()).isEqualTo(first);
        undo.again();
        assertThat(session.draftProperty().get().training().length().epochs()).isEqualTo(12);
    }

    @Test
    void aNumberThatIsTypedBackToWhatItWasIsNoStep() {
        Session session = new Session();
        DraftUndo undo = new DraftUndo(session);
        ExperimentConfig first = session.draftProperty().get();
        int epochs = first.training().length().epochs();
        set(session, "training.batchSize=64");
        set(session, "training.epochs=1");
        set(session, "training.epochs=" + epochs);
        undo.back();
        assertThat(session.draftProperty().get()).isEqualTo(first);
    }

    private static void set(Session session, String setting) {
        session.draftProperty().set(ConfigJson.set(session.draftProperty().get(), setting));
    }
}
