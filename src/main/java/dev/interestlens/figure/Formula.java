package dev.interestlens.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A formula, set as in a paper. It is written in a line, as people do in a message: {@code aⱼ = exp(sⱼ) / Σₖ exp(sₖ)}. Small letters become indices
 * and powers, as does what follows {@code _} and {@code ^}; what stands around {@code /} becomes a fraction, what follows {@code √} stands below its
 * line, the index of a sum below its sign, and single letters are italic. In the first language of the surface.
 *
 * @param letters of its main line
 */
public record Formula(Phrase words, Letters letters) implements Drawing {
    private static final double LINE_GAP = 10;
    private static final double MARGIN = 4;

    @Override
    public double width(Surface ruler) {
        return lines(ruler, Double.POSITIVE_INFINITY).stream()
                        .mapToDouble(FormulaBox::width)
                        .reduce(0, Math::max)
                + 2 * MARGIN;
    }

    @Override
    public double height(Surface ruler, double width) {
        double height = 2 * MARGIN;
        for (FormulaBox line : lines(ruler, width)) {
            height += line.above() + line.below() + LINE_GAP;
        }
        return height - LINE_GAP;
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        double y = MARGIN;
        for (FormulaBox line : lines(surface, width)) {
            line.paint(surface, MARGIN, y + line.above());
            y += line.above() + line.below() + LINE_GAP;
        }
    }

    /** Broken behind a comma where it is too wide. */
    private List<FormulaBox> lines(Surface ruler, double width) {
        String text = words.in(ruler.languages().get(0));
        List<FormulaBox> lines = new ArrayList<>();
        String line = "";
        for (String part : text.split("(?<=, {1,2})(?=\\S)|(?<=，)")) {
            if (!line.isEmpty() && box(ruler, line + part).width() + 2 * MARGIN > width) {
                lines.add(box(ruler, line));
                line = "";
            }
            line += part;
        }
        lines.add(box(ruler, line));
        return lines;
    }

    private FormulaBox box(Surface ruler, String line) {
        return new Parser(line).row().box(ruler, letters);
    }

    /** A part of a formula, before it is known how large it is. */
    private interface Part {
        FormulaBox box(Surface ruler, Letters letters);
    }

    private record Word(String text) implements Part {
        @Override
        public FormulaBox box(Surface ruler, Letters letters) {
            return FormulaBox.text(ruler, text, letters);
        }
    }

    /** Indices and powers of what stands before; those of a sum stand below and above it. */
    private record Scripts(Part below, Part above, boolean ofSum) implements Part {
        @Override
        public FormulaBox box(Surface ruler, Letters letters) {
            Letters small = letters.times(FormulaBox.SMALL);
            FormulaBox index = below.box(ruler, small);
            FormulaBox power = above.box(ruler, small);
            return ofSum ? FormulaBox.sum(ruler, index, power, letters) : FormulaBox.scripts(index, power, letters);
        }
    }

    private record Root(Part within) implements Part {
        @Override
        public FormulaBox box(Surface ruler, Letters letters) {
            return FormulaBox.root(within.box(ruler, letters), letters);
        }
    }

    private record Fraction(Part above, Part below) implements Part {
        @Override
        public FormulaBox box(Surface ruler, Letters letters) {
            return FormulaBox.fraction(above.box(ruler, letters), below.box(ruler, letters));
        }
    }

    private record Row(List<Part> parts) implements Part {
        @Override
        public FormulaBox box(Surface ruler, Letters letters) {
            return FormulaBox.row(
                    parts.stream().map(part -> part.box(ruler, letters)).toList());
        }
    }

    /**
     * Within parentheses of any kind, as high as what they hold; a fraction needs none.
     *
     * @param ofFunction holds the arguments of a function
     */
    private record Group(String open, Row within, String close, boolean ofFunction) implements Part {
        @Override
        public FormulaBox box(Surface ruler, Letters letters) {
            boolean bare = open.equals("(")
                    && !ofFunction
                    && within.parts().size() == 1
                    && within.parts().get(0) instanceof Fraction;
            FormulaBox held = within.box(ruler, letters);
            Letters around = letters.times(held.growth(letters));
            return bare
                    ? held
                    : FormulaBox.row(
                            List.of(FormulaBox.text(ruler, open, around), held, FormulaBox.text(ruler, close, around)));
        }

        /** As part of a fraction, whose line holds together what is above and below it. */
        Part alone() {
            return open.equals("(") ? within : this;
        }
    }

    /** Reads what is written in a line. */
    private static final class Parser {
        private static final String BOUNDS = "=←,，;；+−";
        private static final String SIGNS = "√_^";
        private static final String LOW = "₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᴄ";
        private static final String LOW_PLAIN = "0123456789+−aehijklmnoprstuvxc";
        private static final String HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵀᵏʰˢⁱⁿ";
        private static final String HIGH_PLAIN = "0123456789+−Tkhsin";
        private static final Map<String, String> PAIRS = Map.of("(", ")", "[", "]", "⟨", "⟩", "（", "）");

        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        Row row() {
            return row("");
        }

