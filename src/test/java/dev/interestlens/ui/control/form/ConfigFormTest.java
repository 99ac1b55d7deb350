package dev.interestlens.ui.control.form;

import static dev.interestlens.ui.control.Stages.fx;
import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interestlens.testing.Hand;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.Stages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ConfigFormTest {
    enum Kind {
        PLAIN,
        FANCY
    }

    record Head(List<Integer> hidden, double dropout) {
        Head {
            if (dropout >= 1) {
                throw new IllegalArgumentException("head.dropout");
            }
            if (hidden.size() > 3) {
                throw new IllegalArgumentException("head.hidden");
            }
        }
    }

    record Config(Kind kind, boolean bias, int size, Head head) {}

    record Flat(@JsonUnwrapped Head head, int size) {}

    private static final Config USUAL = new Config(Kind.PLAIN, true, 16, new Head(List.of(80, 40), 0.1));

    private static final SimpleObjectProperty<String> LANGUAGE = new SimpleObjectProperty<>("en");

    /** Every key is its own text, with what it is filled with behind it; of the fields, only those of the head have words. */
    private static final ControlWords KEYS = new ControlWords() {
        @Override
        public Locale locale() {
            return Locale.ENGLISH;
        }

        @Override
        public String text(String key, Object... arguments) {
            return arguments.length == 0 ? key : key + List.of(arguments);
        }

        @Override
        public Optional<String> find(String key) {
            return key.startsWith("model.head.") && !key.endsWith(".help") ? Optional.of(key) : Optional.empty();
        }

        @Override
        public ObservableValue<?> language() {
            return LANGUAGE;
        }
    };

    private final Hand hand = new Hand();
    private ConfigForm form;

    @Start
    void start(Stage stage) {
        form = new ConfigForm(
                KEYS,
                refused ->
                        new ConfigForm.Refusal(refused.getMessage(), label -> label + ": too much, " + LANGUAGE.get()));
        form.show(USUAL, "model", ConfigFormTest::shown, USUAL);
        Stages.show(stage, form, 420, 600);
    }

    private static Predicate<String> shown(Record config) {
        return name -> !name.equals("size") || ((Config) config).kind() == Kind.FANCY;
    }

    @Test
    void aFieldWithoutWordsIsCalledByItsName() {
        assertThat(form.name("size")).isEqualTo("size");
        assertThat(form.name("head.hidden")).isEqualTo("model.head.hidden");
    }

    @Test
    void fieldsOfAFlattenedPartAreKnownWithoutItsName() {
        RecordForm known = new RecordForm(Flat.class);
        Flat flat = new Flat(USUAL.head(), 16);
        assertThat(known.values(flat)).containsOnlyKeys("hidden", "dropout", "size");
        assertThat(known.fields()).extracting(RecordForm.Field::name).containsExactly("hidden", "dropout", "size");
        assertThat(known.record(known.values(flat))).isEqualTo(flat);
    }

    @Test
    void whatIsShownIsWhatComesBack() {
        assertThat(form.valueProperty().get()).isEqualTo(USUAL);
    }

    @Test
    void everyKindOfFieldMakesANewRecord() throws Exception {
        type("head.hidden", "200-80");
        type("head.dropout", "0.25");
        fx(() -> {
            ((ToggleSwitch) form.field("bias").orElseThrow().editor()).setSelected(false);
            choice().setValue(Kind.FANCY);
        });
        type("size", "32");
        assertThat(form.valueProperty().get())
                .isEqualTo(new Config(Kind.FANCY, false, 32, new Head(List.of(200, 80), 0.25)));
    }

    @Test
    void aRefusedValueIsNamedBesideItsFieldAndTheLastGoodRecordStays() throws Exception {
        type("head.dropout", "1.5");
        assertThat(form.field("head.dropout").orElseThrow().error()).isEqualTo("model.head.dropout: too much, en");
        assertThat(form.wrong()).extracting(ConfigForm.Wrong::field).containsExactly("head.dropout");
        assertThat(form.valueProperty().get()).isEqualTo(USUAL);
        type("head.dropout", "0.5");
        assertThat(form.field("head.dropout").orElseThrow().error()).isEmpty();
        assertThat(form.wrong()).isEmpty();
    }

    @Test
    void anErrorMovesNoField() throws Exception {
        double before = place("head.dropout");
        type("head.hidden", "80-x");
        assertThat(form.field("head.hidden").orElseThrow().error()).isNotEmpty();
        assertThat(place("head.dropout")).isEqualTo(before);
    }

    private double place(String name) throws Exception {
        double[] y = new double[1];
        fx(() -> {
            form.applyCss();
            form.layout();
            y[0] = text(name).localToScene(0, 0).getY();
        });
        return y[0];
    }

    @Test
    void textThatIsNoNumberSaysWhatIsWanted() throws Exception {
        type("head.hidden", "80-x");
        assertThat(form.field("head.hidden").orElseThrow().error())
                .isEqualTo("control.form.unreadable[model.head.hidden, control.form.widths, 80-x]");
        type("head.dropout", "");
        assertThat(form.field("head.dropout").orElseThrow().error())
                .isEqualTo("control.form.empty[model.head.dropout, control.form.number]");
    }

    @Test
    void everyFieldKeepsItsOwnErrorAndTheOthersCountAllTheSame() throws Exception {
        type("head.dropout", "1.5");
        type("head.hidden", "80-x");
        fx(() -> choice().setValue(Kind.FANCY));
        type("size", "32");
        assertThat(form.field("head.dropout").orElseThrow().error()).isNotEmpty();
        assertThat(form.field("head.hidden").orElseThrow().error()).isNotEmpty();
        assertThat(form.valueProperty().get()).isEqualTo(new Config(Kind.FANCY, true, 32, USUAL.head()));
    }

    @Test
    void twoRefusedFieldsAreBothMarked() throws Exception {
        type("head.hidden", "1-2-3-4");
        type("head.dropout", "1.5");
        assertThat(form.wrong()).extracting(ConfigForm.Wrong::field).containsExactly("head.hidden", "head.dropout");
    }

    @Test
    void anEntryThatIsTakenBackShowsTheValueFromBeforeItWasTyped() throws Exception {
        type("head.dropout", "0");
        type("head.dropout", "");
        type("head.dropout", "x");
        assertThat(form.valueProperty().get()).isEqualTo(USUAL);
        fx(() -> form.wrong().get(0).takeBack().run());
        assertThat(text("head.dropout").getText()).isEqualTo("0.1");
        assertThat(form.wrong()).isEmpty();
    }

    @Test
    void aRecordThatIsShownLeavesAloneWhatIsTypedInFieldsThatItDoesNotChange() throws Exception {
        type("head.dropout", "x");
        fx(() -> form.show(new Config(Kind.PLAIN, false, 16, USUAL.head()), "model", ConfigFormTest::shown, USUAL));
        assertThat(text("head.dropout").getText()).isEqualTo("x");
        assertThat(((ToggleSwitch) form.field("bias").orElseThrow().editor()).isSelected())
                .isFalse();
        assertThat(form.wrong()).hasSize(1);
    }

    @Test
    void aWrongEntryInAFieldThatLosesItsMeaningIsTakenBack() throws Exception {
        fx(() -> choice().setValue(Kind.FANCY));
        type("size", "x");
        fx(() -> choice().setValue(Kind.PLAIN));
        assertThat(form.wrong()).isEmpty();
        assertThat(text("size").getText()).isEqualTo("16");
    }

    @Test
    void errorsFollowTheLanguage() throws Exception {
        type("head.dropout", "1.5");
        fx(() -> LANGUAGE.set("zh"));
        assertThat(form.field("head.dropout").orElseThrow().error()).endsWith("zh");
        fx(() -> LANGUAGE.set("en"));
    }

    @Test
    void fieldsWithoutMeaningAreHidden() throws Exception {
        assertThat(form.field("size").orElseThrow().isVisible()).isFalse();
        fx(() -> choice().setValue(Kind.FANCY));
        assertThat(form.field("size").orElseThrow().isVisible()).isTrue();
    }

    @SuppressWarnings("unchecked") // the form makes the box for this enum
    private ChoiceBox<Object> choice() {
        return (ChoiceBox<Object>) form.field("kind").orElseThrow().editor();
    }

    private void type(String name, String text) throws Exception {
        hand.type(text(name), text);
    }

    private TextField text(String name) {
        return (TextField) form.field(name).orElseThrow().editor();
    }

    record Placed(String device, int size) {}

    @Test
    void aTextWithOffersIsChosenFromThoseThatTheMachineNamesWhenAsked() throws Exception {
        ObservableList<ConfigForm.Offer> offers = FXCollections.observableArrayList();
        ComboBox<?> box = fx(() -> {
            ConfigForm placed =
                    new ConfigForm(KEYS, thrown -> new ConfigForm.Refusal("", label -> thrown.getMessage()));
            placed.offer(
                    "device",
                    offers,
                    () -> offers.setAll(
                            new ConfigForm.Offer("cpu", true, ""), new ConfigForm.Offer("gpu0", false, "natives")));
            placed.show(new Placed("cpu", 1), "training", record -> name -> true, null);
            ComboBox<?> editor =
                    (ComboBox<?>) placed.field("device").orElseThrow().editor();
            editor.getOnShowing().handle(null);
            form = placed;
            return editor;
        });

        assertThat(box.getItems()).hasToString("[cpu, gpu0]");
        fx(() -> {
            box.getSelectionModel().select(1);
            return null;
        });
        assertThat(((Placed) form.valueProperty().get()).device()).isEqualTo("gpu0");
    }
}
