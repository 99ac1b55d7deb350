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
 * Keeps this process from speaking to the network. The engine is told to send nothing and to fetch nothing, and since an environment variable
 * ({@code DJL_OFFLINE}, {@code OPT_OUT_TRACKING}) would overrule that, no address of the web can be opened at all.
 */
public final class Offline {
    private static final Logger LOG = LoggerFactory.getLogger(Offline.class);
    private static final Set<String> WEB = Set.of("http", "https", "ftp");

    static {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        try {
            URL.setURLStreamHandlerFactory(protocol -> WEB.contains(protocol) ? new Refusal() : null);
        } catch (Error alreadySet) { // thrown as just that
            LOG.warn(
                    "This process has a stream handler factory of its own; only the engine's settings keep it offline");
        }
    }

    private Offline() {}

    /** Holds from the first call on, for the whole process. */
    public static void enforce() {
        // the static initialiser has done it
    }

    /** Opens nothing. */
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
