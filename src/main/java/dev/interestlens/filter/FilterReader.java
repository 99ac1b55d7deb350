package dev.interestlens.filter;

import dev.interestlens.store.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what was typed from left to right, into terms and mistakes. */
final class FilterReader {
    private final String text;
    private final List<? extends Field<?>> fields;
    private final List<Term> terms = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private int at;

    FilterReader(String typed, List<? extends Field<?>> fields) {
        text = plain(typed);
        this.fields = fields;
        for (skipSpaces(); at < text.length(); skipSpaces()) {
            term();
        }
    }

    List<Term> terms() {
        return terms;
    }

    List<Mistake> mistakes() {
        return mistakes;
    }

    /** Replaces the signs of a Chinese keyboard by their ASCII ones, keeping all positions. */
    private static String plain(String typed) {
        return typed.replace('：', ':')
                .replace('＝', '=')
                .replace('＞', '>')
                .replace('＜', '<')
                .replace('！', '!')
                .replace('｜', '|')
                .replace('－', '-')
                .replaceAll("[“”＂]", "\"")
                .replace('\u3000', ' ');
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean is(char expected) {
        return at < text.length() && text.charAt(at) == expected;
    }

    private void term() {
        int from = at;
        boolean negated = (is('-') || is('!')) && at + 1 < text.length() && !isEndOfWord(at + 1) && !isSign(at + 1);
        at += negated ? 1 : 0;
        if (is('"')) {
            Optional<String> phrase = quoted();
            phrase.filter(words -> !words.isBlank())
                    .ifPresent(words -> terms.add(new Term(from, at, negated, "", null, List.of(words.strip()))));
            return;
        }
        int begin = at;
        while (!isEndOfWord(at) && !isSign(at) && !is('"')) {
            at++;
        }
        String name = text.substring(begin, at);
        int end = at;
        if (fields.stream().anyMatch(field -> field.isCalled(name))) {
            skipSpaces(); // around the operator of a field there may be spaces
        }
        Optional<Operator> operator = Operator.at(text, at);
        if (operator.isEmpty()) {
            word(from, end, negated, name);
            return;
        }
        at += operator.get().sign().length();
        condition(from, negated, name, operator.get());
    }

    private void word(int from, int end, boolean negated, String name) {
        at = end;
        if (name.isEmpty()) {
            at++; // a sign alone, such as !
            mistake(Mistake.Kind.NO_FIELD, from, "");
            return;
        }
        List<String> values =
                Stream.of(name.split("\\|")).filter(value -> !value.isEmpty()).toList();
        if (values.isEmpty()) {
            mistake(Mistake.Kind.LONE_BAR, from, "");
        } else {
            terms.add(new Term(from, end, negated, "", null, values));
        }
    }

    private void condition(int from, boolean negated, String name, Operator operator) {
        Optional<? extends Field<?>> field =
                fields.stream().filter(each -> each.isCalled(name)).findFirst();
        int behind = at;
        if (field.isPresent()) {
            skipSpaces();
        }
        int faults = mistakes.size();
        List<String> values = values();
        if (mistakes.size() > faults) {
            return;
        }
        if (values.isEmpty()) {
            at = behind;
            mistake(name.isEmpty() ? Mistake.Kind.NO_FIELD : Mistake.Kind.NO_VALUE, from, "");
        } else if (name.isEmpty()) {
            mistake(Mistake.Kind.NO_FIELD, from, "");
        } else if (field.isEmpty()) {
            mistake(Mistake.Kind.UNKNOWN_FIELD, from, nearest(name));
        } else {
            Optional<Mistake.Kind> fault = values.stream()
                    .flatMap(value -> field.get().fault(operator, value).stream())
                    .findFirst();
            fault.ifPresentOrElse(
                    kind -> mistake(kind, from, ""),
                    () -> terms.add(new Term(from, at, negated, field.get().name(), operator, values)));
        }
    }

    /** One value or several, separated by |. */
    private List<String> values() {
        List<String> values = new ArrayList<>();
        while (true) {
            if (is('"')) {
                Optional<String> phrase = quoted();
                if (phrase.isEmpty()) {
                    return List.of();
                }
                values.add(phrase.get());
            } else {
                int begin = at;
                while (!isEndOfWord(at) && !is('|')) {
                    at++;
                }
                values.add(text.substring(begin, at));
            }
            if (!is('|')) {
                values.removeIf(String::isBlank);
                return values;
            }
            at++;
        }
    }

    /** The text between two quotation marks; empty, and a mistake is noted, where the second one is missing. */
    private Optional<String> quoted() {
        int mark = at;
        int end = text.indexOf('"', mark + 1);
        if (end < 0) {
            at = text.length();
            mistake(Mistake.Kind.UNCLOSED, mark, "");
            return Optional.empty();
        }
        at = end + 1;
        return Optional.of(text.substring(mark + 1, end));
    }

    private boolean isEndOfWord(int place) {
        return place >= text.length() || Character.isWhitespace(text.charAt(place));
    }

    private boolean isSign(int place) {
        return Operator.at(text, place).isPresent();
    }

    private void mistake(Mistake.Kind kind, int from, String hint) {
        mistakes.add(new Mistake(kind, from, at, text.substring(from, at), hint));
    }

    /** The name that was most likely meant; empty where none is similar. */
    private String nearest(String name) {
        List<String> known =
                fields.stream().flatMap(field -> field.names().stream()).toList();
        return Spelling.near(name.toLowerCase(Locale.ROOT), known).stream()
                .findFirst()
                .orElse("");
    }
}
