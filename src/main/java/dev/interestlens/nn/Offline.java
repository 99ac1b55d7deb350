package dev.interestlens.nn;

import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this process off the network. The engine is configured to send and fetch nothing; since an environment variable ({@code DJL_OFFLINE}, {@code
 * OPT_OUT_TRACKING}) could override that, no web address can be opened at all.
 */
public final class Offline {
    private static final Logger LOG = LoggerFactory.getLogger(Offline.class);
    private static final Set<String> WEB = Set.of("http", "https", "ftp");

    static {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        try {
            URL.setURLStreamHandlerFactory(protocol -> WEB.contains(protocol) ? new Refusal() : null);
        } catch (Error alreadySet) { // rethrown as it is
            LOG.warn(
                    "This process has a stream handler factory of its own; only the engine's settings keep it offline");
        }
    }

    private Offline() {}

    /** Takes effect with the first call, for the whole process. */
    public static void enforce() {
        // done by the static initialiser
    }

    /** Refuses every connection. */
    private static final class Refusal extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL address) throws IOException {
            throw new IOException("Interest Lens opens no connection: " + address);
        }

        @Override
        protected URLConnection openConnection(URL address, Proxy proxy) throws IOException {
            return openConnection(address);
        }
    }
}
