package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.data.DatasetInfo.Finding;
import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.file.TextHead;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.data.source.role.ColumnRoles;
import dev.interestlens.data.source.role.TableRoles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from a choice is never an input of a model without a word. */
class AfterTheChoiceTest {
    @TempDir
    private Path folder;

    private Path log(String column, IntFunction<Object> value) throws IOException {
        return Files.writeString(
                folder.resolve("log.csv"),
                IntStream.range(0, 300)
                        .mapToObj(r -> "u" + r * 5 % 17 + ",i" + r * 7 % 41 + "," + (1_700_000_000L + r * 4000L) + ","
                                + value.apply(r * 31 % 97))
                        .collect(Collectors.joining("\n", "user_id,item_id,timestamp," + column + "\n", "\n")));
    }

    private TableRoles roles(String column, IntFunction<Object> value) throws IOException {
        PrepareOptions options = PrepareOptions.defaults();
        return ColumnRoles.of(TextHead.of(log(column, value), options), options, ColumnMapping.none());
    }

    private PreparedDataset prepare(Path log, PrepareOptions options) {
        return Sources.prepare(List.of(log), options, folder.resolve("data"), Progress.none());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"min_ouvidos", "watch_ratio", "dwell", "watch_time", "amount", "quantity", "useful", "correct"})
    void aNumberOfWhichNoNameSaysThatItIsKnownBeforeIsLeftOut(String column) throws IOException {
        TableRoles numbers = roles(column, n -> 3 + n);
        TableRoles flags = roles(column, n -> n % 2);

        assertThat(numbers.mapping().written()).containsOnlyKeys("user", "item", "time");
        assertThat(numbers.afterTheChoice()).containsExactly(column);
        assertThat(flags.afterTheChoice()).containsExactly(column);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hour_of_day", "position", "price", "temperature", "age", "store_no", "campaign_id", "小时"})
    void whatItsNameSaysIsKnownBeforeIsRead(String column) throws IOException {
        TableRoles roles = roles(column, n -> 3 + n);

        assertThat(roles.mapping().written()).containsEntry("context." + column, column);
        assertThat(roles.afterTheChoice()).isEmpty();
    }

    @Test
    void whatAnEventAmountedToIsLeftOutThoughItsNameSpeaksOfThePriceOrThePlace() throws IOException {
        assertThat(roles("total_price", n -> 3 + n).afterTheChoice()).hasSize(1);
        assertThat(roles("page_reads", n -> 3 + n).afterTheChoice()).hasSize(1);
        assertThat(roles("result", n -> "r" + n % 3).afterTheChoice()).hasSize(1);
        assertThat(roles("device", n -> "r" + n % 3).afterTheChoice()).isEmpty();
    }

    @Test
    void theImportSaysWhatItLeftOutAndReadsItWhereAPersonSaysSo() throws IOException {
        Path log = log("min_ouvidos", n -> 3 + n);
        try (PreparedDataset data = prepare(log, PrepareOptions.defaults())) {
            assertThat(data.schema().contextFields()).isEmpty();
            assertThat(data.info().notes()).contains(new Finding("afterTheChoice", 1, "min_ouvidos", List.of(), ""));
        }
        Files.move(folder.resolve("data"), folder.resolve("before"));
        Map<String, String> kept = Map.of("context.min_ouvidos", "min_ouvidos");
        try (PreparedDataset data = prepare(log, PrepareOptions.defaults().withColumns(kept))) {
            assertThat(data.schema().contextFields()).extracting(Field::name).containsExactly("min_ouvidos");
        }
    }

    @Test
    void aStateThatTakesChoicesBackAndNumberedKindsAreTypesOfEvents() throws IOException {
        TableRoles states =
                roles("status", n -> List.of("paid", "cancelled", "refunded").get(n % 3));
        assertThat(states.mapping().written()).containsEntry("event", "status");
        assertThat(states.eventTypes()).contains("paid", "cancelled", "refunded");
        assertThat(roles("status", n -> List.of("paid", "open", "sent").get(n % 3))
                        .mapping()
                        .written())
                .doesNotContainKey("event");
        assertThat(roles("action_type", n -> 1 + n % 4).eventTypes()).contains("1", "4");
        Path log = log("action_type", n -> 1 + n % 4);
        try (PreparedDataset data = prepare(log, PrepareOptions.defaults())) {
            assertThat(data.info().notes()).extracting(Finding::reason).contains("eventTypesAlike");
        }
    }

    @Test
    void anEventTypeHasFewKinds() throws IOException {
        assertThat(roles("event", n -> "e" + n % 40).mapping().written()).containsEntry("event", "event");
        assertThat(roles("event", n -> "e" + n % 41).mapping().written()).doesNotContainKey("event");
        assertThat(roles("event", n -> n % 12).mapping().written()).containsEntry("event", "event");
        assertThat(roles("event", n -> n % 13).mapping().written()).doesNotContainKey("event");
    }

    @ParameterizedTest
    @ValueSource(strings = {"like", "feedback", "vote", "rating", "label"})
    void likesAndDislikesAreNoInputAndAreAsked(String column) throws IOException {
        Path log = log(column, n -> n % 3 == 0 ? -1 : 1);

        assertThatThrownBy(() -> prepare(log, PrepareOptions.defaults())).hasMessageContaining("minimumLabel=1");
        try (PreparedDataset data = prepare(log, PrepareOptions.defaults().with("minimumLabel", "1"))) {
            assertThat(data.info().counts().events()).isEqualTo(197);
            assertThat(data.info().counts().impressions()).isEqualTo(103);
        }
    }

    @Test
    void lowRatingsThatCountAsChoicesAreTold() throws IOException {
        Path log = log("rating", n -> 1 + n % 5);
        try (PreparedDataset data = prepare(log, PrepareOptions.defaults())) {
            assertThat(data.info().notes()).contains(new Finding("ratingsAlike", 300, "", List.of(), "4"));
        }
        Files.move(folder.resolve("data"), folder.resolve("before"));
        try (PreparedDataset data = prepare(log, PrepareOptions.defaults().with("minimumRating", "4"))) {
            assertThat(data.info().notes()).extracting(Finding::reason).doesNotContain("ratingsAlike");
        }
    }
}
