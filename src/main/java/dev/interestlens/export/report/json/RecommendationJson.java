package dev.interestlens.export.report.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.explain.look.Item;
import dev.interestlens.explain.words.Text;
import dev.interestlens.recommend.ListSentence;
import dev.interestlens.recommend.Recommendation;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Json;
import java.util.Map;

/**
 * Recommendations to one person as JSON: {@code user, at, history, recommendations[{rank, item, title, category, score, logit, popularity,
 * reasons[{item, title, effect}], leads}], trueItem{item, rank, seen}, sentence{en, zh}}. What is not known is null. The mark of its data set,
 * {@link dev.interestlens.data.DatasetInfo#mark}, stands first.
 */
public final class RecommendationJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RecommendationJson() {}

    public static ObjectNode tree(Recommendation recommendation, Map<String, String> mark) {
        ObjectNode tree = JSON.objectNode();
        mark.forEach(tree::put);
        tree.put("user", recommendation.person().name()).put("at", recommendation.at());
        tree.set("history", ExplanationJson.array(recommendation.person().history(), each -> item(each.item())));
        tree.set("recommendations", ExplanationJson.array(recommendation.entries(), RecommendationJson::entry));
        recommendation
                .truth()
                .ifPresentOrElse(truth -> tree.set("trueItem", truth(truth)), () -> tree.putNull("trueItem"));
        recommendation
                .sentence()
                .ifPresentOrElse(sentence -> tree.set("sentence", sentence(sentence)), () -> tree.putNull("sentence"));
        return Json.finite(tree);
    }

    /** Of a person for whom nothing can be recommended. */
    public static ObjectNode refused(String user, String note, Map<String, String> mark) {
        ObjectNode tree = JSON.objectNode();
        mark.forEach(tree::put);
        return tree.put("user", user).put("note", note);
    }

    private static ObjectNode item(Item item) {
        return JSON.objectNode()
                .put("item", item.id())
                .put("title", item.title().en());
    }

    private static ObjectNode entry(Recommendation.Entry entry) {
        ObjectNode node = JSON.objectNode().put("rank", entry.rank());
        node.setAll(item(entry.item()));
        node.put("titleZh", entry.item().title().zh())
                .put("category", entry.item().category().en())
                .put("score", entry.score())
                .put("logit", entry.logit())
                .put("popularity", entry.popularity())
                .set("reasons", ExplanationJson.array(entry.reasons(), reason -> item(reason.item())
                        .put("effect", reason.effect())
                        .put("effectByTable", reason.byTable())));
        return node.put("leads", entry.leads().map(EnumNames::lower).orElse(null));
    }

    /** A rank of null: the item does not occur in training, so that it could not be recommended. */
    private static ObjectNode truth(Recommendation.Truth truth) {
        ObjectNode node = item(truth.item()).put("seen", truth.seen());
        return truth.rank() > 0 ? node.put("rank", truth.rank()) : node.putNull("rank");
    }

    private static ObjectNode sentence(ListSentence sentence) {
        Text text = sentence.text();
        ObjectNode node = JSON.objectNode().put("en", text.en()).put("zh", text.zh());
        node.put("kind", EnumNames.lower(sentence.template())).put("template", EnumNames.lower(sentence.template()));
        return node.set("named", Json.finite(sentence.named()));
    }
}
