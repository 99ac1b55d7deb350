package dev.interestlens.model;

import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.model.embedding.Embeddings;
import dev.interestlens.nn.RowTable;
import dev.interestlens.nn.TraceName;
import dev.interestlens.nn.TraceNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of a model and their connections, for drawing: what each reads, what it gives, which parameters it has. The contract test holds the
 * shapes equal to those of the traces, and finds every parameter in exactly one part.
 *
 * @param parts each after those that it reads; the last gives the logit
 */
public record Diagram(List<Part> parts) {
    /** The part with all embedding tables. */
    public static final String TABLES = "tables";

    public static final String SEARCH = "search";
    public static final String HISTORY = "history";
    public static final String CANDIDATE = "candidate";
    public static final String PROFILE = "profile";
    public static final String NEIGHBOURS = "neighbours";
    public static final String TREND = "trend";
    public static final String HEAD = "head";

    /**
     * One part.
     *
     * @param name the key of its texts; unique
     * @param variant the constant of a switch on which this part depends, or null
     * @param reads names of parts
     * @param shape of what it gives for one sample with the longest history; empty for a number, and for what has no shape of its own
     * @param trace that it gives, if it gives one
     * @param learned beginnings of the names of its parameters
     * @param trainingOnly whether it is used only in training, such as an auxiliary loss
     */
    public record Part(
            String name,
            Enum<?> variant,
            List<String> reads,
            List<Long> shape,
            Optional<TraceName> trace,
            List<String> learned,
            boolean trainingOnly) {
        public Part {
            reads = List.copyOf(reads);
            shape = List.copyOf(shape);
            learned = List.copyOf(learned);
        }

        /** The same part, whose output is this trace. */
        public Part traced(TraceName given) {
            return new Part(name, variant, reads, shape, Optional.of(given), learned, trainingOnly);
        }

        /** The same part, with the parameters whose names begin so. */
        public Part learned(String... beginnings) {
            return new Part(name, variant, reads, shape, trace, List.of(beginnings), trainingOnly);
        }

        public Part as(Enum<?> choice) {
            return new Part(name, choice, reads, shape, trace, learned, trainingOnly);
        }

        public Part inTraining() {
            return new Part(name, variant, reads, shape, trace, learned, true);
        }
    }

    public Diagram {
        parts = List.copyOf(parts);
        Set<String> before = new HashSet<>();
        for (Part part : parts) {
            if (!before.containsAll(part.reads()) || !before.add(part.name())) {
                throw new IllegalArgumentException(part + " after " + before);
            }
        }
    }

    /** A part that reads others and gives an array of this shape. */
    public static Part part(String name, List<String> reads, long... shape) {
        return new Part(name, null, reads, Arrays.stream(shape).boxed().toList(), Optional.empty(), List.of(), false);
    }

    /**
     * The first parts of every model: tables and lookups.
     *
     * @param behaviours of a history that are read, 0 where the model reads none
     * @param reading how they are chosen
     */
    static List<Part> lookups(Embeddings embeddings, long behaviours, ReadingConfig reading) {
        List<Part> parts = new ArrayList<>();
        String[] tables = embeddings.tables().map(RowTable::name).toArray(String[]::new);
        parts.add(part(TABLES, List.of()).learned(tables));
        Part candidate = part(CANDIDATE, List.of(TABLES), embeddings.itemWidth());
        boolean chosen = behaviours > 0 && reading.kind() != ReadingConfig.Kind.ALL;
        if (chosen) {
            parts.add(candidate);
            List<String> sources = reading.searches() ? List.of(TABLES, CANDIDATE) : List.of(TABLES);
            parts.add(part(SEARCH, sources, behaviours).as(reading.kind()).learned("search."));
        }
        if (behaviours > 0) {
            parts.add(part(HISTORY, List.of(chosen ? SEARCH : TABLES), behaviours, embeddings.itemWidth()));
        }
        if (!chosen) {
            parts.add(candidate);
        }
        if (embeddings.profileWidth() > 0) {
            parts.add(part(PROFILE, List.of(TABLES), embeddings.profileWidth()));
        }
        return parts;
    }

    /** The last part of every model: the head, which reads these, and the profile, neighbours and trend where there are some. */
    static Part head(List<Part> before, String name, String... read) {
        List<String> reads = new ArrayList<>(List.of(read));
        before.stream()
                .map(Part::name)
                .filter(part -> List.of(PROFILE, NEIGHBOURS, TREND).contains(part))
                .forEach(reads::add);
        return part(HEAD, reads).traced(TraceNames.LOGIT).learned(name);
    }
}
