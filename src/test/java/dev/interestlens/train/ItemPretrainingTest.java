package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.store.Json;
import dev.interestlens.train.run.JournalEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemPretrainingTest {
    @Test
    void aLargeLogIsReadFewerTimesAndAVeryLargeOneInPart() {
        assertThat(ItemPretraining.batches(75)).isEqualTo(8 * 75);
        assertThat(ItemPretraining.batches(1000)).isEqualTo(3600);
        assertThat(ItemPretraining.batches(Integer.MAX_VALUE)).isEqualTo(3600);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, .6, false", // better than what is simpler, beyond chance, AUC of popularity; whether both starts
        // are tried
        "true, false, .6, false",
        "false, true, .6, false",
        "false, false, .6, true",
        "false, false, .7, true",
        "false, false, .75, false",
        "false, false, , true", // of an older version
    })
    void bothStartsAreTriedWhereItIsWorseByWhatMayBeChance(
            boolean used, boolean clear, Double popularity, boolean tried) {
        JournalEntry.Pretrained entry = new JournalEntry.Pretrained(.04, .02, .03, .7, .8, popularity, used, null);

        assertThat(new CatalogueValidation.Judged(entry, clear).isTried()).isEqualTo(tried);
        assertThat(Json.read(Json.line(entry), JournalEntry.class)).isEqualTo(entry);
    }
}
