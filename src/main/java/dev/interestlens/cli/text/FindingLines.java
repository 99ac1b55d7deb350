package dev.interestlens.cli.text;

import dev.interestlens.cli.console.Console;
import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.source.Findings;
import java.util.ArrayList;
import java.util.List;

/** What reading a log left out and noticed, one line each. */
public final class FindingLines {
    private FindingLines() {}

    public static List<String> of(DatasetInfo info, Console console) {
        List<String> lines = new ArrayList<>();
        for (DatasetInfo.Finding finding : info.rejected()) {
            String text = Findings.text(finding, console.locale());
            lines.add(
                    finding.firstLines().isEmpty()
                            ? console.text("inspect.leftOut", text)
                            : console.text("inspect.rejected", text, finding.file(), finding.firstLines()));
        }
        info.notes().forEach(note -> lines.add(console.text("inspect.note", Findings.text(note, console.locale()))));
        return lines;
    }
}
