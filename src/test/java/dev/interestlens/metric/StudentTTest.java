package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {
    /** By SciPy's {@code stats.t.ppf(0.975, degrees)}. */
    @ParameterizedTest
    @CsvSource({
        "1, 12.706204736",
        "2, 4.302652730",
        "4.5, 2.658912347",
        "30, 2.042272456",
        "31, 2.039513446",
        "60, 2.000297822",
        "1000, 1.962339081"
    })
    void aQuantileIsThatOfItsDegreesOfFreedomHoweverMany(double degrees, double quantile) {
        assertThat(StudentT.quantile(degrees)).isCloseTo(quantile, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"0", "-3", "NaN"})
    void fewerThanOneDegreeIsOne(double degrees) {
        assertThat(StudentT.quantile(degrees)).isCloseTo(StudentT.quantile(1), within(1e-12));
    }
}
