package dev.interestlens.cli.text;

import dev.interestlens.cli.console.Console;
import dev.interestlens.workspace.serving.FrontReport;

/** Measurements of serving, as tables for people. */
public record ServingTables(Console console) {
    public void front(FrontReport report) {
        console.print("front.head");
        for (FrontReport.Point point : report.points()) {
            console.row(
                    "%-20s %-7s %7d  %-18s %-6s %7.4f %8.4f %9.3f %9.3f  %s",
                    point.served().run(),
                    point.served().model(),
                    point.served().history(),
                    point.served().precision(),
                    point.served().form().word(),
                    point.quality().auc(),
                    point.quality().ndcg10(),
                    point.cpu().cpuP50(),
                    point.cpu().cpuP99(),
                    (point.front().frontByNdcg() ? "N" : "") + (point.front().frontByAuc() ? "A" : ""));
        }
        console.out().flush();
        console.say("front.said", report.users(), report.candidates());
        report.unchanged().forEach(each -> console.say("front.unchanged", each.run(), each.precision()));
        report.points().stream()
                .filter(point -> point.front().frontByNdcg() || point.front().frontByAuc())
                .forEach(point -> console.say("front.export", String.join(" ", point.export())));
    }
}
