package dev.interestlens.ui.recommend;

import dev.interestlens.figure.Numerals;
import dev.interestlens.recommend.ListCharacter;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Worded;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Properties of a list, one line per metric: popularity, similarity, categories, and how many other users get the same list. */
record CharacterLines(VBox lines, RecommendViewModel model, Messages messages) {
    void show(Shown now) {
        lines.getChildren().clear();
        if (now == null || now.character() == null) {
            return;
        }
        ListCharacter is = now.character();
        sayReason(now);
        say(
                "recommend.character.popular",
                Numerals.plain(is.popularity(), 0),
                Numerals.plain(is.historyPopularity(), 0));
        say("recommend.character.head", Numerals.plain(100 * is.head(), 0), percent(is.historyHead()));
        say("recommend.character.alike", Numerals.plain(is.alike(), 2), Numerals.plain(is.alikeRandom(), 2));
        StringBuilder kinds = new StringBuilder();
        is.categories().entrySet().stream().limit(5).forEach(each -> kinds.append(kinds.isEmpty() ? "" : " · ")
                .append(nameOf(each.getKey()))
                .append(' ')
                .append(percent(each.getValue()[0]))
                .append(" (")
                .append(percent(each.getValue()[1]))
                .append(')'));
        if (!kinds.isEmpty()) {
            say("recommend.character.categories", kinds);
        }
        if (now.sharing() != null && now.sharing().users() > 0) {
            say(
                    "recommend.character.sharing",
                    now.sharing().users(),
                    now.sharing().same(),
                    Numerals.plain(now.sharing().shared(), 1),
                    now.list().size());
        }
    }

    /** Where several items have one strongest reason. */
    private void sayReason(Shown now) {
        Map<Integer, Long> counts = IntStream.of(now.list().chosen())
                .map(now::strongest)
                .filter(behaviour -> behaviour >= 0)
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        counts.entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue()
                        .thenComparing(Map.Entry.<Integer, Long>comparingByKey()))
                .filter(most -> most.getValue() > 1)
                .ifPresent(most -> say(
                        "recommend.character.reason",
                        now.list().size(),
                        most.getValue(),
                        now.list()
                                .person()
                                .history()
                                .get(most.getKey())
                                .item()
                                .title()
                                .in(messages.locale())));
    }

    private static String percent(double value) {
        return Numerals.plain(100 * value, 0) + (Double.isNaN(value) ? "" : " %");
    }

    private String nameOf(int id) {
        return model.categories().stream()
                .filter(each -> each.id() == id)
                .map(each -> each.name().in(messages.locale()))
                .findFirst()
                .orElse("");
    }

    private void say(String key, Object... values) {
        Label line = Worded.wrap(new Label(messages.text(key, values)));
        lines.getChildren().add(line);
    }
}
