package dev.interestlens.question.five;

import dev.interestlens.data.synth.LogKind;
import dev.interestlens.export.onnx.Precision;
import dev.interestlens.measurement.latency.Latency;
import dev.interestlens.measurement.latency.LatencyReport;
import dev.interestlens.measurement.serving.FrontReport;
import dev.interestlens.measurement.serving.ServingFront;
import dev.interestlens.question.Control;
import dev.interestlens.question.Experiment;
import dev.interestlens.question.Lab;
import dev.interestlens.question.Recipe;
import dev.interestlens.question.Settings;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Milliseconds: the stages of a request on this machine, the gain of each remedy, and quality against the 99th percentile of request times.
 *
 * @param histories lengths beside the longest one
 */
record Milliseconds(int shopUsers, int rankedUsers, List<Integer> histories, FamilyTraining training)
        implements Experiment<ServingResult> {
    private static final Control CANDIDATES = new Control("candidates", List.of("10", "100", "1000"), "100");
    private static final Control WITHIN = new Control("within", List.of("1", "2", "5", "10", "20"), "5");
    private static final List<String> FAMILIES = List.of("din", "dien", "bst");

    Milliseconds() {
        this(800, 200, List.of(10), FamilyTraining.ofShops(128));
    }

    Milliseconds {
        histories = List.copyOf(histories);
    }

    @Override
    public Facts<ServingResult> facts() {
        return new Facts<>(
                5,
                Measured.WORDS,
                List.of(CANDIDATES, WITHIN),
                ServingResult.class,
                true,
                ServingFigures::panels,
                ServingFigures::conclusion);
    }

    private Recipe recipe(String family, Settings settings) {
        return training.recipe(family)
                .with("data.protocol.history.maxLength=50")
                .withSeed(settings.seed());
    }

    @Override
    public ServingResult run(Settings settings, Lab lab) {
        int candidates = settings.number(CANDIDATES.name());
        Path source = lab.log("shop", LogKind.MIXED.log(shopUsers, settings.seed()));
        Path data = lab.prepare("shop", source, lab.part("prepare", 0, .03));
        List<RunFolder> runs = new ArrayList<>();
        List<LatencyReport> reports = new ArrayList<>();
        for (int f = 0; f < FAMILIES.size(); f++) {
            double from = .03 + .15 * f;
            RunFolder run = lab.train(
                    FAMILIES.get(f), data, recipe(FAMILIES.get(f), settings), lab.part("train", from, from + .15));
            runs.add(run);
        }
        for (int f = 0; f < FAMILIES.size(); f++) {
            try (OpenRun run = OpenRun.best(runs.get(f))) {
                reports.add(Latency.of(
                        run,
                        new Latency.Settings(
                                List.of(candidates), List.of(run.model().input().historyLength()), 1),
                        lab.part("time", .48 + .05 * f, .53 + .05 * f)));
            }
        }
        List<Integer> all = new ArrayList<>(histories);
        all.add(50);
        ServingFront.Settings ways = new ServingFront.Settings(
                all, List.of(Precision.FLOAT, Precision.named("int8")), candidates, rankedUsers);
        List<FrontReport> fronts = new ArrayList<>();
        for (int f = 0; f < FAMILIES.size(); f++) {
            double share = .37 / FAMILIES.size();
            try (OpenRun run = OpenRun.best(runs.get(f))) {
                fronts.add(ServingFront.of(run, ways, lab.part("time", .63 + share * f, .63 + share * (f + 1))));
            }
        }
        return result(settings, reports, FrontReport.together(fronts));
    }

    private static ServingResult result(Settings settings, List<LatencyReport> reports, FrontReport front) {
        List<ServingResult.Stages> stages = new ArrayList<>();
        double wall = front.wallOverCpu();
        for (LatencyReport report : reports) {
            double[] p50 = LatencyReport.STAGES.stream()
                    .mapToDouble(stage -> row(report, stage).cpuP50())
                    .toArray();
            LatencyReport.Row total = row(report, LatencyReport.TOTAL);
            stages.add(new ServingResult.Stages(report.model(), total.length(), p50, total.cpuP99()));
            wall = Math.max(wall, report.wallOverCpu());
        }
        List<ServingResult.Point> points = front.points().stream()
                .map(point -> new ServingResult.Point(
                        point.served().model(),
                        point.served().history(),
                        point.served().form().word(),
                        point.served().precision(),
                        ServingResult.Quality.of(point.quality()),
                        point.cpu().cpuP50(),
                        point.cpu().cpuP99(),
                        point.front().frontByNdcg()))
                .toList();
        return new ServingResult(
                front.candidates(),
                Double.parseDouble(settings.get(WITHIN.name())),
                front.users(),
                wall,
                stages,
                points,
                front.unchanged().stream().map(FrontReport.Unchanged::run).toList());
    }

    private static LatencyReport.Row row(LatencyReport report, String stage) {
        return report.rows().stream()
                .filter(row -> row.stage().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<String> commands(Settings settings) {
        List<String> lines = new ArrayList<>();
        lines.add(Measured.PROGRAM + "generate --kind mixed --users " + shopUsers + " --seed " + settings.seed()
                + " --out shop-log");
        lines.add(Measured.PROGRAM + "prepare shop-log --out shop-data");
        StringBuilder runs = new StringBuilder();
        for (String family : FAMILIES) {
            lines.add(Measured.PROGRAM + recipe(family, settings).command("shop-data", family));
            lines.add(Measured.PROGRAM + "latency --run " + family + " --candidates " + settings.get(CANDIDATES.name())
                    + " --length 50");
            runs.append(" --run ").append(family);
        }
        String kept = String.join(",", histories.stream().map(String::valueOf).toList());
        lines.add(Measured.PROGRAM + "pareto" + runs + " --candidates " + settings.get(CANDIDATES.name())
                + " --history " + kept + ",50 --precision float,int8 --users " + rankedUsers);
        return lines;
    }
}
