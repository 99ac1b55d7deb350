package dev.interestlens.data.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.source.PrepareOptions;
import org.junit.jupiter.api.Test;

/** Which separator is taken where several cut the rows. */
class SnifferTest {
    private static String separator(String text) {
        return Sniffer.dialect(text, true, PrepareOptions.defaults()).separator();
    }

    @Test
    void theOneThatCutsMoreRowsAlikeIsTaken() {
        assertThat(separator("a,b;c\n1,2\n3,4\n5,6;7\n")).isEqualTo(",");
        assertThat(separator("a;b,c,d\n1;2\n3;4\n5;6,7,8\n")).isEqualTo(";");
    }

    @Test
    void ofThoseThatCutAsManyRowsAlikeTheOneOfMoreValuesIsTaken() {
        assertThat(separator("1,5;2;3\n2,5;3;4\n")).isEqualTo(";");
        assertThat(separator("1;5,2,3\n2;5,3,4\n")).isEqualTo(",");
    }

    @Test
    void ofThoseThatCutAlikeTheUsualOneIsTaken() {
        assertThat(separator("1,5;2\n2,5;3\n")).isEqualTo(",");
        assertThat(separator("1;5|2\n2;5|3\n")).isEqualTo(";");
    }

    @Test
    void textThatNothingCutsIsCutAtCommas() {
        assertThat(separator("one\ntwo\n")).isEqualTo(",");
    }
}
