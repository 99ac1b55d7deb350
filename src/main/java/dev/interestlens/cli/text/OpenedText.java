package dev.interestlens.cli.text;

import dev.interestlens.cli.console.Console;
import dev.interestlens.foreign.Contract;
import dev.interestlens.foreign.Opening;
import dev.interestlens.foreign.mapping.MappedInput;
import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Texts;
import java.util.Locale;

/** The result of opening a model from elsewhere, as lines. */
public record OpenedText(Console console) {
    /** The role of each input; uncertain ones are marked. */
    public void inputs(Mapping mapping) {
        console.print("open.inputs");
        for (MappedInput input : mapping.inputs()) {
            input.each().forEach(part -> {
                String name = part.columns() == null
                        ? Texts.plain(input.name())
                        : Texts.plain(input.name()) + "[" + part.columns().get(0) + ":"
                                + part.columns().get(1) + "]";
                console.out()
                        .println(String.format(
                                Locale.ROOT,
                                "  %s %-24s %-10s %s",
                                part.sure() ? " " : "?",
                                name,
                                EnumNames.name(part.role()),
                                part.field() == null ? "" : Texts.plain(part.field())));
            });
        }
    }

    /** Numbers, attention and contract. */
    public void found(Opening opening) {
        if (!opening.table().isEmpty()) {
            console.print("open.numbering");
            opening.table().stream().filter(line -> Double.isFinite(line.auc())).forEach(line -> console.out()
                    .println(String.format(
                            Locale.ROOT, "    %-10s %-20s %.4f", line.field(), line.numbering(), line.auc())));
        }
        console.print("open.attention", opening.mapping().attention().size());
        opening.mapping().attention().forEach(each -> console.out()
                .println("    " + Texts.plain(each.tensor()) + "  " + each.kind() + "  "
                        + Texts.plain(String.valueOf(each.axes()))));
        contract(opening.contract());
    }

    public void contract(Contract contract) {
        console.print("open.contract");
        for (Contract.Verdict each : contract.worstFirst()) {
            String mark = each.failed() ? "✗" : each.passed() == null ? "·" : "✓";
            console.out().println("  " + mark + " " + each.words().in(console.locale()));
        }
    }
}
