package dev.interestlens.foreign;

import dev.interestlens.explain.words.Text;
import dev.interestlens.foreign.Contract.Check;
import dev.interestlens.foreign.Contract.Verdict;
import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.Mapping.Vocabulary;
import dev.interestlens.foreign.mapping.Numbers;
import dev.interestlens.foreign.onnx.GraphHost;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the ids of a model, by scoring labelled rows with each numbering that fits its tables. A numbering that is off by one may still score fairly
 * well, so that the best one must be clearly better than others, including its neighbours, also where a file or a person gave it.
 */
final class Numbering {
    private static final int MAX = 6000;

    /** Numberings of users that are tried on many rows. */
    private static final int USERS = 3;

    /** The most passes over the fields. */
    private static final int PASSES = 4;

    /** The certainty of a field's numbering. */
    private enum Standing {
        CLEAR,
        /** No numbering is clearly the best. */
        OPEN,
        /** Given, and worse than a neighbour. */
        SHIFTED,
        /** Given, and not clearly better than a neighbour. */
        UNSURE
    }

    /**
     * The result for a field.
     *
     * @param tried every numbering, the best first
     * @param rows the most rows on which it was tried
     * @param beside the numberings of the other fields then
     */
    private record Decision(Standing standing, List<TriedNumbering> tried, int rows, Map<String, Vocabulary> beside) {
        /** Without a winner, since the results of fields did not converge. */
        Decision unsettled() {
            return standing == Standing.CLEAR ? new Decision(Standing.OPEN, tried, rows, beside) : this;
        }
    }

    private final GraphHost host;
    private final NumberingCandidates candidates;
    private final NumberedRows rows;
    private final Map<String, List<Vocabulary>> all = new LinkedHashMap<>();
    private final Map<String, Decision> decisions = new LinkedHashMap<>();
    private final Map<String, Vocabulary> given;
    private Mapping mapping;

    Numbering(GraphHost host, Mapping mapping, Numbers numbers, Samples samples) {
        this.host = host;
        this.mapping = mapping;
        given = mapping.vocabularies();
        candidates = new NumberingCandidates(host.file().path(), mapping, numbers);
        rows = new NumberedRows(host, numbers, samples, MAX);
    }

    Mapping mapping() {
        return mapping;
    }

    /** Every numbering that was tried, field by field, the best first. */
    List<TriedNumbering> table() {
        return decisions.values().stream()
                .flatMap(decision -> decision.tried().stream())
                .toList();
    }

    /**
     * Decides all fields; those that a person gave are only compared with their neighbours. Fields are first tried on few rows, since a wrong one
     * affects the others; then unclear ones on many rows, and again after another field has changed. The user field, which matters least, comes last.
     */
    void run() {
        propose();
        for (int pass = 0; pass < PASSES; pass++) {
            for (String field : all.keySet()) {
                if (!field.equals(Mapping.USER) && !isSettled(field)) {
                    decide(field, pass == 0 ? NumberingRace.MANY : MAX);
                }
            }
        }
        decisions.replaceAll((field, decision) -> isSettled(field) ? decision : decision.unsettled());
        if (all.containsKey(Mapping.USER)) {
            decide(Mapping.USER, NumberingRace.MANY);
        }
    }

    /** Every field begins with the first of its numberings. */
    private void propose() {
        for (String field : candidates.fields()) {
            if (given.containsKey(field)) {
                candidates.requireFitting(field);
                all.put(field, candidates.neighbours(field));
            } else {
                List<Vocabulary> fitting = candidates.fitting(field);
                if (fitting.isEmpty()) {
                    decisions.put(field, new Decision(Standing.OPEN, List.of(), MAX, beside(field)));
                } else {
                    all.put(field, fitting);
                    mapping = mapping.with(field, fitting.get(0));
                }
            }
        }
    }

    private boolean isSettled(String field) {
        Decision decision = decisions.get(field);
        return decision != null
                && (decision.standing() != Standing.OPEN || decision.rows() >= MAX)
                && decision.beside().equals(beside(field));
    }

