package dev.interestlens.cli;

import dev.interestlens.cli.console.Console;
import dev.interestlens.data.DatasetInfo;
import dev.interestlens.train.config.ExperimentConfig;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The protocol of a log that says what it is made for, or has labels, which are then the samples. */
final class LogProtocol {
    private LogProtocol() {}

    /**
     * Takes and tells it; unless a person chose a split.
     *
     * @param named settings that a person chose, which stay
     */
    static ExperimentConfig taken(Console console, ExperimentConfig config, Set<String> named, DatasetInfo data) {
        Map<String, String> wanted = data.usualProtocol();
        wanted.keySet().removeAll(named);
        if (wanted.isEmpty() || named.contains(DatasetInfo.PROTOCOL + "split")) {
            return config;
        }
        console.say(
                data.protocol().isEmpty() ? "train.labelled" : "train.madeFor",
                wanted.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(", ")));
        return config.with(wanted);
    }
}
