package dev.interestlens.explain.sentence;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.Group.Kind;
import dev.interestlens.explain.effect.GroupEffect;
import dev.interestlens.explain.effect.ScoreChange;
import dev.interestlens.explain.sentence.Sentence.Template;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.store.EnumNames;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Adds to a sentence what single behaviours cannot show: that several matter together although none does alone, or that two lanes each matter. The
 * group of the largest Effect is named, before the behaviours where these have clearly less. A lane that has less than half the effect of another
 * group is not named, nor do lanes stand in place of a group with clearly more. Only groups whose effect exceeds nearly every random removal of as many are named, never with "because".
 */
public record GroupWords(Sentence said, Effects effects) {
    private static final Set<Template> SILENT = Set.of(Template.COLD, Template.SHORT, Template.IDLE);
    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.9;

    /** The sentence, with further ones about groups where there are any. */
    public static Sentence added(Sentence said, Effects effects) {
        return SILENT.contains(said.template()) ? said : new GroupWords(said, effects).added();
    }

    /** Whether a group has clearly more effect than behaviours that change the logit by so much: these do not have nearly all of it. */
    static boolean beats(GroupEffect group, double change) {
        return group.group().size() > 1 && NEARLY_ALL * Math.abs(group.effect()) > Math.abs(change);
    }

    private Sentence added() {
        List<GroupEffect> lanes = standing()
                .filter(each -> each.group().kind() == Kind.LANE && each.effect() > 0)
                .toList();
        List<GroupEffect> chosen = together();
        double most = chosen.stream()
                .mapToDouble(each -> Math.abs(each.effect()))
                .max()
                .orElse(0);
        if (lanes.size() > 1 && lanes.get(1).effect() >= HALF * most && !passOver(lanes.get(0), chosen)) {
            return with(lanes.subList(0, 2), List.of(lanes(lanes.get(0), lanes.get(1))));
        }
        return with(chosen, chosen.stream().map(this::together).toList());
    }

    /** Whether naming a lane in place of the chosen groups would pass over one that has clearly more effect than it and the named behaviours. */
    private boolean passOver(GroupEffect lane, List<GroupEffect> chosen) {
        return chosen.stream()
                .filter(each -> each.effect() * said.change() > 0 && beats(each, said.change()))
                .anyMatch(each -> lane.effect() * each.effect() < 0
                        || NEARLY_ALL * Math.abs(each.effect()) > Math.abs(lane.effect()));
    }

    /** @param texts one of each group, or one of all */
    private Sentence with(List<GroupEffect> groups, List<Text> texts) {
        Text before = Text.same("");
        Text behind = Text.same("");
        for (int i = 0; i < texts.size(); i++) {
            if (beats(groups.get(i), said.change())) {
                before = before.then(texts.get(i));
            } else {
                behind = behind.then(texts.get(i));
            }
        }
        return said.with(before, behind, groups);
    }

    /** Those that exceed random removals, the largest Effect first; of equal ones the category, then the session, then the lane. */
    private Stream<GroupEffect> standing() {
        return effects.groups().stream()
                .filter(GroupEffect::standsOut)
                .sorted(Comparator.<GroupEffect>comparingDouble(each -> -Math.abs(each.effect()))
                        .thenComparing(each -> each.group().kind()));
    }

    /**
     * The largest that adds information, and the largest that beats the named behaviours in their own direction; at most two. A group of named
     * behaviours adds information only where it beats them.
     */
    private List<GroupEffect> together() {
        List<GroupEffect> adding = standing()
                .filter(each -> beats(each, said.change())
                        || each.together()
                                && !said.named().containsAll(each.group().positions()))
                .toList();
        Stream<GroupEffect> same = adding.stream()
                .filter(each -> each.effect() * said.change() > 0 && beats(each, said.change()))
                .limit(1);
        return Stream.concat(adding.stream().limit(1), same).distinct().toList();
    }

    private Text together(GroupEffect group) {
        Map<String, Text> values = without(group).words();
        values.put("count", Text.same(String.valueOf(group.group().size())));
        values.put("name", group.group().name());
        values.put("single", group.redundant() ? Wording.of("group.single") : Text.same(""));
        String kind = EnumNames.lower(group.group().kind());
        values.put("which", Wording.of("group.which." + kind, values));
        return Wording.of(group.effect() > 0 ? "group.raises" : "group.lowers", values)
                .then(part(group));
    }

    /** Who did it, where that is not said of the named behaviours already. */
    private Text part(GroupEffect group) {
        return said.table().isSaid()
                ? Text.same("")
                : TablePart.of(effects, said.table().attends(), group.effect(), group.byTable())
                        .text(true);
    }

    private Text lanes(GroupEffect one, GroupEffect other) {
        Map<String, Text> values = new HashMap<>();
        values.put("falls", without(one).falls());
        values.put("otherFalls", without(other).falls());
        values.put("one", one.group().name());
        values.put("other", other.group().name());
        values.put("oneCount", Text.same(String.valueOf(one.group().size())));
        values.put("otherCount", Text.same(String.valueOf(other.group().size())));
        return Wording.of("group.lanes", values);
    }

    private ScoreChange without(GroupEffect group) {
        return new ScoreChange(effects.logit(), effects.logit() - group.effect(), effects.emptyScore());
    }
}
