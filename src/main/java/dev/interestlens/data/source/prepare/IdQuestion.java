package dev.interestlens.data.source.prepare;

import dev.interestlens.data.KeyText;
import dev.interestlens.data.source.ImportRules.AlikeIds;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.layout.TableInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether ids that differ only by letter case, a fraction of zeros or leading zeros are one. Where nobody answers, they are kept apart.
 *
 * @param count of such ids among the first rows
 * @param examples ids that are alike, of a few groups
 */
public record IdQuestion(int count, List<String> examples) {

    /** The setting that takes the answer, as in {@link PrepareOptions#with}. */
    public static final String SETTING = "joinIds";

    /** Its values: joined, kept apart. */
    public static final List<String> ANSWERS = List.of(AlikeIds.JOIN.toString(), AlikeIds.APART.toString());

    private static final int SHOWN = 3;

    public IdQuestion {
        examples = List.copyOf(examples);
    }

    /** About the first rows of all tables; empty where no ids are alike, or the options decide. */
    static Optional<IdQuestion> of(List<TableInput> tables, PrepareOptions options) {
        if (options.rules().alikeIds() != AlikeIds.ASK) {
            return Optional.empty();
        }
        List<Set<String>> groups =
                Roles.needed().stream().flatMap(role -> alike(tables, role)).toList();
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(new IdQuestion(
                        groups.stream().mapToInt(Set::size).sum(),
                        groups.stream()
                                .limit(SHOWN)
                                .map(group -> String.join(" = ", group))
                                .toList()));
    }

    private static Stream<Set<String>> alike(List<TableInput> tables, Roles role) {
        Map<String, Set<String>> joined = new TreeMap<>();
        for (TableInput table : tables) {
            table
                    .mapping()
                    .column(role)
                    .filter(column -> table.head().column(column) >= 0)
                    .map(table.head()::values)
                    .orElse(List.of())
                    .stream()
                    .map(KeyText::clean)
                    .filter(key -> !key.isEmpty())
                    .forEach(key -> joined.computeIfAbsent(KeyText.joined(key), each -> new TreeSet<>())
                            .add(key));
        }
        return joined.values().stream().filter(group -> group.size() > 1);
    }
}
