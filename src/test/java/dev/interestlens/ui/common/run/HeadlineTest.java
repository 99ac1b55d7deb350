package dev.interestlens.ui.common.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.testing.ValidFigures;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import org.junit.jupiter.api.Test;

class HeadlineTest {
    @Test
    void theCatalogueComesBeforeAucWhereItWasRanked() {
        Messages messages = new Messages(Language.ENGLISH);
        JournalEntry.Ranked ranked = ValidFigures.ranked(500, 9681, 0.0412, 0.08, null);
        assertThat(Headline.of(ValidFigures.of(0.9, 0.8, 0.5, ranked, null), messages))
                .isEqualTo("NDCG@10 0.0412 · AUC 0.9000");
        assertThat(Headline.of(ValidFigures.of(0.9, 0.8, 0.5), messages)).isEqualTo("AUC 0.9000");
        assertThat(Headline.first(ValidFigures.of(0.9, 0.8, 0.5, ranked, null), messages))
                .isEqualTo("NDCG@10 0.0412");
        assertThat(Headline.first(ValidFigures.of(0.9, 0.8, 0.5), messages)).isEqualTo("AUC 0.9000");
        assertThat(Headline.of(null, messages)).isEqualTo("AUC –");
    }
}
