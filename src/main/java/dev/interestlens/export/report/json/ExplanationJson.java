package dev.interestlens.export.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.effect.Agreement;
import dev.interestlens.explain.effect.Earned;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.FieldEffect;
import dev.interestlens.explain.effect.GroupEffect;
import dev.interestlens.explain.effect.ReadReport;
import dev.interestlens.explain.effect.RemovalCurves;
import dev.interestlens.explain.effect.SmallestChange;
import dev.interestlens.explain.effect.SmallestSets;
import dev.interestlens.explain.effect.Standing;
import dev.interestlens.explain.look.Behaviour;
import dev.interestlens.explain.look.HistoryRow;
import dev.interestlens.explain.look.Item;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.sentence.Sentence;
import dev.interestlens.figure.Phrase;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Json;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * An explanation as JSON. Other programs rely on {@code score, label, candidate, history, fields, whole, level, groups, reasonsOfLook, matrices,
 * agreement, sentence, smallest} and the fields in them; what is undefined is null.
 */
public final class ExplanationJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ExplanationJson() {}

    public static ObjectNode tree(Explanation explanation, Provenance provenance) {
        ObjectNode tree = JSON.objectNode();
        tree.put("score", explanation.score());
        tree.put("logit", explanation.looked().logit());
        tree.put("label", explanation.impression().label());
        tree.put("user", explanation.impression().userKey());
        tree.set("candidate", item(JSON.objectNode(), explanation.impression().candidate()));
        tree.put("lookKind", EnumNames.lower(explanation.looked().kind()));
        tree.put("historyEffect", explanation.effects().historyEffect());
        tree.set("whole", whole(explanation.effects()));
        tree.set("level", level(explanation.sentence().standing()));
        tree.set("reading", reading(explanation));
        ArrayNode history = tree.putArray("history");
        explanation.history().forEach(row -> history.add(read(row(row), explanation.read(), history.size())));
        tree.put("attentionMatters", explanation.effects().attentionMatters());
        tree.set("fields", array(explanation.effects().fields(), ExplanationJson::field));
        tree.set("groups", array(explanation.effects().groups(), ExplanationJson::group));
        tree.set("reasonsOfLook", ReasonJson.of(explanation.reasons()));
        tree.set("attentions", array(explanation.looked().heads(), Json::finite));
        tree.set("matrices", array(explanation.looked().matrices(), ExplanationJson::matrix));
        tree.set("panels", array(explanation.panels(), PanelJson::of));
        tree.set("agreement", agreement(explanation.agreement()));
        tree.set("sentence", sentence(explanation.sentence()));
        if (explanation.smallest() != null) {
            tree.set("smallest", smallest(explanation.smallest()));
        }
        tree.set("curves", curves(explanation.curves()));
        tree.set("source", Json.finite(provenance));
        return Json.finite(tree);
    }

    /** The fewest behaviours whose removal carries the score past a threshold: all sets of that size that were found, the furthest first. */
    private static ObjectNode smallest(SmallestChange change) {
        SmallestSets.Found found = change.found();
        ObjectNode node = JSON.objectNode().put("threshold", change.threshold());
        node.put("size", found.sets().isEmpty() ? null : found.size())
                .put("proven", found.proven())
                .put("exhausted", found.exhausted())
                .put("tried", found.tried());
        node.set("sets", Json.finite(found.sets()));
        return node.put("score", change.to());
    }

    private static ObjectNode item(ObjectNode node, Item item) {
        return node.put("id", item.id())
                .put("title", item.title().en())
                .put("titleZh", item.title().zh())
                .put("category", item.category().en());
    }

    /** The whole history: the score and the logit without it, and z(H) − z(∅). */
    private static ObjectNode whole(Effects effects) {
        return JSON.objectNode()
                .put("scoreWithout", effects.emptyScore())
                .put("logitWithout", effects.emptyLogit())
                .put("effect", effects.historyEffect());
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
        return JSON.objectNode()
                .put("kind", EnumNames.lower(report.config().kind()))
                .put("read", report.read())
                .put("of", report.of())
                .put("share", report.share())
                .put("scoreAll", report.allScore())
                .put("logitAll", report.allLogit())
                .put("en", report.line(explanation.score()).en())
                .put("zh", report.line(explanation.score()).zh());
    }

    /** Why a behaviour is read or not; one that is not read has an Effect of 0. */
    private static ObjectNode read(ObjectNode node, ReadReport report, int behaviour) {
        node.put("read", EnumNames.lower(report.states().get(behaviour)))
                .put("rank", report.ranks()[behaviour])
                .put("reason", report.reason(behaviour).en())
                .put("reasonZh", report.reason(behaviour).zh());
        return report.frozen().length > 0 ? node.put("effectFrozen", report.frozen()[behaviour]) : node;
    }

    private static ObjectNode row(HistoryRow row) {
        Behaviour behaviour = row.behaviour();
        return item(JSON.objectNode().put("position", behaviour.position()), behaviour.item())
                .put("time", behaviour.time() == Behaviour.UNTIMED ? null : behaviour.time())
                .put("look", row.look())
                .put("effect", row.effect())
                .put("effectByTable", row.byTable())
                .put("points", row.points());
    }

    /** The effect of a field beside the history: z(x) minus its mean over the values of the training data, and minus z with the field unknown. */
    private static ObjectNode field(FieldEffect field) {
        return JSON.objectNode()
                .put("side", EnumNames.lower(field.side()))
                .put("name", field.name())
                .put("value", field.value().en())
                .put("effect", field.effect())
                .put("standardError", field.standardError())
                .put("everywhere", field.everywhere())
                .put("againstUnknown", field.unknown())
                .put("values", field.values())
                .put("exact", field.exact());
    }

    /** Behaviours that were removed together, compared with random removals of as many. */
    private static ObjectNode group(GroupEffect of) {
        ObjectNode node = JSON.objectNode()
                .put("kind", EnumNames.lower(of.group().kind()))
                .put("name", of.group().name().en())
                .put("nameZh", of.group().name().zh());
        node.set("positions", Json.finite(of.group().positions()));
        return node.put("effect", of.effect())
                .put("effectByTable", of.byTable())
                .put("points", of.points())
                .put("sumOfSingles", of.singles())
                .put("largestSingle", of.largestSingle())
                .put("randomMean", of.random().mean())
                .put("randomLow", of.random().low())
                .put("randomHigh", of.random().high())
                .put("besideLow", of.beside().low())
                .put("besideHigh", of.beside().high())
                .put("standsOut", of.standsOut())
                .put("redundant", of.redundant());
    }

    static ObjectNode matrix(HeatMatrix matrix) {
        ObjectNode node = JSON.objectNode()
                .put("name", matrix.name())
                .put("title", matrix.title().en());
        node.putArray("axes")
                .add(EnumNames.lower(matrix.rows().kind()))
                .add(EnumNames.lower(matrix.columns().kind()));
        node.set("rowLabels", labels(matrix.rows().labels()));
        node.set("columnLabels", labels(matrix.columns().labels()));
        node.put("scale", EnumNames.lower(matrix.scale()));
        ArrayNode values = node.putArray("values");
        for (int row = 0; row < matrix.rows().size(); row++) {
            int from = row * matrix.columns().size();
            values.add(Json.finite(Arrays.copyOfRange(
                    matrix.values(), from, from + matrix.columns().size())));
        }
        return node;
    }

    static <T> ArrayNode array(Collection<T> all, Function<T, JsonNode> of) {
        return JSON.arrayNode().addAll(all.stream().map(of).toList());
    }

    static ArrayNode labels(List<? extends Phrase> all) {
        return array(all, each -> JSON.textNode(each.in(Locale.ENGLISH)));
    }

    private static ObjectNode agreement(Agreement agreement) {
        ObjectNode node = JSON.objectNode()
                .put("badge", EnumNames.lower(agreement.badge()))
                .put("behaviours", agreement.behaviours())
                .put("effectOf", agreement.ofAttention() ? "attention" : "all")
                .put("effectFound", agreement.found().share())
                .put("effectLargest", agreement.found().largest())
                .put("largestLookedAtMost", agreement.found().first())
                .put("tau", agreement.tau())
                .put("tauNullDeviation", agreement.nullDeviation())
                .put("tauUntrained", agreement.untrainedTau())
                .put("top3Overlap", agreement.topOverlap())
                .put("top3OverlapRandom", agreement.randomOverlap())
                .put("top3Against", agreement.topAgainst())
                .put("signConflict", agreement.signConflict())
                .put("orderSkill", agreement.orderSkill());
        Earned earned = agreement.earned();
        node.putObject("matchesOnThisLog")
                .put("samples", earned.samples())
                .put("look", earned.look())
                .put("newestFirst", earned.newest())
                .put("untrained", earned.untrained())
                .put("ahead", earned.ahead());
        return node;
    }

    private static ObjectNode sentence(Sentence sentence) {
        ObjectNode node = JSON.objectNode()
                .put("en", sentence.text().en())
                .put("zh", sentence.text().zh())
                .put("kind", EnumNames.lower(sentence.template()))
                .put("template", EnumNames.lower(sentence.template()));
        node.set("named", Json.finite(sentence.named()));
        node.put("from", sentence.from()).put("to", sentence.to());
        node.put("change", sentence.table().fall())
                .put("changeByTable", sentence.table().byTable());
        return node.set(
                "groups",
                array(
                        sentence.groups(),
                        each -> JSON.textNode(each.group().name().en())));
    }

    private static ObjectNode curves(RemovalCurves curves) {
        ObjectNode node = JSON.objectNode();
        node.set("look", Json.finite(curves.look()));
        node.set("effect", Json.finite(curves.effect()));
        ObjectNode random = node.putObject("random");
        random.set("deletion", Json.finite(curves.randomDeletion()));
        random.put("deletionArea", curves.randomDeletionArea());
        return node;
    }
}
