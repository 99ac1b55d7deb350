package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interestlens.data.DatasetInfo.Finding;
import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.data.source.role.ColumnRoles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a field is a number or a category. */
@Tag("thorough")
class FieldKindsTest {
    private static final String ITEM_FIELD = "item.";
    private static final String CONTEXT_FIELD = "context.";

    @TempDir
    private Path folder;

    /** A log with a field of the event or of the item. */
    private PreparedDataset prepare(String role, IntFunction<String> value) throws IOException {
        Random random = new Random(5);
        StringBuilder log = new StringBuilder("user,item,time,field\n");
        for (int row = 0; row < 600; row++) {
            int item = random.nextInt(50);
            log.append("u" + row % 20 + ",i" + item + "," + (1_600_000_000 + row) + ","
                    + value.apply(role.startsWith(ITEM_FIELD) ? item : row) + "\n");
        }
        Path file = Files.writeString(folder.resolve("log.csv"), log.toString());
        PrepareOptions options = PrepareOptions.defaults()
                .withMapping(Map.of("user", "user", "item", "item", "time", "time", role, "field"));
        return Sources.prepare(List.of(file), options, folder.resolve("out"), Progress.none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"brand_id", "seller", "zip", "campaign_code", "shopId", "品牌"})
    void numbersThatTellThingsApartAreCategories(String name) throws IOException {
        try (PreparedDataset data = prepare(ITEM_FIELD + name, item -> "10" + item)) {
            assertThat(data.schema().itemFields().get(1).isCategorical()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"price", "number_of_pages", "city_population", "room_count", "num_seats", "weight"})
    void numbersThatMeasureAreNumbers(String name) throws IOException {
        try (PreparedDataset data = prepare(ITEM_FIELD + name, item -> "10" + item)) {
            assertThat(data.schema().itemFields().get(1).isCategorical()).isFalse();
        }
    }

    @Test
    void aFractionNumbersNothing() throws IOException {
        assertThat(ColumnRoles.isNumbering("location")).isTrue();
        try (PreparedDataset data = prepare(ITEM_FIELD + "location", item -> "10." + item)) {
            assertThat(data.schema().itemFields().get(1).isCategorical()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NULL", "NA", "\\N", "None", "nan", ""})
    void whatStandsForAMissingNumberLeavesTheOthersNumbers(String missing) throws IOException {
        try (PreparedDataset data =
                prepare(CONTEXT_FIELD + "dwell", row -> row % 10 == 0 ? missing : String.valueOf(100 + row))) {
            Field dwell = data.schema().contextFields().get(0);
            assertThat(dwell.isCategorical()).isFalse();
            assertThat(dwell.scale().low()).isGreaterThan(100);
            assertThat(data.info().notes())
                    .extracting(Finding::reason, Finding::file, Finding::count)
                    .contains(tuple("numberMissing", "events.context.dwell", 60L));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CONTEXT_FIELD, ITEM_FIELD})
    void fewTextsThatKeepAFieldFromBeingANumberAreTold(String role) throws IOException {
        try (PreparedDataset data = prepare(role + "price", n -> n % 10 == 0 ? "-" : String.valueOf(100 + n))) {
            boolean item = role.equals(ITEM_FIELD);
            Field price = item
                    ? data.schema().itemFields().get(1)
                    : data.schema().contextFields().get(0);
            assertThat(price.isCategorical()).isTrue();
            String field = item ? "items.field.price" : "events.context.price";
            assertThat(data.info().notes()).contains(new Finding("numbersButFor", 1, field, List.of(), "-"));
        }
    }

    @Test
    void textsWithSomeNumbersAmongThemAreACategoryWithoutAWord() throws IOException {
        try (PreparedDataset data = prepare(CONTEXT_FIELD + "code", n -> n % 2 == 0 ? "a" + n : "" + n)) {
            assertThat(data.info().notes()).extracting(Finding::reason).doesNotContain("numbersButFor");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NULL", "NA", "\\N", "None", "nan", ""})
    void whatStandsForAMissingCategoryIsNone(String missing) throws IOException {
        IntFunction<String> kinds = n -> n % 3 == 0 ? missing : n % 3 == 1 ? "phone" : "desk";
        try (PreparedDataset data = prepare(CONTEXT_FIELD + "device", kinds)) {
            Field device = data.schema().contextFields().get(0);
            assertThat(IntStream.range(Field.FIRST, device.size()).mapToObj(id -> data.contextValue(0, id)))
                    .containsExactly("desk", "phone");
            assertThat(data.contextField(0, data.firstEvent(data.userOf("u0")))).isEqualTo(Field.UNKNOWN);
        }
    }

    @Test
    void aFieldOfAnItemIsTheFirstOneThatIsKnown() throws IOException {
        int[] seen = new int[50];
        try (PreparedDataset data =
                prepare(ITEM_FIELD + "maker", item -> seen[item]++ == 0 ? "NULL" : "maker " + item)) {
            assertThat(data.schema().itemFields().get(1).size()).isEqualTo(Field.FIRST + 50);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CONTEXT_FIELD + "country", ITEM_FIELD + "country", "category"})
    void naAmongCodesOfTwoLettersIsOneOfThem(String role) throws IOException {
        List<String> countries = List.of("DE", "NA", "FR", "ZA");
        try (PreparedDataset data = prepare(role, n -> countries.get(n % 4))) {
            Field country = role.startsWith(CONTEXT_FIELD)
                    ? data.schema().contextFields().get(0)
                    : data.schema().itemFields().get(1);
            assertThat(country.size()).isEqualTo(Field.FIRST + countries.size());
            assertThat(data.info().notes()).contains(new Finding("codeNa", 1, "field", List.of(), "DE, FR, ZA"));
        }
    }

    @Test
    void naAmongCodesOfAFileOfItemsIsOneOfThem() throws IOException {
        List<String> countries = List.of("DE", "NA", "FR", "ZA");
        Path logs = Files.createDirectory(folder.resolve("logs"));
        List<String> events = new ArrayList<>(List.of("user,item,time"));
        List<String> items = new ArrayList<>(List.of("item,country"));
        for (int n = 0; n < 200; n++) {
            events.add("u" + n % 20 + ",i" + n % 50 + "," + (1_600_000_000 + n));
            if (n < 50) {
                items.add("i" + n + "," + countries.get(n % 4));
            }
        }
        Files.write(logs.resolve("events.csv"), events);
        Files.write(logs.resolve("items.csv"), items);
        PrepareOptions options = PrepareOptions.defaults();
        try (PreparedDataset data = Sources.prepare(List.of(logs), options, folder.resolve("out"), Progress.none())) {
            assertThat(data.schema().itemFields().get(1).size()).isEqualTo(Field.FIRST + countries.size());
            assertThat(data.info().notes()).extracting(Finding::reason).contains("codeNa");
        }
    }
}
