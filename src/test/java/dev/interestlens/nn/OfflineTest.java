package dev.interestlens.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9/",
                "https://127.0.0.1:9/",
                "ftp://127.0.0.1:9/",
                "jar:http://127.0.0.1:9/a.jar!/b"
            })
    void noAddressOfTheWebOpens(String address) {
        Offline.enforce();

        assertThatThrownBy(() -> URI.create(address).toURL().openStream())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("opens no connection");
    }

    @Test
    void theEngineIsToldToSendNothing() {
        Offline.enforce();

        assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
        assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
    }

    @Test
    void resourcesOfThisProgramStillOpen() throws IOException {
        Offline.enforce();

        assertThat(Object.class.getResource("Object.class").openStream().readAllBytes())
                .isNotEmpty();
    }
}
