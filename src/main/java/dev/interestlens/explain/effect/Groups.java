package dev.interestlens.explain.effect;

import dev.interestlens.explain.look.Behaviour;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.InterestClusters;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the groups of a history: its categories, its sessions, and, where a model has several attentions, its lanes. */
public record Groups(List<Behaviour> history) {
    private static final long SESSION_GAP = 3600;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    public static List<Group> of(Impression impression, LookResult looked) {
        Groups groups = new Groups(impression.history());
        List<Group> found = new ArrayList<>(groups.categories());
        found.addAll(groups.sessions());
        found.addAll(groups.lanes(looked.heads()));
        return found;
    }

    private List<Group> categories() {
        Map<Text, List<Integer>> positions = new LinkedHashMap<>();
        for (Behaviour behaviour : history) {
            for (Text category : behaviour.item().categories()) {
                positions.computeIfAbsent(category, c -> new ArrayList<>()).add(behaviour.position());
            }
        }
        return positions.entrySet().stream()
                .map(each -> new Group(Group.Kind.CATEGORY, each.getKey(), each.getValue()))
                .toList();
    }

    /** Those of several behaviours that are not all of the history. */
    private List<Group> sessions() {
        List<Group> sessions = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        for (int j = 0; j < history.size(); j++) {
            open.add(j);
            boolean ends = j + 1 == history.size()
                    || history.get(j + 1).time() - history.get(j).time() >= SESSION_GAP;
            if (ends) {
                boolean some = open.size() > 1 && open.size() < history.size();
                if (some && history.get(open.get(0)).time() != Behaviour.UNTIMED) {
                    String time = TIME.format(
                            Instant.ofEpochSecond(history.get(open.get(0)).time())
                                    .atOffset(ZoneOffset.UTC));
                    sessions.add(new Group(Group.Kind.SESSION, Text.same(time), open));
                }
                open.clear();
            }
        }
        return sessions;
    }

    /** Lanes, where there are at least two. */
    private List<Group> lanes(List<double[]> heads) {
        InterestClusters lanes = InterestClusters.of(heads);
        List<Group> groups = new ArrayList<>();
        for (int lane = 0; lane < lanes.count(); lane++) {
            List<Integer> positions = lanes.positions(lane);
            if (!positions.isEmpty()) {
                Map<String, Text> values =
                        Map.of("number", Text.same(String.valueOf(lane + 1)), "about", about(positions, heads));
                groups.add(new Group(Group.Kind.LANE, Wording.of("group.lane", values), positions));
            }
        }
        return groups.size() > 1 ? groups : List.of();
    }

    /** The category that most of its behaviours have, else the title of the one with the largest weight. */
    private Text about(List<Integer> positions, List<double[]> heads) {
        Map<Text, Integer> counts = new LinkedHashMap<>();
        positions.forEach(j -> history.get(j).item().categories().forEach(c -> counts.merge(c, 1, Integer::sum)));
        return counts.entrySet().stream()
                .filter(each -> 2 * each.getValue() > positions.size())
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseGet(() -> history.get(positions.stream()
                                .max(Comparator.comparingDouble(j -> heads.stream()
                                        .mapToDouble(h -> Math.abs(h[j]))
                                        .max()
                                        .orElse(0)))
                                .orElseThrow())
                        .item()
                        .title());
    }
}
