package dev.interestlens.filter;

import dev.interestlens.store.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a person typed to narrow a list: {@code field OPERATOR value} with {@code = : != < <= > >=} (spaces around it may stand), words, and {@code
 * "quoted phrases"}; {@code -} or {@code !} before what must not hold; {@code |} between alternative values. A word alone is searched in the fields
 * that need no name.
 *
 * @param <T> the rows
 */
public final class Filter<T> {
    private final String text;
    private final List<Field<T>> fields;
    private final List<Field<T>> ofWords;
    private final List<Term> terms;
    private final List<Mistake> mistakes;

    private Filter(String text, List<Field<T>> fields, List<Field<T>> ofWords) {
        this.text = text;
        this.fields = List.copyOf(fields);
        this.ofWords = List.copyOf(ofWords);
        FilterReader reader = new FilterReader(text, this.fields);
        terms = List.copyOf(reader.terms());
        mistakes = List.copyOf(reader.mistakes());
    }

    /**
     * Reads what was typed.
     *
     * @param ofWords fields in which a word without a field name is searched
     */
    public static <T> Filter<T> of(String text, List<Field<T>> fields, List<Field<T>> ofWords) {
        return new Filter<>(text, fields, ofWords);
    }

    /** The terms that were understood, in the typed order. */
    public List<Term> terms() {
        return terms;
    }

    /** The parts that were not understood. */
    public List<Mistake> mistakes() {
        return mistakes;
    }

    /**
     * The same, or a problem that names the first mistake and its place.
     *
     * @throws dev.interestlens.store.ProblemException of kind USAGE
     */
    public Filter<T> require() {
        if (mistakes.isEmpty()) {
            return this;
        }
        Mistake first = mistakes.get(0);
        throw Problem.usage(Filter.class, "mistake." + first.kind())
                .value(first.text())
                .with("place", first.place())
                .with("hint", first.hint().isEmpty() ? fields.get(0).name() : first.hint())
                .exception("fields", fields.stream().map(Field::name).collect(Collectors.joining(", ")));
    }

    /** Whether all terms hold for a row; for one thread. */
    public Predicate<T> test() {
        return all(each());
    }

    /** One test for each term, in their order; for one thread. */
    public List<Predicate<T>> each() {
        List<Predicate<T>> all = new ArrayList<>();
        for (Term term : terms) {
            Predicate<T> condition = term.isWord() ? words(term.values()) : condition(term);
            all.add(term.negated() ? condition.negate() : condition);
        }
        return all;
    }

    private Predicate<T> words(List<String> words) {
        List<Predicate<T>> any = words.stream()
                .flatMap(word -> ofWords.stream().map(field -> field.fits(word)))
                .toList();
        return any(any);
    }

    private Predicate<T> condition(Term term) {
        Field<T> field = fields.stream()
                .filter(each -> each.isCalled(term.field()))
                .findFirst()
                .orElseThrow();
        List<Predicate<T>> each = term.values().stream()
                .map(value -> field.holds(term.operator(), value))
                .toList();
        return term.operator() == Operator.NOT ? all(each) : any(each);
    }

    private static <T> Predicate<T> all(List<Predicate<T>> some) {
        return row -> some.stream().allMatch(each -> each.test(row));
    }

    private static <T> Predicate<T> any(List<Predicate<T>> some) {
        return row -> some.stream().anyMatch(each -> each.test(row));
    }

    /** What was typed, with the conditions on a field replaced; an empty text removes them. */
    public String with(String field, String conditions) {
        StringBuilder kept = new StringBuilder();
        int from = 0;
        for (Term term : terms) {
            if (term.field().equals(field)) {
                kept.append(text, from, term.from());
                from = term.to();
            }
        }
        kept.append(text.substring(from));
        String rest = kept.toString().replaceAll("\\s+", " ").strip();
        return (rest + " " + conditions).strip();
    }

    /** A value, quoted where that is needed. */
    public static String quoted(String value) {
        boolean plain = value.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*");
        return plain ? value : "\"" + value.replace("\"", "") + "\"";
    }
}
