package dev.interestlens.cli;

import dev.interestlens.cli.console.ConsoleCommand;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.document.EvaluationJson;
import dev.interestlens.cli.text.EvaluationText;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Repeats;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.Ranking;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.model.config.Needs;
import dev.interestlens.store.Problem;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.measure.Evaluation;
import dev.interestlens.workspace.measure.RankingEvaluation;
import dev.interestlens.workspace.measure.SampledRanking;
import dev.interestlens.workspace.measurement.Currencies;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures a run's model: on the whole catalogue and among a few candidates, beside baselines and leak probes. */
@Command(name = "evaluate")
final class EvaluateCommand extends ConsoleCommand implements Runnable {
    /** What true items are ranked among. */
    enum RankingScope {
        FULL,
        SAMPLED,
        BOTH
    }

    @Option(names = "--run", required = true)
    private Path run;

    @Option(names = "--part", defaultValue = "test")
    private Part part;

    @Option(names = "--data")
    private Path data;

    @Option(names = "--ranking", defaultValue = "both")
    private RankingScope ranking;

    @Option(names = "--users", defaultValue = "0")
    @Needs(not = "--ranking=sampled")
    @Allowed(min = 0, max = 100_000_000)
    private int users;

    @Option(names = "--repeats", defaultValue = "auto")
    @Needs(not = "--ranking=sampled")
    private Repeats repeats;

    @Option(names = "--k", split = ",")
    @Allowed(min = 1, max = 1000)
    private List<Integer> k = List.of();

    @Option(names = "--currencies")
    @Needs(not = "--ranking=sampled")
    private boolean currencies;

    @Option(names = "--negatives")
    private NegativeKind negatives;

    @Option(names = "--json")
    private boolean json;

    @Override
    public void run() {
        RunFolder folder = new RunFolder(run);
        try (OpenRun open = data == null ? OpenRun.best(folder) : OpenRun.best(folder, data);
                Interrupt interrupt = new Interrupt(console)) {
            SampleSet samples = open.samples(negatives);
            samples.requireRows(part);
            List<Integer> places = k.stream().distinct().toList();
            if (ranking == RankingScope.SAMPLED && samples.group(part) == 1 && !k.isEmpty()) {
                throw Problem.usage(EvaluateCommand.class, "nothingRanked").exception();
            }
            Optional<CatalogueRanking> full = ranking == RankingScope.SAMPLED
                    ? Optional.empty()
                    : Optional.of(RankingEvaluation.of(
                            open, part, users, repeats, RankingMetric.asked(places), share -> goOn(interrupt)));
            Optional<SampledRanking> sampled = ranking == RankingScope.FULL || samples.group(part) == 1
                    ? Optional.empty()
                    : Optional.of(SampledRanking.of(samples, part));
            Evaluation found = Evaluation.of(open, samples, part);
            Optional<Currencies> told = full.filter(ranking -> currencies)
                    .map(ranking -> Currencies.of(open, ranking, places.isEmpty() ? List.of(Ranking.TOP) : places));
            if (json) {
                console.json(new EvaluationJson(found, samples, open.calibrated(), full, sampled, places, told).tree());
            } else {
                new EvaluationText(found, samples, full, sampled, places, told).print(console);
            }
            doubts(full, sampled);
            EvaluationJson.ceiling(samples)
                    .filter(most -> found.intervals().containsKey(RankMetric.AUC.id())
                            && found.intervals().get(RankMetric.AUC.id()).low() > most)
                    .ifPresent(most ->
                            console.say("evaluate.aboveCeiling", found.figures().get(RankMetric.AUC.id()), most));
        }
    }

    /** Says which places tell less than they seem to. */
    private void doubts(Optional<CatalogueRanking> full, Optional<SampledRanking> sampled) {
        k.stream()
                .filter(places -> Collections.frequency(k, places) > 1)
                .distinct()
                .forEach(places -> console.say("evaluate.k.twice", places));
        k.stream().distinct().forEach(places -> {
            full.filter(ranking -> places >= ranking.items())
                    .ifPresent(ranking -> console.say("evaluate.k.all", places, ranking.items()));
            sampled.filter(ranking -> places >= ranking.candidates())
                    .ifPresent(ranking -> console.say("evaluate.k.few", places, ranking.candidates()));
        });
    }

    private static void goOn(Interrupt interrupt) {
        if (interrupt.wished()) {
            throw Problem.cancelled(EvaluateCommand.class, "cancelled").exception();
        }
    }
}
