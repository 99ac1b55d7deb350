package dev.interestlens.workspace.serving;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * How many requests one core serves, and how long they then wait. In JSON its parts are flattened.
 *
 * @param rows by load
 * @param load of the machine while the requests were computed; negative where the system does not tell
 */
public record LoadReport(
        @JsonUnwrapped Served served,
        @JsonUnwrapped Traffic traffic,
        @JsonUnwrapped Times times,
        @JsonUnwrapped Capacity capacity,
        List<Row> rows,
        double load) {
    public LoadReport {
        rows = List.copyOf(rows);
    }

    /**
     * What is served.
     *
     * @param run its name
     * @param model its family
     * @param precision of the pair
     * @param history the most behaviours that are read
     */
    public record Served(String run, String model, String precision, int history) {}

    /**
     * The requests that were made.
     *
     * @param candidates of a request
     * @param users that came
     * @param kept size of the cache in users
     * @param requests that counted
     */
    public record Traffic(int candidates, int users, int kept, int requests) {}

    /**
     * The time of a request.
     *
     * @param hits share of requests whose user was cached
     * @param cpuMean CPU milliseconds
     * @param cpuP99 99 of 100 take no longer
     * @param hitMean mean of requests whose user was cached; NaN where none was
     * @param missMean mean of requests whose user was computed; NaN where none was
     */
    public record Times(double hits, double cpuMean, double cpuP99, double hitMean, double missMean) {}

    /**
     * How much a core can do.
     *
     * @param saturation requests a second at which the core has no time left
     * @param within milliseconds within which a request is to be answered
     * @param perSecondWithin the most requests a second of which 99 of 100 are
     */
    public record Capacity(double saturation, double within, double perSecondWithin) {}

    /**
     * Results at one load.
     *
     * @param perSecond requests that arrive
     * @param busy share of the core's time
     * @param p50 milliseconds from arrival to answer
     * @param waitMean mean milliseconds before a request begins
     * @param waitByFormula the same by the formula of Pollaczek and Khinchine; null from saturation on
     */
    public record Row(double perSecond, double busy, double p50, double p99, double waitMean, Double waitByFormula) {}

    /**
     * The last line of a measurement.
     *
     * @param event {@code done}
     */
    public record Done(String event, LoadReport report) {}
}
