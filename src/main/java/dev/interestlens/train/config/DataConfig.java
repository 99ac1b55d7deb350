package dev.interestlens.train.config;

import dev.interestlens.data.protocol.ProtocolConfig;
import java.util.Objects;

/** What a run trains on, besides the data set itself. */
public record DataConfig(ProtocolConfig protocol) {
    public DataConfig {
        Objects.requireNonNull(protocol, "protocol");
    }
}