    private Map<String, Vocabulary> beside(String field) {
        Map<String, Vocabulary> others = mapping.numbering();
        others.remove(field);
        others.remove(Mapping.USER);
        return others;
    }

    private void decide(String field, int max) {
        decisions.put(field, decision(field, new NumberingRace(rows, mapping, field), max));
    }

    private Decision decision(String field, NumberingRace race, int max) {
        List<Vocabulary> mine = all.get(field);
        if (mine.size() == 1) {
            return only(field, mine.get(0), race);
        }
        if (given.containsKey(field)) {
            return held(field, mine, race);
        }
        return field.equals(Mapping.USER) ? user(field, mine, race) : raced(field, close(field), race, max);
    }

    /** Of earlier numberings without a clear winner, the best and those that are not clearly worse. */
    private List<Vocabulary> close(String field) {
        Decision before = decisions.get(field);
        if (before == null
                || before.standing() != Standing.OPEN
                || before.tried().isEmpty()) {
            return all.get(field);
        }
        return before.tried().stream()
                .filter(each -> each.below() == 0 || !each.clear())
                .map(TriedNumbering::vocabulary)
                .toList();
    }

    private Decision only(String field, Vocabulary vocabulary, NumberingRace race) {
        double auc = race.auc(vocabulary);
        choose(field, vocabulary, auc);
        return new Decision(
                Standing.CLEAR,
                List.of(new TriedNumbering(
                        field, vocabulary, auc, 0, 0, 0, true, Math.min(NumberingRace.MANY, rows.size()))),
                MAX,
                beside(field));
    }

    private Decision raced(String field, List<Vocabulary> close, NumberingRace race, int max) {
        List<TriedNumbering> tried = race.run(close, Set.of(), max);
        if (tried.isEmpty()) {
            return new Decision(Standing.OPEN, List.of(), MAX, beside(field));
        }
        choose(field, tried.get(0).vocabulary(), tried.get(0).auc());
        List<TriedNumbering> before =
                decisions.containsKey(field) ? decisions.get(field).tried() : List.of();
        boolean clear = tried.stream().allMatch(TriedNumbering::clear);
        return new Decision(clear ? Standing.CLEAR : Standing.OPEN, withEarlier(tried, before), max, beside(field));
    }

    /** Together with those that were dropped before. */
    private static List<TriedNumbering> withEarlier(List<TriedNumbering> tried, List<TriedNumbering> before) {
        List<Vocabulary> now = tried.stream().map(TriedNumbering::vocabulary).toList();
        return Stream.concat(tried.stream(), before.stream().filter(each -> !now.contains(each.vocabulary())))
                .toList();
    }

    /** Given numbers are kept, and compared with their neighbours. */
    private Decision held(String field, List<Vocabulary> neighbours, NumberingRace race) {
        Vocabulary own = neighbours.get(0);
        boolean user = field.equals(Mapping.USER);
        List<TriedNumbering> tried = race.run(neighbours, Set.of(own), user ? NumberingRace.MANY : MAX);
        if (tried.isEmpty()) {
            return new Decision(Standing.OPEN, List.of(), MAX, beside(field));
        }
        Optional<TriedNumbering> mine =
                tried.stream().filter(each -> each.vocabulary() == own).findFirst();
        boolean beaten = tried.get(0).vocabulary() != own
                && mine.isPresent()
                && mine.get().clear();
        boolean unsure = field.equals(Mapping.ITEM) && tried.stream().anyMatch(each -> !each.clear());
        choose(field, own, mine.map(TriedNumbering::auc).orElse(Double.NaN));
        return new Decision(
                beaten ? Standing.SHIFTED : unsure ? Standing.UNSURE : Standing.CLEAR, tried, MAX, beside(field));
    }

