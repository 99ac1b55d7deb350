package dev.interestlens.measurement.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups of users whose numbers are known. */
class UserGroupsTest {
    private static CountedUsers log;

    @BeforeAll
    static void prepare(@TempDir Path folder) {
        log = new CountedUsers(folder);
    }

    @AfterAll
    static void close() {
        log.close();
    }

    private static Map<String, Integer> users(String field) {
        Map<String, Integer> users = new LinkedHashMap<>();
        log.groups().stream()
                .filter(group -> group.field().equals(field))
                .forEach(group -> users.put(group.value().en(), group.users()));
        return users;
    }

    @Test
    void numbersAreCutAtTheirQuartiles() {
        assertThat(users("historyLength")).isEqualTo(Map.of("2", 60, "3", 60, "4", 60, "5", 60));
        assertThat(users("sinceLast")).isEqualTo(Map.of("60 s", 120, "60 min", 120));
        assertThat(users("repeats")).isEqualTo(Map.of("0 %–20 %", 180, "25 %–50 %", 60));
    }

    @Test
    void whatTheTrueItemIsSplitsUsersInTwo() {
        assertThat(users("repeated")).isEqualTo(Map.of("yes", 60, "no", 180));
        assertThat(users("cold")).isEmpty();
    }

    @Test
    void thirtyUsersAreAGroup() {
        assertThat(users("category")).isEqualTo(Map.of("low", 120, "high", 90, "rare", 30));
        assertThat(users("all")).isEqualTo(Map.of("", CountedUsers.USERS));
    }

    @Test
    void sixtyUsersAreAPairWhereEachSideHasSixtyMore() {
        assertThat(users("sinceLast+category")).isEqualTo(Map.of("60 s + low", 60, "60 min + low", 60));
        assertThat(users("sinceLast+repeated")).isEqualTo(Map.of("60 s + no", 60)); // 120 of 60 min + no leave none
        assertThat(users("historyLength+sinceLast")).isEmpty();
        UserGroup pair = log.groups().stream()
                .filter(group -> group.field().equals("sinceLast+category"))
                .findFirst()
                .orElseThrow();
        assertThat(pair.name().en()).isEqualTo("last event 60 s ago + category low");
        assertThat(pair.tested().kinds()).containsExactly("sinceLast", "category");
        assertThat(pair.entries().stream().map(log::number))
                .allMatch(user -> user % 2 == 0 && user % 40 < 20)
                .hasSize(60);
    }
}
