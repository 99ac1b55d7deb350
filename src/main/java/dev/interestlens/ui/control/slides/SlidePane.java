package dev.interestlens.ui.control.slides;

import dev.interestlens.figure.Phrase;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Shows slides: Left and Right, the keys of a presenter's remote control, move through all slides; Up and Down to another subject, or with only one
 * subject to the previous or next series; digits to a series; Escape ends it.
 */
public final class SlidePane extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    /** From this height on the type is larger: a sentence fills at least a fortieth of the height, so that it is read from the last row. */
    private static final double LARGE_HEIGHT = 880;

    private static final PseudoClass LARGE = PseudoClass.getPseudoClass("large");

    private final ControlWords words;
    private final Runnable closed;
    private final Label title = Worded.text("", "slide-title");
    private final SlideView picture;
    private final Label sentence = Worded.text("", "slide-sentence");
    private final FlowPane chips = new FlowPane(8, 4);
    private final Label place = Worded.text("", "slide-place");
    private final ChangeListener<List<SlideSeries>> changed = (observed, before, now) -> showSeries();
    private SlideShow show;
    private List<SlideSeries> shown = List.of();
    private int series;
    private int slide;

    /** @param closed called when the slides are closed */
    public SlidePane(ControlWords words, Runnable closed) {
        this.words = words;
        this.closed = closed;
        picture = new SlideView(words);
        getStyleClass().addAll("slide-pane");
        setVisible(false);
        Presence.whileVisible(this);
        for (Label each : List.of(title, sentence)) {
            Worded.wrap(each);
        }
        Presence.withWords(sentence);
        place.setMinWidth(USE_PREF_SIZE);
        VBox.setVgrow(picture, Priority.ALWAYS);
        HBox.setHgrow(chips, Priority.ALWAYS);
        chips.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(16, title, gap, icon("fth-x", "slides.close", closed));
        HBox foot = new HBox(
                12,
                chips,
                icon("fth-chevron-left", "slides.before", () -> step(-1)),
                place,
                icon("fth-chevron-right", "slides.after", () -> step(1)));
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head, sentence, picture, foot);
        heightProperty()
                .addListener(
                        (observed, before, now) -> pseudoClassStateChanged(LARGE, now.doubleValue() >= LARGE_HEIGHT));
        setFocusTraversable(true);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        words.language().addListener(change -> {
            if (isVisible()) {
                showSeries();
            }
        });
    }

    private Button icon(String literal, String key, Runnable action) {
        return Worded.icon(literal, words.bind(key), action, "chip", "icon-chip");
    }

    /** Begins with the first slide. */
    public void open(SlideShow now) {
        close();
        show = now;
        series = 0;
        slide = 0;
        show.series().addListener(changed);
        setVisible(true);
        showSeries();
        requestFocus();
    }

    /** Hides it. */
    public void close() {
        if (show != null) {
            show.series().removeListener(changed);
            show = null;
        }
        setVisible(false);
    }

    private List<SlideSeries> all() {
        return shown;
    }

    private void showSeries() {
        List<SlideSeries> now = show.series().getValue();
        if (now != null && !now.isEmpty()) { // the last subject is shown until the next one is ready
            shown = now;
        }
        series = Math.min(series, all().size() - 1);
        slide = Math.min(slide, all().get(series).slides().size() - 1);
        chips.getChildren().clear();
        for (int i = 0; i < all().size() && all().size() > 1; i++) {
            int at = i;
            Button chip = new Button(text(all().get(i).name()));
            chip.getStyleClass().add("chip");
            chip.pseudoClassStateChanged(SELECTED, i == series);
            chip.setOnAction(event -> {
                go(at, 0);
                requestFocus();
            });
            chips.getChildren().add(chip);
        }
        show();
    }

    private void show() {
        SlideSeries now = all().get(series);
        Slide shown = now.slides().get(slide);
        title.setText(text(shown.title()));
        sentence.setText(text(shown.sentence()));
        picture.show(shown);
        int size = now.slides().size();
        place.setText(size > 1 ? words.text("slides.place", slide + 1, size) : "");
        setAccessibleText(title.getText() + ". " + sentence.getText());
    }

    private String text(Phrase phrase) {
        return phrase.in(words.locale());
    }

    private void go(int toSeries, int toSlide) {
        if (toSeries < 0 || toSeries >= all().size()) {
            return;
        }
        series = toSeries;
        slide = Math.max(0, Math.min(all().get(series).slides().size() - 1, toSlide));
        for (int i = 0; i < chips.getChildren().size(); i++) {
            chips.getChildren().get(i).pseudoClassStateChanged(SELECTED, i == series);
        }
        show();
    }

    /** Moves to the next slide, at the end of a series to the next series. */
    private void step(int by) {
        int to = slide + by;
        if (to < 0) {
            go(series - 1, Integer.MAX_VALUE);
        } else if (to >= all().get(series).slides().size()) {
            go(series + 1, 0);
        } else {
            go(series, to);
        }
    }

    private void another(int by) {
        if (show.hasSubjects()) {
            show.subjects().accept(by);
        } else {
            go(series + by, 0);
        }
    }

    private void key(KeyEvent event) {
        if (show == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case RIGHT, PAGE_DOWN -> step(1);
            case LEFT, PAGE_UP -> step(-1);
            case DOWN -> another(1);
            case UP -> another(-1);
            case HOME -> go(0, 0);
            case END -> go(all().size() - 1, Integer.MAX_VALUE);
            case ESCAPE -> closed.run();
            default -> {
                int digit = event.getText().isEmpty()
                        ? -1
                        : Character.digit(event.getText().charAt(0), 10);
                if (digit < 1) {
                    return;
                }
                go(digit - 1, 0);
            }
        }
        event.consume();
    }
}
