package dev.interestlens.cli.text;

import dev.interestlens.cli.console.Console;
import dev.interestlens.workspace.serving.FrontReport;
import dev.interestlens.workspace.serving.LoadReport;
import java.io.PrintStream;

/** Measurements of serving, as tables for people. */
public final class ServingTables {
    private final Console console;

    public ServingTables(Console console) {
        this.console = console;
    }

    public void load(LoadReport report) {
        PrintStream out = console.out();
        out.println(console.text("load.head"));
        for (LoadReport.Row row : report.rows()) {
            out.printf(
                    "%12.1f %5.0f %% %9.3f %9.3f %9.3f %9s%n",
                    row.perSecond(),
                    100 * row.busy(),
                    row.p50(),
                    row.p99(),
                    row.waitMean(),
                    row.waitByFormula() == null ? "-" : String.format("%.3f", row.waitByFormula()));
        }
        out.flush();
        console.say(
                "load.said",
                report.traffic().requests(),
                report.traffic().candidates(),
                report.traffic().users(),
                report.traffic().kept(),
                100 * report.times().hits(),
                report.times().cpuMean(),
                report.times().cpuP99());
        console.say(
                "load.within",
                report.capacity().perSecondWithin(),
                report.capacity().within(),
                report.capacity().saturation());
    }

    public void front(FrontReport report) {
        PrintStream out = console.out();
        out.println(console.text("front.head"));
        for (FrontReport.Point point : report.points()) {
            out.printf(
                    "%-20s %-7s %7d  %-18s %-6s %7.4f %8.4f %9.3f %9.3f  %s%n",
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
        out.flush();
        console.say("front.said", report.users(), report.candidates());
        report.unchanged().forEach(each -> console.say("front.unchanged", each.run(), each.precision()));
        report.points().stream()
                .filter(point -> point.front().frontByNdcg() || point.front().frontByAuc())
                .forEach(point -> console.say("front.export", String.join(" ", point.export())));
    }
}
