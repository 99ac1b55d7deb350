package dev.interestlens.data.source.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.source.role.ColumnName.Meaning;
import org.junit.jupiter.api.Test;

/** What the words in names of columns mean. */
class ColumnNameTest {
    private static boolean has(String column, Meaning meaning) {
        return ColumnName.of(column).has(meaning);
    }

    @Test
    void wordsAreFoundHoweverTheyAreJoined() {
        for (String name : new String[] {"user_id", "userId", "USER-ID", "userid", "UserID", "user id:token"}) {
            assertThat(has(name, Meaning.USER)).as(name).isTrue();
            assertThat(has(name, Meaning.ID)).as(name).isTrue();
        }
        assertThat(has("kundennr", Meaning.USER)).isTrue();
        assertThat(has("kundennr", Meaning.ID)).isTrue();
        assertThat(has("用户编号", Meaning.USER)).isTrue();
    }

    @Test
    void aWordWithinAnotherIsNone() {
        assertThat(has("story", Meaning.ITEM)).isTrue();
        assertThat(has("history", Meaning.ITEM)).isFalse();
        assertThat(has("xstory", Meaning.ITEM)).isTrue(); // one letter abbreviates a word
        assertThat(has("plat", Meaning.ITEM)).isTrue();
        assertThat(has("platform", Meaning.ITEM)).isFalse();
        assertThat(has("abstory", Meaning.ITEM)).isFalse();
        assertThat(has("abcstory", Meaning.ITEM)).isTrue();
        assertThat(has("platzzz", Meaning.ITEM)).isFalse(); // three letters behind a short word
        assertThat(has("platzz", Meaning.ITEM)).isTrue();
        assertThat(has("platbirth", Meaning.ITEM)).isTrue(); // another word behind it
        assertThat(has("storyzzz", Meaning.ITEM)).isTrue(); // five letters are no chance
        assertThat(ColumnName.of("zzz").meanings()).isEmpty();
        assertThat(ColumnName.of("zzz").clean()).isFalse();
        assertThat(ColumnName.of("user_id").clean()).isTrue();
        assertThat(ColumnName.of("user_zzz").clean()).isFalse();
    }

    @Test
    void theLongestWordCounts() {
        assertThat(has("birthday", Meaning.OTHERDATE)).isTrue();
        assertThat(has("birthday", Meaning.ORDER)).isFalse(); // of its day
        assertThat(has("day", Meaning.ORDER)).isTrue();
    }

    @Test
    void numbersOfThingsTellThemApartAndCountsDoNot() {
        assertThat(ColumnName.isNumbering("seller_id")).isTrue();
        assertThat(ColumnName.isNumbering("brand")).isTrue();
        assertThat(ColumnName.isNumbering("zip_code")).isTrue();
        assertThat(ColumnName.isNumbering("number_of_pages")).isFalse();
        assertThat(ColumnName.isNumbering("city_population")).isFalse();
        assertThat(ColumnName.isNumbering("price_id")).isFalse();
        assertThat(ColumnName.isNumbering("zzz")).isFalse();
    }

    @Test
    void aNameLacksWhatNoneOfItsWordsMeans() {
        assertThat(ColumnName.of("user_id").lacks(Meaning.ITEM, Meaning.TIME)).isTrue();
        assertThat(ColumnName.of("user_id").lacks(Meaning.ITEM, Meaning.USER)).isFalse();
    }
}
