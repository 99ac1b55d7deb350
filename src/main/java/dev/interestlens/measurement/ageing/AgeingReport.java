package dev.interestlens.measurement.ageing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What is found. Times are in seconds since 1970; {@code askedIn} is the number of a slice from 0.
 *
 * @param model the family
 * @param preset that its settings were made from
 * @param window share of the events before a cut that a model reads, the newest
 * @param rivals the same cells of what is simpler, made anew at each cut
 * @param warm what models that go on from the one before are worth; null where none was trained
 */
public record AgeingReport(
        String model,
        String preset,
        double window,
        List<Slice> slices,
        List<Cell> cells,
        HalfLifeFound halfLife,
        List<Rival> rivals,
        @JsonInclude(JsonInclude.Include.NON_NULL) Warm warm) {
    public AgeingReport {
        slices = List.copyOf(slices);
        cells = List.copyOf(cells);
        rivals = List.copyOf(rivals);
    }

    /**
     * A slice of the log.
     *
     * @param asked how many of its events every model is asked
     * @param unknown share of its events whose item nobody had chosen before it began
     */
    public record Slice(long from, long to, long events, int asked, double unknown) {}

    /**
     * One who ranks, trained until one time and asked in one slice.
     *
     * @param ageDays from the end of its training to what is asked, in the mean
     * @param ndcg10 an item that it does not know counts as 0
     * @param known NDCG@10 of the events whose item it knows
     * @param fresh NDCG@10 of the newest one, at the same events
     * @param difference the fresh one less this
     * @param low of the 95 % interval of the difference over users
     * @param lead over popular just then, of the same age
     */
    public record Cell(
            long trainedUntil,
            int askedIn,
            double ageDays,
            int users,
            double ndcg10,
            double known,
            double fresh,
            double difference,
            double low,
            double high,
            double lead) {}

    /**
     * The age at which half of the lead over popular just then is gone.
     *
     * @param days null where the lead does not fall
     * @param low of the 95 % interval over users and items; null where even that is without end
     * @param high null where it is without end
     * @param said what follows: the name of a {@link Said}, such as {@code notYet}
     * @param longest age in days that was asked
     * @param lead in the mean of the newest models
     */
    public record HalfLifeFound(
            Double days,
            Double low,
            Double high,
            String said,
            double longest,
            double lead,
            double leadLow,
            double leadHigh) {}

    /** What an interval of the half-life lets one say. */
    public enum Said {
        /** It ends, and the half-life lies within the ages that were asked. */
        HALVED,
        /** All of it lies beyond the ages that were asked. */
        NOT_YET,
        /** The newest models do not lead. */
        NO_LEAD,
        CANNOT_TELL
    }

    /**
     * Models that go on from that of the cut before for one epoch, the first of them from the first one, each asked the slice that follows at once.
     *
     * @param difference the mean over all of a model trained anew less one that goes on, of NDCG@10 at the same events
     * @param low of the 95 % interval over users
     */
    public record Warm(List<Step> steps, double difference, double low, double high) {
        public Warm {
            steps = List.copyOf(steps);
        }
    }

    /**
     * One of them, beside a model that is trained anew.
     *
     * @param steps of the training
     * @param freshSteps of the other one, with those of the small model that it began with
     */
    public record Step(long trainedUntil, int askedIn, long steps, long freshSteps, double ndcg10, double fresh) {}

    /** The cells of what is simpler. */
    public record Rival(String name, List<Cell> cells) {
        public Rival {
            cells = List.copyOf(cells);
        }
    }
}
