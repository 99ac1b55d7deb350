package dev.interestlens.ui.recommend;

import dev.interestlens.recommend.ListCharacter;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Worded;
import java.util.Locale;
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
        say("recommend.character.popular", number("%.0f", is.popularity()), shown(is.historyPopularity()));
        say("recommend.character.head", number("%.0f", 100 * is.head()), percent(is.historyHead()));
        say("recommend.character.alike", number("%.2f", is.alike()), number("%.2f", is.alikeRandom()));
        StringBuilder kinds = new StringBuilder();
        is.categories().entrySet().stream().limit(5).forEach(each -> kinds.append(kinds.isEmpty() ? "" : " · ")
                .append(nameOf(each.getKey()))
                .append(number(" %.0f %%", 100 * each.getValue()[0]))
                .append(number(" (%.0f %%)", 100 * each.getValue()[1])));
        if (!kinds.isEmpty()) {
            say("recommend.character.categories", kinds);
        }
        if (now.sharing() != null && now.sharing().users() > 0) {
            say(
                    "recommend.character.sharing",
                    now.sharing().users(),
                    now.sharing().same(),
                    number("%.1f", now.sharing().shared()),
                    now.list().size());
        }
    }

    private static String shown(double value) {
        return Double.isNaN(value) ? "—" : number("%.0f", value);
    }

    private static String percent(double value) {
        return Double.isNaN(value) ? "—" : number("%.0f", 100 * value) + " %";
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

    private static String number(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
