package dev.interestlens.explain.sentence;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.Group.Kind;
import dev.interestlens.explain.effect.GroupEffect;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.explain.sentence.Sentence.Template;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Adds to a sentence what single behaviours cannot show: that several matter together although none does alone, or that two lanes each matter. A
 * lane that has less than half the effect of another group is not named. Only groups whose effect exceeds nearly every random removal of as many are
 * named, never with "because".
 */
public final class GroupWords {
    private static final Set<Template> SILENT = Set.of(Template.COLD, Template.SHORT, Template.IDLE);
    private static final double HALF = 0.5;
    private static final List<Kind> ORDER = List.of(Kind.CATEGORY, Kind.LANE, Kind.SESSION);

    private final Effects effects;

    private GroupWords(Effects effects) {
        this.effects = effects;
    }

    /** The sentence, with a further one about groups where there is one. */
    public static Sentence added(Sentence said, Effects effects) {
        GroupWords words = new GroupWords(effects);
        List<GroupEffect> lanes =
                words.standing(Kind.LANE).filter(each -> each.effect() > 0).toList();
        if (SILENT.contains(said.template())) {
            return said;
        }
        Optional<GroupEffect> together = words.together(said);
        double most = together.map(group -> Math.abs(group.effect())).orElse(0.0);
        if (lanes.size() > 1 && lanes.get(1).effect() >= HALF * most) {
            return said.with(words.lanes(lanes.get(0), lanes.get(1)), lanes.subList(0, 2));
        }
        return together.map(group -> said.with(words.together(group), List.of(group)))
                .orElse(said);
    }

    private Stream<GroupEffect> standing(Kind kind) {
        return effects.groups().stream()
                .filter(each -> each.group().kind() == kind && each.standsOut())
                .sorted(Comparator.comparingDouble(each -> -Math.abs(each.effect())));
    }

    /** The first group that adds information to the sentence. */
    private Optional<GroupEffect> together(Sentence said) {
        return ORDER.stream()
                .flatMap(this::standing)
                .filter(each -> each.together()
                        && !said.named().containsAll(each.group().positions()))
                .findFirst();
    }

    private Text together(GroupEffect group) {
        Map<String, Text> values = new HashMap<>(scores(group));
        values.put("count", Text.same(String.valueOf(group.group().size())));
        values.put("name", group.group().name());
        values.put("single", group.redundant() ? Wording.of("group.single") : Text.same(""));
        String kind = group.group().kind().name().toLowerCase(Locale.ROOT);
        values.put("which", Wording.of("group.which." + kind, values));
        return Wording.of(group.effect() > 0 ? "group.raises" : "group.lowers", values);
    }

    private Text lanes(GroupEffect one, GroupEffect other) {
        Map<String, Text> values = new HashMap<>();
        double from = effects.score();
        values.put("from", Wording.score(from, without(one), without(other)));
        values.put("to", Wording.score(without(one), from, without(other)));
        values.put("otherTo", Wording.score(without(other), from, without(one)));
        values.put("one", one.group().name());
        values.put("other", other.group().name());
        values.put("oneCount", Text.same(String.valueOf(one.group().size())));
        values.put("otherCount", Text.same(String.valueOf(other.group().size())));
        return Wording.of("group.lanes", values);
    }

    private Map<String, Text> scores(GroupEffect group) {
        double from = effects.score();
        double to = without(group);
        return Map.of("from", Wording.score(from, to), "to", Wording.score(to, from));
    }

    private double without(GroupEffect group) {
        return Scores.sigmoid(effects.logit() - group.effect());
    }
}
