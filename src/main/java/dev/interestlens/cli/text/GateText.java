package dev.interestlens.cli.text;

import dev.interestlens.cli.console.Console;
import dev.interestlens.explain.words.Text;
import dev.interestlens.workspace.gate.Gate;
import dev.interestlens.workspace.gate.GateWords;

/** What a gate found, as lines: the answer, the groups that are named, and what could not be seen. */
public record GateText(Gate gate) {
    public void print(Console console) {
        GateWords words = new GateWords(gate);
        console.print(words.answer());
        gate.groups().stream()
                .filter(group -> group.everybody() || group.named())
                .forEach(group -> console.row(
                        "  %+.4f [%+.4f, %+.4f]  %6d  %s",
                        group.found().difference(),
                        group.found().low(),
                        group.found().high(),
                        group.found().users(),
                        line(group).in(console.locale())));
        words.more().forEach(line -> console.print(line));
        console.print(words.basis());
    }

    /** The ranks beside the figure; where they alone name the group, they say so. */
    private static Text line(Gate.Group group) {
        return group.byRanksAlone()
                ? GateWords.label(group)
                : group.name().then(Text.same(", ")).then(GateWords.ranks(group));
    }
}
