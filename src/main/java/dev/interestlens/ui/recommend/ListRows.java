package dev.interestlens.ui.recommend;

import dev.interestlens.explain.look.Item;
import dev.interestlens.figure.Numerals;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.Worded;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The recommended items, one row each: rank, title, score and the strongest reason; below them those that leave the list. */
final class ListRows {
    private static final double SCORE = 90;
    private static final double REASON = 280;
    private static final PseudoClass TRUE_ITEM = PseudoClass.getPseudoClass("true-item");

    private final VBox rows;
    private final VBox ghosts;
    private final RecommendViewModel model;
    private final Messages messages;
    private final IntConsumer pointed;

    /** @param pointed receives the catalogue index of the item under the pointer, −1 for none */
    ListRows(VBox rows, VBox ghosts, RecommendViewModel model, Messages messages, IntConsumer pointed) {
        this.rows = rows;
        this.ghosts = ghosts;
        this.model = model;
        this.messages = messages;
        this.pointed = pointed;
        ListPictures pictures = new ListPictures(messages);
        new ChartMenu(
                rows,
                messages,
                () -> ListPictures.rows(model.shownProperty().get()),
                () -> pictures.numbers(model.shownProperty().get()));
        ChartMenu.name(rows, () -> messages.text("recommend.slide.list"));
    }

    /** Shows the list, or as it would be without the behaviour under the pointer: arrows for moved items, ghosts for those that leave. */
    void show(Shown now, int without) {
        rows.getChildren().clear();
        ghosts.getChildren().clear();
        if (now == null) {
            return;
        }
        int[] list = now.list().chosen();
        boolean changed = without >= 0
                && now.removals() != null
                && without < now.removals().behaviours();
        int[] order = changed ? now.removals().bestWithout(without, list.length) : list;
        for (int i = 0; i < order.length; i++) {
            int place = order[i];
            double score = changed
                    ? now.removals().score(without, now.removals().indexOf(place))
                    : now.list().score(place);
            rows.getChildren().add(row(now, place, i, changed ? before(now, place) : i, score));
        }
        if (changed) {
            for (int place : now.list().best()) {
                if (Arrays.stream(order).noneMatch(other -> other == place)) {
                    Label ghost = Worded.text(
                            messages.text("recommend.left", now.title(place, messages.locale())), "ghost-row");
                    ghosts.getChildren().add(ghost);
                }
            }
        }
    }

    private static int before(Shown now, int place) {
        int at = -1;
        for (int i = 0; i < now.list().best().length; i++) {
            at = now.list().best()[i] == place ? i : at;
        }
        return at;
    }

    private Node row(Shown now, int place, int at, int before, double score) {
        Item item = now.items().get(place);
        Label rank = Worded.text(String.valueOf(at + 1), "number");
        rank.setMinWidth(26);
        boolean isNew = before < 0;
        Label moved = new Label(isNew || before > at ? "▲" : before < at ? "▼" : "");
        moved.setMinWidth(16);
        Label title = wrapped(item.title().in(messages.locale()));
        Region bar = new Region();
        bar.getStyleClass().add("score-bar");
        double length = SCORE * score;
        bar.setMinSize(length, 8);
        bar.setMaxSize(length, 8);
        HBox room = new HBox(bar);
        room.setAlignment(Pos.CENTER_LEFT);
        room.setMinWidth(SCORE);
        Label value = Worded.text(Numerals.fixed(score, 3), "number");
        value.setMinWidth(44);
        Label kind = wrapped(kind(now, place, isNew));
        kind.getStyleClass().add("note");
        Button why = new Button(reason(now, place));
        why.getStyleClass().addAll("chip", "reason");
        why.setMinWidth(0);
        why.setMaxWidth(REASON);
        why.setTooltip(new Tooltip(why.getText()));
        why.setOnAction(event -> model.explain(item));
        why.setOnMouseEntered(event -> pointed.accept(place));
        why.focusedProperty().addListener(change -> pointed.accept(why.isFocused() ? place : -1));
        VBox lines = new VBox(2, line(title, room, value), line(kind, why));
        HBox.setHgrow(lines, Priority.ALWAYS);
        HBox row = new HBox(8, rank, moved, lines);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("recommend-row");
        row.pseudoClassStateChanged(TRUE_ITEM, place == now.truth());
        row.setOnMouseEntered(event -> pointed.accept(place));
        row.setOnMouseExited(event -> pointed.accept(-1));
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                model.explain(item);
            }
        });
        return row;
    }

    private static Label wrapped(String text) {
        Label label = Worded.wrap(new Label(text));
        label.setMinWidth(0);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private static HBox line(Node... parts) {
        HBox line = new HBox(8, parts);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        return line;
    }

    /** Its category, whether the person had it, and whether it is popular and new in the list. */
    private String kind(Shown now, int place, boolean isNew) {
        String category = now.items().get(place).category().in(messages.locale());
        String popular = Boolean.TRUE.equals(now.popular().get(place)) ? messages.text("recommend.popular") : "";
        String fresh = isNew ? messages.text("recommend.new") : "";
        boolean met = now.list().person().met().contains(now.items().get(place).number());
        String had = met ? messages.text("recommend.had") : "";
        return Stream.of(category, had, popular, fresh)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** The strongest reason with its unit, or a hint while it is not measured. */
    private String reason(Shown now, int place) {
        int best = now.strongest(place);
        return best < 0
                ? messages.text("recommend.explain")
                : messages.text(
                        "recommend.reason",
                        Numerals.signed(now.removals().effects(now.removals().indexOf(place))[best], 2),
                        now.list().person().history().get(best).item().title().in(messages.locale()));
    }
}
