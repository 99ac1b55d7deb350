package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.ColumnMapping.By;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnMappingTest {
    @TempDir
    private Path folder;

    private Path log(String header, String further) throws IOException {
        String rows = IntStream.range(0, 300)
                .mapToObj(r -> "u" + r * 7 % 23 + further.replace("{}", "" + r * 5 % 29) + ",i" + r * 11 % 31 + ","
                        + (1_700_000_000L + r * 60L))
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("log.csv"), header + "\n" + rows + "\n");
    }

    @Test
    void everyRoleIsFoundByItsId() {
        for (Roles role : Roles.values()) {
            if (role.isGroup()) {
                assertThat(ColumnRole.of(role.id() + "brand")).contains(new FieldRole(role, "brand"));
                assertThat(ColumnRole.of(role.id())).isEmpty();
            } else {
                assertThat(ColumnRole.of(role.id())).contains(role);
            }
        }
        assertThat(ColumnRole.of("colour")).isEmpty();
        assertThat(Stream.of(Roles.values()).map(Roles::id)).doesNotHaveDuplicates();
    }

    @Test
    void whatAPersonWroteComesBackInItsOrder() {
        Map<String, String> written = new LinkedHashMap<>();
        written.put("item", "sku");
        written.put("item.brand", "maker");
        written.put("user", "who");
        written.put("order", "row");
        ColumnMapping typed = ColumnMapping.typed(written);

        assertThat(typed.written()).containsExactlyEntriesOf(written);
        assertThat(typed.by(Roles.ITEM)).isEqualTo(By.PERSON);
        assertThat(typed.fields(Roles.ITEM_FIELD)).containsExactly(new FieldRole(Roles.ITEM_FIELD, "brand"));
        assertThat(typed.roleOf("who")).contains(Roles.USER);
    }

    @Test
    void whatNoColumnCanBeIsRefused() {
        for (String role : new String[] {"colour", "micros", "item.", ""}) {
            assertThatThrownBy(() -> ColumnMapping.typed(Map.of(role, "c")))
                    .as(role)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("title_zh");
        }
        assertThatThrownBy(() -> ColumnMapping.none().with(Roles.ITEM_FIELD, "c"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theColumnThatAPersonChoseIsNotAskedForItsNamesake() throws IOException {
        Path log = log("user_id,USER-ID,item_id,ts", ",x{}");
        PrepareOptions usual = PrepareOptions.defaults();

        assertThatThrownBy(() -> Sources.prepare(List.of(log), usual, folder.resolve("a"), Progress.none()))
                .hasMessageContaining("user_id (1), USER-ID (2)");
        try (PreparedDataset data =
                Sources.prepare(List.of(log), usual.with("user", "USER-ID"), folder.resolve("b"), Progress.none())) {
            assertThat(data.info().origin().settings()).containsEntry("map.log.csv.user", "USER-ID");
        }
    }

    @Test
    void aMappingMaySayThatNoColumnTellsTheTimes() throws IOException {
        Path log = log("user_id,item_id,ts", "");
        PrepareOptions options = PrepareOptions.defaults()
                .withColumns(Map.of("user", "user_id", "item", "item_id", "time", PrepareOptions.NONE));

        try (PreparedDataset data = Sources.prepare(List.of(log), options, folder.resolve("data"), Progress.none())) {
            assertThat(data.info().times().timed()).isFalse();
            assertThat(data.info().origin().settings())
                    .containsEntry("left.log.csv.ts", "notChosen")
                    .doesNotContainKey("map.log.csv.time");
        }
    }
}
