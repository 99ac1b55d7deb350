package dev.interestlens.export.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.effect.Agreement;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.FieldEffect;
import dev.interestlens.explain.effect.GroupEffect;
import dev.interestlens.explain.effect.ReadReport;
import dev.interestlens.explain.effect.RemovalCurves;
import dev.interestlens.explain.effect.Standing;
import dev.interestlens.explain.look.Behaviour;
import dev.interestlens.explain.look.HistoryRow;
import dev.interestlens.explain.look.Item;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.sentence.Sentence;
import dev.interestlens.figure.Phrase;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Json;
import java.util.List;
import java.util.Locale;

/**
 * An explanation as JSON. Other programs rely on {@code score, label, candidate, history, fields, whole, level, groups, reasonsOfLook, matrices,
 * agreement, sentence} and the fields in them; what is undefined is null.
 */
public final class ExplanationJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ExplanationJson() {}

    public static ObjectNode tree(Explanation explanation, Provenance provenance) {
        ObjectNode tree = JSON.objectNode();
        number(tree, "score", explanation.score());
        number(tree, "logit", explanation.looked().logit());
        number(tree, "label", explanation.impression().label());
        tree.put("user", explanation.impression().userKey());
        tree.set("candidate", item(JSON.objectNode(), explanation.impression().candidate()));
        tree.put("lookKind", EnumNames.lower(explanation.looked().kind()));
        number(tree, "historyEffect", explanation.effects().historyEffect());
        tree.set("whole", whole(explanation.effects()));
        tree.set("level", level(explanation.sentence().standing()));
        tree.set("reading", reading(explanation));
        ArrayNode history = tree.putArray("history");
        for (int j = 0; j < explanation.history().size(); j++) {
            history.add(read(row(explanation.history().get(j)), explanation.read(), j));
        }
        number(tree, "attentionMatters", explanation.effects().attentionMatters());
        ArrayNode fields = tree.putArray("fields");
        explanation.effects().fields().forEach(field -> fields.add(field(field)));
        ArrayNode groups = tree.putArray("groups");
        explanation.effects().groups().forEach(group -> groups.add(group(group)));
        tree.set("reasonsOfLook", ReasonJson.of(explanation.reasons()));
        ArrayNode attentions = tree.putArray("attentions");
        explanation.looked().heads().forEach(head -> attentions.add(numbers(head)));
        ArrayNode matrices = tree.putArray("matrices");
        explanation.looked().matrices().forEach(matrix -> matrices.add(matrix(matrix)));
        ArrayNode panels = tree.putArray("panels");
        explanation.panels().forEach(panel -> panels.add(PanelJson.of(panel)));
        tree.set("agreement", agreement(explanation.agreement()));
        tree.set("sentence", sentence(explanation.sentence()));
        tree.set("curves", curves(explanation.curves()));
        tree.set("source", Json.finite(provenance));
        return tree;
    }

    private static ObjectNode item(ObjectNode node, Item item) {
        return node.put("id", item.id())
                .put("title", item.title().en())
                .put("titleZh", item.title().zh())
                .put("category", item.category().en());
    }

    /** The whole history: the score and the logit without it, and z(H) − z(∅). */
    private static ObjectNode whole(Effects effects) {
        ObjectNode node = JSON.objectNode();
        number(node, "scoreWithout", effects.emptyScore());
        number(node, "logitWithout", effects.emptyLogit());
        number(node, "effect", effects.historyEffect());
        return node;
    }

    /**
     * The rank among the candidate and random items that are new to its user, with the whole history and without any: high is the best quarter, low
     * the last; unknown where there are too few items. Then by how much the item and the history set the logit apart from those of these items.
     */
    private static ObjectNode level(Standing standing) {
        ObjectNode node = JSON.objectNode()
                .put("kind", EnumNames.lower(standing.level()))
                .put("against", "randomItems")
                .put("rank", standing.with().rank())
                .put("among", standing.among())
                .put("kindWithout", EnumNames.lower(standing.levelWithout()))
                .put("rankWithout", standing.without().rank());
        node.set("item", Json.finite(standing.item()));
        node.set("history", Json.finite(standing.history()));
        return node.put("leads", EnumNames.lower(standing.lead()));
    }

    /** What is read: the number of behaviours, their share of attention if everything were read, and the score then. */
    private static ObjectNode reading(Explanation explanation) {
        ReadReport report = explanation.read();
        ObjectNode node = JSON.objectNode();
        node.put("kind", EnumNames.lower(report.config().kind()));
        node.put("read", report.read());
        node.put("of", report.of());
        number(node, "share", report.share());
        number(node, "scoreAll", report.allScore());
        number(node, "logitAll", report.allLogit());
        node.put("en", report.line(explanation.score()).en());
        node.put("zh", report.line(explanation.score()).zh());
        return node;
    }

    /** Why a behaviour is read or not; one that is not read has an Effect of 0. */
    private static ObjectNode read(ObjectNode node, ReadReport report, int behaviour) {
        node.put("read", EnumNames.lower(report.states().get(behaviour)));
        node.put("rank", report.ranks()[behaviour]);
        node.put("reason", report.reason(behaviour).en());
        node.put("reasonZh", report.reason(behaviour).zh());
        if (report.frozen().length > 0) {
            number(node, "effectFrozen", report.frozen()[behaviour]);
        }
        return node;
    }

    private static ObjectNode row(HistoryRow row) {
        ObjectNode node = JSON.objectNode();
        node.put("position", row.behaviour().position());
        item(node, row.behaviour().item());
        if (row.behaviour().time() == Behaviour.UNTIMED) {
            node.putNull("time");
        } else {
            node.put("time", row.behaviour().time());
        }
        number(node, "look", row.look());
        number(node, "effect", row.effect());
        number(node, "points", row.points());
        return node;
    }

    /** The effect of a field beside the history: z(x) minus its mean over the values of the training data, and minus z with the field unknown. */
    private static ObjectNode field(FieldEffect field) {
        ObjectNode node = JSON.objectNode();
        node.put("side", EnumNames.lower(field.side())).put("name", field.name());
        node.put("value", field.value().en());
        number(node, "effect", field.effect());
        number(node, "standardError", field.standardError());
        number(node, "everywhere", field.everywhere());
        number(node, "againstUnknown", field.unknown());
        node.put("values", field.values());
        node.put("exact", field.exact());
        return node;
    }

    /** Behaviours that were removed together, compared with random removals of as many. */
    private static ObjectNode group(GroupEffect of) {
        ObjectNode node = JSON.objectNode()
                .put("kind", EnumNames.lower(of.group().kind()))
                .put("name", of.group().name().en())
                .put("nameZh", of.group().name().zh());
        ArrayNode positions = node.putArray("positions");
        of.group().positions().forEach(positions::add);
        number(node, "effect", of.effect());
        number(node, "points", of.points());
        number(node, "sumOfSingles", of.singles());
        number(node, "largestSingle", of.largestSingle());
        number(node, "randomMean", of.random().mean());
        number(node, "randomLow", of.random().low());
        number(node, "randomHigh", of.random().high());
        number(node, "besideLow", of.beside().low());
        number(node, "besideHigh", of.beside().high());
        return node.put("standsOut", of.standsOut()).put("redundant", of.redundant());
    }

    static ObjectNode matrix(HeatMatrix matrix) {
        ObjectNode node = JSON.objectNode();
        node.put("name", matrix.name());
        node.put("title", matrix.title().en());
        node.putArray("axes")
                .add(EnumNames.lower(matrix.rows().kind()))
                .add(EnumNames.lower(matrix.columns().kind()));
        node.set("rowLabels", labels(matrix.rows().labels()));
        node.set("columnLabels", labels(matrix.columns().labels()));
        node.put("scale", EnumNames.lower(matrix.scale()));
        ArrayNode values = node.putArray("values");
        for (int row = 0; row < matrix.rows().size(); row++) {
            ArrayNode numbers = values.addArray();
            for (int column = 0; column < matrix.columns().size(); column++) {
                double value = matrix.value(row, column);
                numbers.add(Double.isFinite(value) ? JSON.numberNode(value) : JSON.nullNode());
            }
        }
        return node;
    }

    static ArrayNode labels(List<? extends Phrase> all) {
        ArrayNode labels = JSON.arrayNode();
        all.forEach(each -> labels.add(each.in(Locale.ENGLISH)));
        return labels;
    }

    private static ObjectNode agreement(Agreement agreement) {
        ObjectNode node = JSON.objectNode();
        node.put("badge", EnumNames.lower(agreement.badge()));
        node.put("behaviours", agreement.behaviours());
        number(node, "effectFound", agreement.found().share());
        number(node, "effectLargest", agreement.found().largest());
        node.put("largestLookedAtMost", agreement.found().first());
        number(node, "tau", agreement.tau());
        number(node, "tauNullDeviation", agreement.nullDeviation());
        number(node, "tauUntrained", agreement.untrainedTau());
        number(node, "top3Overlap", agreement.topOverlap());
        number(node, "top3OverlapRandom", agreement.randomOverlap());
        number(node, "top3Against", agreement.topAgainst());
        node.put("signConflict", agreement.signConflict());
        number(node, "orderSkill", agreement.orderSkill());
        return node;
    }

    private static ObjectNode sentence(Sentence sentence) {
        ObjectNode node = JSON.objectNode();
        node.put("en", sentence.text().en());
        node.put("zh", sentence.text().zh());
        node.put("kind", EnumNames.lower(sentence.template()));
        node.put("template", EnumNames.lower(sentence.template()));
        ArrayNode named = node.putArray("named");
        sentence.named().forEach(named::add);
        number(node, "from", sentence.from());
        number(node, "to", sentence.to());
        ArrayNode groups = node.putArray("groups");
        sentence.groups().forEach(each -> groups.add(each.group().name().en()));
        return node;
    }

    private static ObjectNode curves(RemovalCurves curves) {
        ObjectNode node = JSON.objectNode();
        node.set("look", Json.finite(curves.look()));
        node.set("effect", Json.finite(curves.effect()));
        ObjectNode random = node.putObject("random");
        random.set("deletion", numbers(curves.randomDeletion()));
        number(random, "deletionArea", curves.randomDeletionArea());
        return node;
    }

    static ArrayNode numbers(double[] values) {
        ArrayNode numbers = JSON.arrayNode();
        for (double value : values) {
            numbers.add(Double.isFinite(value) ? JSON.numberNode(value) : JSON.nullNode());
        }
        return numbers;
    }

    static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
