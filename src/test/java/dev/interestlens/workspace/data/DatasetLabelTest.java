package dev.interestlens.workspace.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetLabelTest {
    @ParameterizedTest
    @CsvSource({"purchases-001,purchases", "purchases-002,purchases-002", "movielens,movielens"})
    void onlyTheFirstImportIsNamedWithoutItsNumber(String folder, String name) {
        assertThat(DatasetLabel.NONE.nameOf(Path.of("datasets", folder))).isEqualTo(name);
    }

    @Test
    void aLabelIsTheName() {
        assertThat(new DatasetLabel("Spring").nameOf(Path.of("purchases-001"))).isEqualTo("Spring");
    }
}
