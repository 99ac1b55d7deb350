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
            lines.add(console.text(
                    "inspect.rejected",
                    finding.count(),
                    Findings.reason(finding.reason(), console.locale()),
                    finding.file(),
                    finding.firstLines()));
        }
        for (DatasetInfo.Finding finding : info.notes()) {
            lines.add(console.text("inspect.note", Findings.text(finding, console.locale())));
        }
        return lines;
    }
}
