package dev.interestlens.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code dataset.json} says about a prepared data set. In JSON the parts are flattened.
 *
 * @param version of the layout on disk
 * @param schema fields of items, users and contexts
 * @param labelled true where the source has labels: those of 1 are events, the others impressions
 * @param fingerprint SHA-256 over all columns and the scales of numbers: equal data sets have equal fingerprints
 */
public record DatasetInfo(
        int version,
        @JsonUnwrapped Origin origin,
        @JsonUnwrapped Counts counts,
        Schema schema,
        @JsonUnwrapped Audit audit,
        @JsonUnwrapped Histories histories,
        @JsonUnwrapped Times times,
        boolean labelled,
        String fingerprint) {
    /** With this the names of settings of the protocol begin. */
    public static final String PROTOCOL = "data.protocol.";

    /** The name of the setting that holds the best possible AUC of a log that was made. */
    public static final String CEILING = "ceiling";

    /**
     * Where it comes from.
     *
     * @param name a short name for people, from the source
     * @param format how the source was read, for instance {@code movielens-latest}, {@code shop}, {@code table}
     * @param sources the files that were read
     * @param settings everything that was chosen or guessed (mapping, encoding, separator …), sorted by key
     */
    public record Origin(String name, String format, List<SourceFile> sources, Map<String, String> settings) {
        public Origin {
            sources = List.copyOf(sources);
            settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        }
    }

    /**
     * How large it is.
     *
     * @param impressions number of rows that were shown and not chosen; 0 where the source has no labels
     * @param items number of items that have events
     * @param categories number of distinct categories of these items
     */
    public record Counts(long events, long impressions, int users, int items, int categories) {}

    /**
     * What is unusual about its rows.
     *
     * @param rejected rows that were left out, by reason
     * @param notes unusual rows that were kept, by reason
     * @param duplicates events that repeat an earlier one (same user, item and time); kept
     * @param ties events that share user and time with another event
     */
    public record Audit(List<Finding> rejected, List<Finding> notes, long duplicates, long ties) {
        public Audit {
            rejected = List.copyOf(rejected);
            notes = List.copyOf(notes);
        }
    }

    /**
     * How many events users have.
     *
     * @param historyLength events a user
     * @param histogram users by number of events
     */
    public record Histories(Lengths historyLength, List<Bin> histogram) {
        // The first event has no history, and the last two are kept for validation and test.
        private static final int HELD_OUT = 3;

        public Histories {
            histogram = List.copyOf(histogram);
        }

        /** Half of the users have at most so many events. */
        public long median() {
            return historyLength.median;
        }

        /**
         * An estimate of the mean length of training histories, each at most {@code longest}. Users with many events count more, since they have more
         * targets.
         */
        public double mean(int longest) {
            double behaviours = 0;
            double targets = 0;
            for (Bin bin : histogram) {
                double of = Math.max(0, (bin.from() + bin.to()) / 2.0 - HELD_OUT);
                double cut = Math.min(of, longest);
                behaviours += bin.count() * (cut * (cut + 1) / 2 + (of - cut) * longest);
                targets += bin.count() * of;
            }
            return targets == 0 ? 0 : behaviours / targets;
        }
    }

    /**
     * When its events happened.
     *
     * @param firstTime earliest event in seconds since 1970; 0 where {@code timed} is false
     * @param lastTime latest event in seconds since 1970; 0 where {@code timed} is false
     * @param timed false where the source has no time and the order of rows stands for it
     */
    public record Times(long firstTime, long lastTime, boolean timed) {}

    /** A file that was read: its name without folders, its size, the SHA-256 of its bytes. */
    public record SourceFile(String name, long bytes, String sha256) {}

    /**
     * Rows of one kind.
     *
     * @param reason its key; its text is in the bundle {@code findings} of {@code data.source}
     * @param firstLines where the first of them stand
     * @param example what the first of them says, or a few of the texts in question; empty where nothing was kept
     */
    public record Finding(
            String reason,
            long count,
            String file,
            List<Long> firstLines,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String example) {
        public Finding {
            firstLines = List.copyOf(firstLines);
            example = example == null ? "" : example;
        }

        /** Without an example. */
        public Finding(String reason, long count, String file, List<Long> firstLines) {
            this(reason, count, file, firstLines, "");
        }
    }

    /** Five numbers of a distribution and its mean. */
    public record Lengths(long min, long p25, long median, long p90, long max, double mean) {}

    /** Users with {@code from} to {@code to} events, both included. */
    public record Bin(long from, long to, long count) {}

    /** Rows that were left out, by reason. */
    public List<Finding> rejected() {
        return audit.rejected;
    }

    /** Unusual rows that were kept, by reason. */
    public List<Finding> notes() {
        return audit.notes;
    }

    /** Number of rows that were left out, for whatever reason. */
    public long leftOut() {
        return rejected().stream().mapToLong(Finding::count).sum();
    }

    /** Number of all rows of the log: events, impressions and those that were left out. */
    public long rows() {
        return counts.events + counts.impressions + leftOut();
    }

    /** The settings of training that the log says it is made for, as {@code train --set} takes them; empty for most logs. */
    public Map<String, String> protocol() {
        Map<String, String> protocol = new TreeMap<>(origin.settings);
        protocol.keySet().removeIf(name -> !name.startsWith(PROTOCOL));
        return protocol;
    }

    /** Whether it has rows that were shown and not chosen, so that negatives need not be drawn. */
    public boolean hasLoggedNegatives() {
        return labelled && counts.impressions > 0;
    }

    /** The settings that it is trained with unless a person chooses others: those of {@link #protocol()}, and each labelled row as a sample. */
    public Map<String, String> usualProtocol() {
        Map<String, String> usual = new LinkedHashMap<>();
        if (hasLoggedNegatives()) {
            usual.put(PROTOCOL + "split", "logged");
            usual.put(PROTOCOL + "candidates", "all");
            usual.put(PROTOCOL + "training.positionsPerUser", "0");
        }
        usual.putAll(protocol());
        return usual;
    }

    /** The setting that names the law of planted causes. */
    public static final String PLANTED = "planted";

    /** The law by which causes were planted in a copy of a log; empty for a log as it is. */
    public Optional<String> planted() {
        return Optional.ofNullable(origin.settings.get(PLANTED));
    }

    /** What every export for programs says of a copy of a log with planted causes: {@code planted} and the law; nothing of a log as it is. */
    public Map<String, String> mark() {
        return planted().map(law -> Map.of(PLANTED, law)).orElse(Map.of());
    }

    /** A name that says so, too, where people read no sentence about it. */
    public String marked(String name) {
        return planted().isPresent() ? marking(name) : name;
    }

    /** The name of a copy with planted causes. */
    public static String marking(String name) {
        return name.contains(PLANTED) ? name : name + " (" + PLANTED + ")";
    }
}
