package dev.interestlens.cli;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.synth.Cause;
import dev.interestlens.explain.FidelityMeasure;
import dev.interestlens.explain.FidelityReport;
import dev.interestlens.explain.FidelityReport.Measure;
import dev.interestlens.explain.FidelityReport.Truth;
import dev.interestlens.explain.Figure;
import dev.interestlens.export.report.FidelityJson;
import dev.interestlens.export.report.FidelityPage;
import dev.interestlens.export.report.Provenance;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.train.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.PlantedCauses;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures over many predictions whether looking matches mattering. */
@Command(name = "fidelity", mixinStandardHelpOptions = true, resourceBundle = "dev.interestlens.cli.commands")
final class FidelityCommand implements Runnable {
    private final Console console;

    @Option(names = "--run", required = true)
    private Path run;

    @Option(names = "--part", defaultValue = "test")
    private Part part;

    @Option(names = "--samples", defaultValue = "500")
    private int samples;

    @Option(names = "--causes")
    private Path causes;

    @Option(names = "--out")
    private Path out;

    @Option(names = "--json")
    private boolean json;

    FidelityCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        try (OpenRun open = OpenRun.best(new RunFolder(run));
                TrainedModel untrained = TrainedModel.untrained(
                        open.description().config().model(),
                        open.model().input(),
                        open.description().config().training().seed());
                Interrupt interrupt = new Interrupt(console)) {
            Optional<Map<String, List<Cause>>> known =
                    causes == null ? PlantedCauses.bundled(open.data()) : Optional.of(PlantedCauses.read(causes));
            FidelityReport report = new FidelityMeasure(open.model(), untrained, open.samples())
                    .measure(part, samples, known, new PrintedProgress(console, false, interrupt))
                    .orElseThrow(() -> Problem.cancelled(FidelityCommand.class, "cancelled")
                            .exception());
            if (out != null) {
                write(report, open);
                console.say("fidelity.done", out);
            }
            if (json) {
                console.json(FidelityJson.tree(report));
            } else {
                print(report);
            }
        }
    }

    private void write(FidelityReport report, OpenRun open) {
        String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".html") || name.endsWith(".htm")) {
            Provenance provenance = new Provenance(
                    open.description().name(),
                    open.description().config().model().id().toUpperCase(Locale.ROOT),
                    open.data().info().name(),
                    part.name().toLowerCase(Locale.ROOT),
                    System.currentTimeMillis() / 1000);
            byte[] page = FidelityPage.of(report, provenance, console.locale()).getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(Disk.real(), out, file -> file.write(page));
        } else {
            Json.write(Disk.real(), out, FidelityJson.tree(report));
        }
    }

    private void print(FidelityReport report) {
        console.out().println(console.text("fidelity.title", report.all().samples(), report.users()));
        for (Measure measure : Measure.values()) {
            console.out().println(console.text("fidelity." + measure.name().toLowerCase(Locale.ROOT)));
            new EnumMap<>(report.all().figures()).forEach((source, figures) -> {
                Figure figure = figures.get(measure);
                if (figure != null) {
                    String name = console.text("fidelity." + source.name().toLowerCase(Locale.ROOT));
                    console.out()
                            .println(String.format(
                                    Locale.ROOT,
                                    "  %-12s %.3f  [%.3f, %.3f]",
                                    name,
                                    figure.mean(),
                                    figure.low(),
                                    figure.high()));
                }
            });
        }
        report.planted().ifPresent(planted -> {
            console.out().println(console.text("fidelity.planted", planted.samples()));
            truth("fidelity.look", planted.look());
            truth("fidelity.effect", planted.effect());
            truth("fidelity.random", planted.random());
        });
    }

    private void truth(String key, Truth truth) {
        console.out()
                .println(console.text(
                        "fidelity.truth",
                        console.text(key),
                        truth.trigger1(),
                        truth.trigger3(),
                        truth.support1(),
                        truth.support3()));
    }
}