    /**
     * Users matter little for scores: the most common numbering is used unless another is clearly better, also on all rows, since among several one
     * often seems better by chance.
     */
    private Decision user(String field, List<Vocabulary> all, NumberingRace race) {
        Vocabulary usual = all.get(0);
        List<TriedNumbering> few = race.run(all, Set.of(usual), NumberingRace.FEW);
        List<Vocabulary> close = Stream.concat(
                        Stream.of(usual), few.stream().limit(USERS).map(TriedNumbering::vocabulary))
                .distinct()
                .toList();
        List<TriedNumbering> tried = withEarlier(race.run(close, Set.of(usual), NumberingRace.MANY), few);
        if (tried.isEmpty()) {
            return new Decision(Standing.OPEN, List.of(), MAX, beside(field));
        }
        TriedNumbering best = tried.get(0);
        TriedNumbering chosen = tried.stream()
                .filter(each -> each.vocabulary() == usual)
                .filter(each -> each == best || !each.clear() || !race.isClearlyBetter(best.vocabulary(), usual, MAX))
                .findFirst()
                .orElse(best);
        choose(field, chosen.vocabulary(), chosen.auc());
        return new Decision(Standing.CLEAR, tried, MAX, beside(field));
    }

    private void choose(String field, Vocabulary vocabulary, double auc) {
        mapping = mapping.with(field, vocabulary.withAuc(auc));
    }

    private List<String> standing(Standing wanted) {
        return decisions.entrySet().stream()
                .filter(each -> each.getValue().standing() == wanted)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Its verdict in the contract. */
    Verdict verdict() {
        for (Standing doubt : List.of(Standing.SHIFTED, Standing.OPEN, Standing.UNSURE)) {
            List<String> fields = standing(doubt);
            if (!fields.isEmpty()) {
                return ContractWords.verdict(
                        Check.NUMBERING,
                        doubt == Standing.UNSURE ? null : Boolean.FALSE,
                        "numbering." + EnumNames.name(doubt),
                        "fields",
                        String.join(", ", fields),
                        "table",
                        chosen());
            }
        }
        return ContractWords.verdict(Check.NUMBERING, true, "numbering", "table", chosen());
    }

    /** The numbering of each field with its AUC. */
    private Text chosen() {
        List<Text> each = new ArrayList<>();
        mapping.vocabularies().forEach((field, vocabulary) -> {
            String auc = vocabulary.auc() == null || vocabulary.auc().isNaN()
                    ? "–"
                    : String.format(Locale.ROOT, "%.3f", vocabulary.auc());
            Text words = ContractWords.numbering(vocabulary);
            each.add(new Text(
                    field + ": " + words.en() + " (AUC " + auc + ")", field + "：" + words.zh() + "（AUC " + auc + "）"));
        });
        return Text.joined(each, new Text("; ", "；"));
    }

    /** The name of a numbering in JSON: the rule and its first number, or the offset of a file. */
    static String name(Vocabulary vocabulary) {
        String rule = EnumNames.name(vocabulary.rule());
        return switch (vocabulary.rule()) {
            case OWN -> rule;
            case FILE, AS_IS -> {
                int by = vocabulary.first() - 1;
                yield by == 0 ? rule : rule + (by > 0 ? " + " : " − ") + Math.abs(by);
            }
            default -> rule + " + " + vocabulary.first();
        };
    }

    /** @throws ProblemException where a person must give the numbers */
    void requireClear(boolean byFile) {
        List<String> shifted = standing(Standing.SHIFTED);
        List<String> open = standing(Standing.OPEN);
        if (!shifted.isEmpty() && byFile) {
            throw problem("shifted", shifted);
        }
        if (open.isEmpty()) {
            return;
        }
        boolean none =
                open.stream().allMatch(field -> decisions.get(field).tried().isEmpty());
        if (none && rows.refusal().isPresent()) {
            throw rows.refusal().get();
        }
        if (!none || !rows.notFinite()) { // else the contract says that there are no scores
            throw problem("unclear", open);
        }
    }

    private ProblemException problem(String key, List<String> fields) {
        StringBuilder lines = new StringBuilder();
        for (TriedNumbering each : table()) {
            if (fields.contains(each.field())) {
                lines.append(String.format(
                        Locale.ROOT, "%n  %-10s %-20s %.4f", each.field(), name(each.vocabulary()), each.auc()));
            }
        }
        return Problem.badInput(Numbering.class, key, host.file().path())
                .with("field", fields.get(0))
                .exception("table", lines);
    }
}
