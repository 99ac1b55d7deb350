package dev.interestlens.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.question.Difference.Verdict;
import dev.interestlens.store.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final Control LOG = new Control("log", List.of("order", "bag"), "order");

    @Test
    void aDifferenceIsShownWhereItsIntervalHoldsNoZero() {
        assertThat(Difference.of(new double[] {.10, .11, .12}).verdict()).isEqualTo(Verdict.ABOVE);
        assertThat(Difference.of(new double[] {-.10, -.11, -.12}).verdict()).isEqualTo(Verdict.BELOW);
        assertThat(Difference.of(new double[] {-.10, .11, .12}).verdict()).isEqualTo(Verdict.NOT_SHOWN);
    }

    @Test
    void oneSeedShowsNothing() {
        Difference one = Difference.of(new double[] {.5});

        assertThat(one.verdict()).isEqualTo(Verdict.NOT_SHOWN);
        assertThat(one.words(3).en()).isEqualTo("+0.500");
    }

    @Test
    void pairsAreOfTheSameSeed() {
        Difference paired = Difference.paired(new double[] {.9, .7, .8}, new double[] {.8, .6, .7});

        assertThat(paired.mean()).isCloseTo(.1, within(1e-12));
        assertThat(paired.verdict()).isEqualTo(Verdict.ABOVE);
        assertThat(Difference.of(new double[] {-.02, -.04, -.03}).words(2).en()).isEqualTo("−0.03 [−0.05, −0.01]");
    }

    @Test
    void onlyControlsAndValuesThatAreThereCanBeSet() {
        Settings usual = Settings.usual(List.of(LOG));

        assertThat(usual.with(List.of(LOG), "log=bag").get("log")).isEqualTo("bag");
        for (String wrong : List.of("log=none", "logs=bag", "log", "=bag")) {
            assertThatThrownBy(() -> usual.with(List.of(LOG), wrong)).as(wrong).isInstanceOf(ProblemException.class);
        }
    }
}
