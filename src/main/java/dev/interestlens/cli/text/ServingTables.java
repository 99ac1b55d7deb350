package dev.interestlens.cli.text;

import dev.interestlens.cli.console.Console;
import dev.interestlens.workspace.serving.FrontReport;
import dev.interestlens.workspace.serving.LoadReport;
import java.io.PrintStream;

/** What was measured of serving, as tables for people. */
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
                report.requests(),
                report.candidates(),
                report.users(),
                report.kept(),
                100 * report.hits(),
                report.cpuMean(),
                report.cpuP99());
        console.say("load.within", report.perSecondWithin(), report.within(), report.saturation());
    }

    public void front(FrontReport report) {
        PrintStream out = console.out();
        out.println(console.text("front.head"));
        for (FrontReport.Point point : report.points()) {
            out.printf(
                    "%-20s %-7s %7d  %-18s %-6s %7.4f %8.4f %9.3f %9.3f  %s%n",
                    point.run(),
                    point.model(),
                    point.history(),
                    point.precision(),
                    point.form().word(),
                    point.auc(),
                    point.ndcg10(),
                    point.cpuP50(),
                    point.cpuP99(),
                    (point.frontByNdcg() ? "N" : "") + (point.frontByAuc() ? "A" : ""));
        }
        out.flush();
        console.say("front.said", report.users(), report.candidates());
        report.unchanged().forEach(each -> console.say("front.unchanged", each.run(), each.precision()));
        report.points().stream()
                .filter(point -> point.frontByNdcg() || point.frontByAuc())
                .forEach(point -> console.say("front.export", String.join(" ", point.export())));
    }
}
