package dev.interestlens.export.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfTablesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0000",
        "-0.0, 8000",
        "1, 3c00",
        "-2, c000",
        "0.1, 2e66",
        "65504, 7bff",
        "1e6, 7bff",
        "-1e6, fbff",
        "6.1035156e-5, 0400", // the least of full precision
        "6.0975552e-5, 03ff",
        "5.9604645e-8, 0001",
        "2.9802322e-8, 0000", // half of it: to the even one
        "8.9406967e-8, 0002",
        "2049, 6800", // between two: to the even one
        "2051, 6802",
        "NaN, 7e00"
    })
    void aNumberBecomesTheNearestOfSixteenBits(float value, String bits) {
        assertThat(String.format(Locale.ROOT, "%04x", HalfTables.half(value))).isEqualTo(bits);
    }
}
