package dev.interestlens.measurement.gate;

import dev.interestlens.explain.words.MetricWords;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.TextBundle;
import dev.interestlens.figure.Numerals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** What a gate found, in sentences. */
public record GateWords(Gate gate) {
    private static final TextBundle WORDS = new TextBundle(GateWords.class);
    private static final int DECIMALS = 4;

    /** The answer in one sentence. */
    public Text answer() {
        List<Gate.Group> losers = gate.losers();
        return switch (gate.answer()) {
            case LOSES -> of(many("gate.LOSES", losers), losers);
            case PASSES -> of("gate.PASSES", List.of(gate.all()));
            case UNKNOWN -> of(gate.fewSeeds() ? "gate.UNKNOWN.seeds" : "gate.UNKNOWN", List.of(gate.all()));
        };
    }

    /** Who else loses and gains, what could not be seen, and what is recommended instead; a sentence each. */
    public List<Text> more() {
        List<Text> more = new ArrayList<>();
        List<Gate.Group> less = gate.groups().stream()
                .filter(group -> group.loses() && !gate.losers().contains(group))
                .toList();
        if (!less.isEmpty()) {
            more.add(of("gate.less", less));
        }
        List<Gate.Group> gains =
                gate.groups().stream().filter(Gate.Group::gains).toList();
        more.add(gains.isEmpty() ? WORDS.of("gate.gains.none") : of(many("gate.gains", gains), gains));
        more.add(visible());
        if (gate.shift() > 0) {
            more.add(of("gate.shift", List.of(gate.all())));
        }
        more.add(of(Double.isNaN(gate.churn().otherSeed()) ? "gate.churn" : "gate.churnSeed", List.of(gate.all())));
        return more;
    }

    /** What the bar is made of. */
    public Text basis() {
        return of(gate.runs().seeds() == 0 ? "gate.users" : "gate.seeds", List.of(gate.all()));
    }

    static Text word(String key) {
        return WORDS.of(key);
    }

    static Text word(String key, String name, Text value) {
        return WORDS.of(key, Map.of(name, value));
    }

    /** The two runs, and the answer in short. */
    public Text title() {
        return of("table.title", List.of(gate.all()));
    }

    /** The name of the figure. */
    public Text figure() {
        return MetricWords.name(gate.terms().figure());
    }

    /** By what factor the ranks of a group's true items grow. */
    public static Text ranks(Gate.Group group) {
        Gate.RankFactor factor = group.rankFactor();
        return WORDS.of(
                "gate.ranks",
                Map.of("times", times(factor.times()), "low", times(factor.low()), "high", times(factor.high())));
    }

    /** The name of a group, with that factor where it is named, and where it alone names the group with the interval that decides. */
    public static Text label(Gate.Group group) {
        if (group.byRanksAlone()) {
            return WORDS.of("gate.namedByRanks", Map.of("group", group.name(), "ranks", ranks(group)));
        }
        Text times = times(group.rankFactor().times());
        return group.named() ? WORDS.of("gate.named", Map.of("group", group.name(), "times", times)) : group.name();
    }

    /** What a group gains or loses, the interval first that decides. */
    public Text finding(Gate.Group group) {
        return WORDS.of(
                group.byRanksAlone() ? "gate.finding.ranks" : "gate.finding.figure",
                Map.of(
                        "figure", figure(),
                        "difference", Text.same(signed(group.found().difference())),
                        "low", Text.same(signed(group.found().low())),
                        "high", Text.same(signed(group.found().high())),
                        "ranks", ranks(group)));
    }

    private static Text times(double factor) {
        return Text.same(Numerals.fixed(factor, 2));
    }

    static String signed(double difference) {
        return (difference > 0 ? "+" : "") + Numerals.fixed(difference, DECIMALS);
    }

    private static String many(String key, List<Gate.Group> groups) {
        return key + (groups.size() == 1 ? ".one" : ".many");
    }

    private Text visible() {
        double[] visible = gate.groups().stream()
                .filter(group -> !group.everybody())
                .mapToDouble(Gate.Group::visibleLoss)
                .filter(loss -> !Double.isNaN(loss))
                .toArray();
        Map<String, Text> values = values(gate.all());
        values.put("low", number(DoubleStream.of(visible).min().orElse(Double.NaN)));
        values.put("high", number(DoubleStream.of(visible).max().orElse(Double.NaN)));
        values.put("never", Text.same(String.valueOf(gate.groups().size() - 1 - visible.length)));
        return WORDS.of("gate.visible", values);
    }

    /** A text about some groups, whose first it names. */
    private Text of(String key, List<Gate.Group> groups) {
        Map<String, Text> values = values(groups.get(0));
        values.put("count", Text.same(String.valueOf(groups.size())));
        return WORDS.of(key, values);
    }

    private Map<String, Text> values(Gate.Group group) {
        Map<String, Text> values = new HashMap<>();
        values.put("before", Text.same(gate.runs().before()));
        values.put("after", Text.same(gate.runs().after()));
        values.put("figure", figure());
        values.put("loss", Text.same(String.valueOf(gate.terms().loss())));
        values.put("answer", word("answer." + gate.answer()));
        values.put("group", group.name());
        values.put("users", Text.same(Numerals.count(group.found().users())));
        values.put("finding", finding(group));
        values.put("smallest", number(gate.all().found().smallestLoss()));
        values.put("bar", number(gate.bar()));
        values.put("shift", number(gate.shift()));
        values.put("widening", number(gate.widening()));
        values.put("groups", Text.same(String.valueOf(gate.groups().size() - 1)));
        values.put("seeds", Text.same(String.valueOf(gate.runs().seeds() + 1)));
        values.put("seed", ten(gate.churn().otherSeed()));
        values.put("churn", ten(gate.churn().difference()));
        return values;
    }

    private static Text number(double value) {
        return Text.same(Numerals.of(value));
    }

    private static Text ten(double share) {
        return Text.same(Numerals.fixed(10 * share, 1));
    }
}
