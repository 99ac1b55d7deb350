package dev.interestlens.explain.view;

import dev.interestlens.explain.effect.Group;
import dev.interestlens.explain.effect.GroupEffect;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.InterestClusters;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.data.RowsData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Views of groups: every attention of a model that has several, and the effects of removing groups. */
public final class GroupPanels {
    private GroupPanels() {}

    /** The joint Effects, with the sum of the single ones and random removals of as many; none where there are no groups. */
    public static List<Panel> groups(List<GroupEffect> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        List<RowsData.Row> rows = new ArrayList<>();
        rows.add(row("groups.joint", groups, GroupEffect::effect));
        if (groups.stream().anyMatch(each -> each.byTable() != 0)) {
            rows.add(row("groups.byTable", groups, GroupEffect::byTable));
        }
        rows.add(row("groups.singles", groups, GroupEffect::singles));
        rows.add(new RowsData.Row(
                Wording.of("groups.random"),
                Wording.of("groups.random.about"),
                values(groups, each -> each.random().mean()),
                0,
                true,
                values(groups, each -> known(each.random().low())),
                values(groups, each -> known(each.random().high()))));
        Text title = Wording.of("panel.groups");
        RowsData data = new RowsData(groups.stream().map(GroupPanels::name).toList(), rows);
        return List.of(
                new Panel("groups", title, List.of(new Chart("groups", title, data, Wording.of("note.groups"))), 0));
    }

    /** The name of a group; of several behaviours with their number. */
    public static Text name(GroupEffect effect) {
        if (effect.group().size() == 1) {
            return effect.group().name();
        }
        return Wording.of(
                effect.group().kind() == Group.Kind.SESSION ? "groups.session" : "groups.name",
                Map.of(
                        "name", effect.group().name(),
                        "count", Text.same(String.valueOf(effect.group().size()))));
    }

    private static RowsData.Row row(String key, List<GroupEffect> groups, ToDoubleFunction<GroupEffect> value) {
        return new RowsData.Row(Wording.of(key), values(groups, value), 0, true);
    }

    private static double[] values(List<GroupEffect> groups, ToDoubleFunction<GroupEffect> value) {
        return groups.stream().mapToDouble(value).toArray();
    }

    private static double known(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    /** Every attention on one scale, each behaviour in the colour of its lane; none where there is one attention. */
    static List<Panel> lanes(Impression impression, LookResult looked) {
        List<double[]> heads = looked.heads();
        if (heads.size() < 2 || impression.behaviours() == 0) {
            return List.of();
        }
        InterestClusters lanes = InterestClusters.of(heads);
        List<RowsData.Row> rows = new ArrayList<>();
        for (int h = 0; h < heads.size(); h++) {
            Map<String, Text> values = Map.of(
                    "head", Text.same(String.valueOf(h + 1)),
                    "lane", Text.same(String.valueOf(lanes.ofHead(h) + 1)));
            boolean signed = Arrays.stream(heads.get(h)).anyMatch(weight -> weight < 0);
            rows.add(new RowsData.Row(
                    Wording.of("lanes.row", values),
                    Text.same(""),
                    heads.get(h),
                    0,
                    signed,
                    new double[0],
                    new double[0],
                    lanes.owners()));
        }
        Text title = Wording.of("panel.lanes");
        Text note = Wording.of(
                "note.lanes",
                Map.of(
                        "alike", Text.same(String.valueOf(InterestClusters.ALIKE)),
                        "even", Wording.share(1.0 / impression.behaviours()),
                        "lanes", sizes(lanes)));
        RowsData data = new RowsData(impression.titles(), rows);
        return List.of(new Panel("lanes", title, List.of(new Chart("lanes", title, data, note)), 0));
    }

    private static Text sizes(InterestClusters lanes) {
        List<Text> each = IntStream.range(0, lanes.count())
                .mapToObj(lane -> Wording.of(
                        "lanes.size",
                        Map.of(
                                "lane", Text.same(String.valueOf(lane + 1)),
                                "count",
                                        Text.same(String.valueOf(
                                                lanes.positions(lane).size())))))
                .toList();
        return Text.joined(each, new Text(", ", "，"));
    }
}
