package dev.interestlens.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.explain.words.Text;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The checks of a model and their results: {@code contract.json}. */
public record Contract(List<Verdict> verdicts) {
    private static final String FORMAT = "interest-lens.contract";

    /** All checks. */
    public enum Check {
        /** Ids are those with which the model was trained. */
        NUMBERING,
        /** Logits are numbers. */
        FINITE,
        /** The same batch gives the same logits. */
        REPEATABLE,
        /** A score does not depend on other samples of the batch. */
        BATCH_MATES,
        BATCH_ORDER,
        BATCH_SIZE,
        /** Padding is not read. */
        PADDING,
        /** Inputs of other lengths give the same logits. */
        LENGTHS,
        /** A masked id is not read. */
        MASK,
        /** Ids behind the length are not read. */
        LENGTH_INPUT,
        EMPTY_HISTORY,
        ID_RANGE,
        SCALE,
        HISTORY_MATTERS,
        CANDIDATE_MATTERS,
        /** Whether the order of the history is read. */
        ORDER,
        /** Which side is padded. */
        SIDE,
        /** How behaviours are removed. */
        REMOVAL,
        /** Whether attention was found, and whether it matters. */
        ATTENTION
    }

    /**
     * The result of one check.
     *
     * @param passed null for a neutral finding
     */
    public record Verdict(Check check, Boolean passed, Text words) {
        public boolean failed() {
            return Boolean.FALSE.equals(passed);
        }
    }

    public Contract {
        verdicts = List.copyOf(verdicts);
    }

    /** Failed ones first. */
    public List<Verdict> worstFirst() {
        List<Verdict> sorted = new ArrayList<>(verdicts);
        sorted.sort(java.util.Comparator.comparingInt(each -> each.failed() ? 0 : each.passed() == null ? 1 : 2));
        return sorted;
    }

    public Optional<Verdict> of(Check check) {
        return verdicts.stream().filter(each -> each.check() == check).findFirst();
    }

    public boolean failed(Check check) {
        return of(check).filter(Verdict::failed).isPresent();
    }

    /** The reason why removal of behaviours is meaningless; empty where it is meaningful. */
    Optional<Problem> removalRefused() {
        String key = failed(Check.BATCH_MATES) ? "batchMates" : failed(Check.REPEATABLE) ? "notRepeatable" : null;
        return Optional.ofNullable(key)
                .map(name -> Problem.badInput(Contract.class, name).problem());
    }

    /** As JSON. */
    public ObjectNode tree() {
        ObjectNode tree =
                JsonNodeFactory.instance.objectNode().put("format", FORMAT).put("version", 1);
        ArrayNode checks = tree.putArray("checks");
        verdicts.forEach(each -> {
            ObjectNode node = checks.addObject().put("check", name(each.check()));
            node.put("passed", each.passed());
            node.putObject("words")
                    .put("en", each.words().en())
                    .put("zh", each.words().zh());
        });
        return tree;
    }

    /** The name of a check in JSON. */
    public static String name(Check check) {
        return EnumNames.name(check);
    }

    static Contract read(Path file) {
        List<Verdict> verdicts = new ArrayList<>();
        for (JsonNode node : Json.object(file, tree -> tree.path("checks"))) {
            String name = node.path("check").asText();
            Optional<Check> check = Arrays.stream(Check.values())
                    .filter(each -> name(each).equals(name))
                    .findFirst();
            JsonNode passed = node.path("passed");
            check.ifPresent(known -> verdicts.add(new Verdict(
                    known,
                    passed.isBoolean() ? passed.asBoolean() : null,
                    new Text(
                            node.path("words").path("en").asText(),
                            node.path("words").path("zh").asText()))));
        }
        return new Contract(verdicts);
    }
}
