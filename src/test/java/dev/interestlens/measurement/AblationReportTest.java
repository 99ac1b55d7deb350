package dev.interestlens.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interestlens.measurement.compare.PairedFigure;
import dev.interestlens.measurement.compare.RunComparison;
import dev.interestlens.measurement.compare.RunComparison.By;
import dev.interestlens.measurement.compare.RunComparison.Configuration;
import dev.interestlens.measurement.compare.RunComparison.Figure;
import dev.interestlens.measurement.compare.RunComparison.Pair;
import dev.interestlens.measurement.compare.RunComparison.Run;
import dev.interestlens.metric.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AblationReportTest {
    private static Interval range(double low, double high) {
        return new Interval(low, high, .95);
    }

    private static Map<String, Figure> figures(double auc) {
        return Map.of("auc", new Figure(auc, range(auc - .1, auc + .1)), "ndcg10", new Figure(auc / 2, null));
    }

    private static Run run(String name, long seed, double auc) {
        return new Run(name, name, Map.of(), seed, 10, 20, false, figures(auc));
    }

    private static Pair auc(String a, String b, By by, int seeds, double difference) {
        return new Pair(a, b, "auc", by, seeds, difference, range(difference - .01, difference + .02));
    }

    private static RunComparison found(List<Run> runs, List<Configuration> configurations, List<Pair> pairs) {
        return new RunComparison(runs, configurations, pairs, false, List.of());
    }

    @Test
    void aVariantIsHeldAgainstTheFullModelWhicheverStandsFirstInThePair() {
        AblationReport report = AblationReport.of(found(
                List.of(run("full", 1, .8), run("less", 1, .7), run("more", 1, .9)),
                List.of(),
                List.of(auc("full", "less", By.USERS, 1, .1), auc("more", "full", By.USERS, 1, .1))));
        assertThat(report.of(PairedFigure.AUC))
                .extracting(AblationReport.Row::variant, AblationReport.Row::difference, AblationReport.Row::by)
                .containsExactly(
                        tuple("full", Double.NaN, "none"), tuple("less", -.1, "users"), tuple("more", .1, "users"));
        AblationReport.Row less = report.of(PairedFigure.AUC).get(1);
        assertThat(less.differenceLow()).isEqualTo(-.1 - .02);
        assertThat(less.differenceHigh()).isEqualTo(-.1 + .01);
        assertThat(less.isBehind()).isTrue();
        assertThat(report.of(PairedFigure.AUC).get(2).isAhead()).isTrue();
        assertThat(report.of(PairedFigure.first())).noneMatch(AblationReport.Row::isPaired);
    }

    @Test
    void runsThatDifferInTheSeedAreOneVariantAndPairedBySeedWhereTheFullModelHasTheSame() {
        List<Run> runs = List.of(run("full", 1, .8), run("full 2", 2, .82), run("less", 1, .7), run("less 2", 2, .71));
        List<Configuration> bestFirst =
                List.of(new Configuration("full", 2, figures(.81)), new Configuration("less", 2, figures(.705)));
        AblationReport report = AblationReport.of(found(
                runs,
                bestFirst,
                List.of(auc("full", "less", By.USERS, 1, .1), auc("full", "less", By.SEEDS, 2, .105))));
        assertThat(report.of(PairedFigure.AUC))
                .extracting(AblationReport.Row::variant, AblationReport.Row::seeds, AblationReport.Row::difference)
                .containsExactly(tuple("full", 2, Double.NaN), tuple("less", 2, -.105));
    }

    @Test
    void theSentenceNamesTheVariantThatLosesMost() {
        AblationReport report = AblationReport.of(found(
                List.of(run("full", 1, .8), run("less", 1, .7), run("least", 1, .6), run("same", 1, .8)),
                List.of(),
                List.of(
                        auc("full", "less", By.USERS, 1, .1),
                        auc("full", "least", By.USERS, 1, .2),
                        auc("full", "same", By.USERS, 1, 0))));
        assertThat(new AblationMeasurement()
                        .tell(Map.of("all", report))
                        .panels()
                        .get(PairedFigure.all().size() - 1)
                        .finding()
                        .in(Locale.ENGLISH))
                .isEqualTo("2 of 3 variants are behind full in AUC beyond chance, furthest least: −0.2000 [−0.2200, "
                        + "−0.1900], paired by users.");
    }
}