        private Row row(String until) {
            List<Part> parts = new ArrayList<>();
            while (at < text.length() && !text.startsWith(until.isEmpty() ? "\0" : until, at)) {
                parts.add(next());
            }
            at += until.length();
            return new Row(fractions(parts));
        }

        private Part next() {
            String here = text.substring(at, at + 1);
            if (PAIRS.containsKey(here)) {
                boolean ofFunction = at > 0 && Character.isLetter(text.charAt(at - 1));
                at++;
                return new Group(here, row(PAIRS.get(here)), PAIRS.get(here), ofFunction);
            }
            if (here.equals("Σ")) {
                at++;
                return new Scripts(taken(LOW, LOW_PLAIN), taken(HIGH, HIGH_PLAIN), true);
            }
            if (isSmall()) {
                Row above = taken(HIGH, HIGH_PLAIN);
                Row below = taken(LOW, LOW_PLAIN);
                return new Scripts(below, above.parts().isEmpty() ? taken(HIGH, HIGH_PLAIN) : above, false);
            }
            if (SIGNS.contains(here)) {
                at++;
                return switch (here) {
                    case "√" -> new Root(operand());
                    case "_" -> new Scripts(operand(), new Row(List.of()), false);
                    default -> new Scripts(new Row(List.of()), operand(), false);
                };
            }
            if (BOUNDS.contains(here) || here.equals("/")) {
                at++;
                return new Word(here);
            }
            int begin = at;
            while (at < text.length()
                    && !isSmall()
                    && !BOUNDS.contains(text.substring(at, at + 1))
                    && !SIGNS.contains(text.substring(at, at + 1))
                    && !PAIRS.containsKey(text.substring(at, at + 1))
                    && !PAIRS.containsValue(text.substring(at, at + 1))
                    && "/Σ".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            at = Math.max(at, begin + 1); // a parenthesis that was never opened
            return new Word(text.substring(begin, at));
        }

        /** What a sign is for: the group or the name that follows it. */
        private Part operand() {
            if (at < text.length() && text.charAt(at) == '(') {
                return ((Group) next()).within();
            }
            int begin = at;
            while (at < text.length() && Character.isLetterOrDigit(text.charAt(at)) && !isSmall()) {
                at++;
            }
            return new Word(text.substring(begin, at));
        }

        private boolean isSmall() {
            return LOW.indexOf(text.charAt(at)) >= 0 || HIGH.indexOf(text.charAt(at)) >= 0;
        }

        /** Each letter by itself: two are no word. */
        private Row taken(String small, String plain) {
            List<Part> taken = new ArrayList<>();
            while (at < text.length() && small.indexOf(text.charAt(at)) >= 0) {
                taken.add(
                        new Word(plain.substring(small.indexOf(text.charAt(at)), small.indexOf(text.charAt(at)) + 1)));
                at++;
            }
            return new Row(taken);
        }

        /** Everything from the last bound up to the stroke is above, everything up to the next bound below. */
        private static List<Part> fractions(List<Part> parts) {
            int stroke = parts.indexOf(new Word("/"));
            if (stroke < 1) {
                return parts;
            }
            int from = stroke;
            while (from > 0 && !isBound(parts.get(from - 1))) {
                from--;
            }
            int to = stroke + 1;
            while (to < parts.size()
                    && !isBound(parts.get(to))
                    && !parts.get(to).equals(new Word("/"))) {
                to++;
            }
            List<Part> all = new ArrayList<>(parts.subList(0, from));
            all.add(new Fraction(part(parts.subList(from, stroke)), part(parts.subList(stroke + 1, to))));
            all.addAll(parts.subList(to, parts.size()));
            return fractions(all);
        }

        /** A group that stands alone above or below the line needs no parentheses. */
        private static Part part(List<Part> parts) {
            List<Part> all = trimmed(parts);
            return all.size() == 1 && all.get(0) instanceof Group group ? group.alone() : new Row(all);
        }

        /** Without the spaces around the stroke. */
        private static List<Part> trimmed(List<Part> parts) {
            List<Part> trimmed = new ArrayList<>(parts);
            if (!trimmed.isEmpty() && trimmed.get(0) instanceof Word first) {
                trimmed.set(0, new Word(first.text().stripLeading()));
            }
            int last = trimmed.size() - 1;
            if (last >= 0 && trimmed.get(last) instanceof Word word) {
                trimmed.set(last, new Word(word.text().stripTrailing()));
            }
            trimmed.removeIf(each -> each.equals(new Word("")));
            return trimmed;
        }

        private static boolean isBound(Part part) {
            return part instanceof Word word && word.text().length() == 1 && BOUNDS.contains(word.text());
        }
    }
}
