package dev.interestlens.explain.sentence;

import static dev.interestlens.explain.sentence.SentenceCases.FIRST_THREE;
import static dev.interestlens.explain.sentence.SentenceCases.alike;
import static dev.interestlens.explain.sentence.SentenceCases.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.sentence.Sentence.Template;
import dev.interestlens.model.Removal;
import dev.interestlens.model.Removal.Table;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When and how a sentence tells of the part that comes from what followed what. */
class TablePartTest {
    private static final LookResult LOOKED = Fixtures.looked(FIRST_THREE);

    /** Behaviour 0 adds so much through attention and by the table. */
    private static Removal removal(Table stands, double attention, double table) {
        return Fixtures.additive(attention, 0, 0, 0, 0, 0, 0, 0).plus(stands, kept -> kept[0] ? table : 0);
    }

    private static Sentence said(double attention, double table) {
        return say(LOOKED, removal(Table.BESIDE, attention, table));
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, .5, 'Of what it adds (2.00 logits), 0.50 come by what followed what, the rest goes through attention.'",
        "1, 1, 'Of what it adds (2.00 logits), 1.00 come'",
        ".99, 1.01, 'Most of what it adds (1.01 of 2.00 logits) comes by what followed what, not through attention.'",
        ".1, 1.9, 'Most of what it adds (1.90 of'",
        ".09, 1.91, 'What it adds (2.00 logits) comes by what followed what alone, hardly any of it through attention.'",
        "-.09, 2.09, 'What it adds (2.00 logits) comes by what followed what alone'",
        "-.1, 2.1, 'what followed what would give 2.10; what goes through attention works against it.'",
        "2.5, -.5, 'What it adds would be 2.50 instead of 2.00 logits through attention alone; what followed what'"
    })
    void theSentenceSaysWhoDidIt(double attention, double table, String words) {
        Sentence sentence = said(attention, table);
        assertThat(sentence.template()).isEqualTo(Template.STRONG);
        assertThat(sentence.text().en())
                .contains("mainly because of \"Item 0\"")
                .contains(words);
        assertThat(sentence.text().zh()).contains("前后相继表");
        assertThat(sentence.table().fall()).isEqualTo(attention + table);
    }

    @Test
    void lessThanAQuarterOrATenthOfALogitIsNotSaid() {
        assertThat(said(1.51, .49).table().isSaid()).isFalse();
        assertThat(said(2.49, -.49).table().isSaid()).isFalse();
        assertThat(said(.101, .099).table().isSaid()).isFalse();
        assertThat(said(.1, .1).table().isSaid()).isTrue();
        assertThat(said(1.51, .49).text().en()).doesNotContain("followed");
    }

    @Test
    void ofWhatLowersTheScoreItSaysWhatItTakesAway() {
        assertThat(said(-1, -1).text().en())
                .contains("Of what it takes away (2.00 logits), 1.00 come by what followed what");
    }

    @Test
    void ofSeveralBehavioursItSaysWhatTheyAdd() {
        assertThat(new TablePart(2, 1, true).text(true).en()).startsWith("Of what they add (2.00");
        assertThat(new TablePart(-2, -1, true).text(true).en()).startsWith("Of what they take away (2.00");
    }

    @Test
    void ofAModelWithoutAttentionTheRestGoesThroughTheModel() {
        assertThat(say(alike(8), removal(Table.BESIDE, 1, 1)).text().en()).contains("the rest of the model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "ALONE"})
    void nothingIsSaidWhereNoTableStandsBesideTheModel(Table stands) {
        assertThat(say(LOOKED, removal(stands, 1, 1)).text().en()).doesNotContain("followed");
    }

    @Test
    void theWordsAreOfBothLanguages() {
        Sentence sentence = said(1, 1);
        for (Locale language : Arrays.asList(Locale.ENGLISH, Locale.CHINESE)) {
            assertThat(sentence.text().in(language)).doesNotContain("{");
        }
    }
}
