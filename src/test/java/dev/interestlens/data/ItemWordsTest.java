package dev.interestlens.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.testing.TinyShop;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemWordsTest {
    @Test
    void everyWordStandsInATitleOrTheKey(@TempDir Path folder) {
        try (PreparedDataset data = PreparedDataset.open(TinyShop.prepare(folder))) {
            ItemWords words = new ItemWords(data);
            int item = Field.FIRST + 3;
            String title = data.itemTitle(item, Locale.ENGLISH);
            String ofTitle = title.substring(0, title.indexOf(' '));

            assertThat(words.find(data.itemKey(item).toUpperCase(Locale.ROOT), 9, () -> false))
                    .contains(item);
            assertThat(words.find(ofTitle + " " + data.itemKey(item), 9, () -> false))
                    .containsExactly(item);
            assertThat(words.find(data.itemTitle(item, Locale.CHINESE), 9, () -> false))
                    .contains(item);
            assertThat(words.find(ofTitle + " nowhere", 9, () -> false)).isEmpty();
            assertThat(words.find("", 2, () -> false)).isEqualTo(List.of(Field.FIRST, Field.FIRST + 1));
            assertThat(words.find(ofTitle, 9, () -> true)).isEmpty();
        }
    }
}
