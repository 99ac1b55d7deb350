package dev.interestlens.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CitationTest {
    @Test
    void manualAndCitationFileSayTheSame() {
        assertThat(Path.of("src/site/markdown/exports.md"))
                .content()
                .contains(
                        "title   = {" + Citation.TITLE + "}",
                        "{{" + Citation.AUTHORS + "}}",
                        "{" + Citation.YEAR + "}");
        assertThat(Path.of(".github/CITATION.cff"))
                .content()
                .contains("title: \"" + Citation.TITLE + "\"", "name: " + Citation.AUTHORS);
    }

    @Test
    void bracesAreClosed() {
        String bibtex = Citation.bibtex();
        assertThat(bibtex.chars().filter(c -> c == '{').count())
                .isEqualTo(bibtex.chars().filter(c -> c == '}').count());
    }
}
