package dev.interestlens.measurement.gate;

import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a gate found as tables, short enough for a pull request. */
public final class GateTables {
    /** Groups beside those that are named. */
    private static final int OTHERS = 10;
    /** Users with the greatest losses, and with the greatest gains. */
    private static final int USERS = 5;

    private static final int DECIMALS = 4;

    private GateTables() {}

    /** The groups below the answer, and some users. */
    public static List<Table> of(Gate gate) {
        return List.of(groups(gate), examples(gate));
    }

    private static Table groups(Gate gate) {
        GateWords words = new GateWords(gate);
        int named = (int) gate.groups().stream()
                .filter(group -> group.everybody() || group.named())
                .count();
        List<Gate.Group> shown = gate.groups().stream().limit(named + OTHERS).toList();
        List<Phrase> notes = new ArrayList<>(List.of(words.answer()));
        notes.addAll(words.more());
        notes.add(words.basis());
        if (shown.size() < gate.groups().size()) {
            notes.add(GateWords.word(
                    "table.rest",
                    "count",
                    Text.same(String.valueOf(gate.groups().size() - shown.size()))));
        }
        return new Table(
                words.title(),
                List.of(
                        GateWords.word("table.group"),
                        GateWords.word("table.users"),
                        words.figure().then(Text.same(gate.runs().before())),
                        GateWords.word("table.difference"),
                        GateWords.word("table.ranks"),
                        GateWords.word("table.smallest"),
                        GateWords.word("table.finding")),
                shown.stream().map(GateTables::row).toList(),
                notes);
    }

    private static List<Cell> row(Gate.Group group) {
        Gate.RankFactor factor = group.rankFactor();
        return List.of(
                Cell.words(group.name()),
                Cell.count(group.found().users()),
                Cell.number(group.before(), DECIMALS),
                Cell.number(group.found().difference(), DECIMALS)
                        .within(group.found().low(), group.found().high()),
                Cell.number(factor.times(), 2).within(factor.low(), factor.high()),
                Cell.number(group.visibleLoss(), DECIMALS),
                finding(group));
    }

    private static Cell finding(Gate.Group group) {
        String by = group.byRanksAlone() ? "ByRanks" : "";
        return group.named()
                ? Cell.words(GateWords.word("table." + (group.loses() ? "loses" : "gains") + by))
                : Cell.EMPTY;
    }

    private static Table examples(Gate gate) {
        List<List<Cell>> rows = Stream.concat(
                        gate.examples().losses().stream().limit(USERS),
                        gate.examples().gains().stream().limit(USERS))
                .map(each -> List.of(
                        Cell.words(each.user()),
                        Cell.words(each.item()),
                        Cell.number(each.before(), 0),
                        Cell.number(each.after(), 0),
                        Cell.number(each.difference(), DECIMALS)))
                .toList();
        return new Table(
                GateWords.word("table.examples"),
                List.of(
                        GateWords.word("table.user"),
                        GateWords.word("table.item"),
                        GateWords.word(
                                "table.rank", "run", Text.same(gate.runs().before())),
                        GateWords.word(
                                "table.rank", "run", Text.same(gate.runs().after())),
                        new GateWords(gate).figure()),
                rows);
    }
}
