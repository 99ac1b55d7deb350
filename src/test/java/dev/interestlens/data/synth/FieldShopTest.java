package dev.interestlens.data.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldShopTest {
    private final FieldShop shop = new FieldShop(60, 3);

    @Test
    void theSameSeedGivesTheSameFiles(@TempDir Path folder) throws IOException {
        shop.write(folder.resolve("a"));
        new FieldShop(60, 3).write(folder.resolve("b"));
        for (String name : List.of("events.csv", "items.csv", "users.csv", "fields.csv", "params.json")) {
            assertThat(folder.resolve("a").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("b").resolve(name));
        }
    }

    @Test
    void theLawIsAProbabilityAndFollowsTheFields() {
        boolean[] seen = new boolean[2_400];
        seen[7] = true;
        double[] law = shop.next(2, 5, seen);
        assertThat(Arrays.stream(law).sum()).isCloseTo(1, within(1e-9));
        assertThat(law[7]).isZero();
        assertThat(shop.next(4, 5, seen)).isNotEqualTo(law);
        assertThat(shop.next(2, 6, seen)).isNotEqualTo(law);
    }

    @Test
    void noEventIsOnTheOccasionOfTheCustomersOwnProfession() {
        for (int user = 0; user < 60; user++) {
            int profession = shop.profession(user);
            assertThat(shop.user(user)).noneMatch(event -> event.occasion() == profession);
        }
    }

    @Test
    void everyFieldIsReadAndEveryEventHasItsCause(@TempDir Path folder) throws IOException {
        FieldShop.Report report = shop.write(folder.resolve("shop"));
        assertThat(report.ceiling()).isBetween(0.85, 0.99);
        try (PreparedDataset data = Sources.prepare(
                List.of(folder.resolve("shop")), PrepareOptions.defaults(), folder.resolve("data"), Progress.none())) {
            assertThat(data.schema().userFields())
                    .extracting(Field::name)
                    .containsExactlyInAnyOrder("profession", "city");
            assertThat(data.schema().contextFields())
                    .extracting(Field::name)
                    .containsExactlyInAnyOrder("occasion", "device");
            assertThat(data.schema().itemFields())
                    .extracting(Field::name)
                    .containsExactlyInAnyOrder("item", "category", "offer", "colour");
            assertThat(data.events()).isEqualTo(report.events());
        }
        try (var lines = Files.lines(folder.resolve("shop").resolve("fields.csv"))) {
            assertThat(lines.count()).isEqualTo(report.events() + 1);
        }
    }
}
