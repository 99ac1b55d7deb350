package dev.interestlens.data.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.source.Dialect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UnclosedQuoteFinderTest {
    @Test
    void tabsInAFileCutAtTabsAreNoReasonToTrim() {
        UnclosedQuoteFinder scan =
                new UnclosedQuoteFinder(Path.of("log.tsv"), new Dialect("\t", Dialect.NO_QUOTE, false));
        byte[] bytes = "a\tb\t1\n".getBytes(StandardCharsets.UTF_8);
        scan.take(bytes, 0, bytes.length);
        assertThat(scan.summary().wide()).isFalse();
    }
}
