package dev.interestlens.explain.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.Field;
import dev.interestlens.data.Schema;
import dev.interestlens.model.FieldToken;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PartWordsTest {
    /** The item and its category are the program's own names, which have a translation; other fields are the data's. */
    @Test
    void fieldsInTheSequenceAreNamedInBothLanguages() {
        Schema schema = new Schema(
                List.of(
                        Field.categorical("item", 9),
                        Field.categorical("category", 5),
                        Field.categorical("item_brand", 4)),
                List.of(Field.categorical("country", 3)),
                List.of());
        assertThat(names(schema, Locale.ENGLISH))
                .containsExactly("user country", "candidate item", "candidate category", "candidate item_brand");
        assertThat(names(schema, Locale.SIMPLIFIED_CHINESE))
                .containsExactly("用户 country", "候选物品", "候选类别", "候选 item_brand");
    }

    private static List<String> names(Schema schema, Locale language) {
        return FieldToken.of(schema).stream()
                .map(token -> PartWords.token(token).in(language))
                .toList();
    }
}
