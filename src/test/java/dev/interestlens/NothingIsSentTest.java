package dev.interestlens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.testing.EveryCommand;
import dev.interestlens.ui.WindowFrames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Commands and window in processes of their own, with an environment that would let the engine report home. Where the system has {@code strace}, every
 * connection and datagram to an internet address is seen, whoever in the process makes it; the commands also run without Java sockets, everywhere.
 */
@Tag("thorough")
class NothingIsSentTest {
    /** Calls a port of this machine at which nobody listens. */
    static final class Caller {
        public static void main(String[] arguments) throws IOException {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9));
            } catch (ConnectException nobody) {
                System.out.println(nobody.getMessage());
            }
        }
    }

    @TempDir
    Path folder;

    @Test
    void aConnectionWouldBeSeen() throws Exception {
        Assumptions.assumeTrue(strace().isPresent());

        assertThat(start(List.of(), Caller.class).waitFor()).as(output()).isZero();
        assertThat(sent()).isNotEmpty();
    }

    @Test
    void noCommandSpeaksToTheNetwork() throws Exception {
        Process commands = start(List.of(), EveryCommand.class, folder.toString());

        assertThat(commands.waitFor()).as(output()).isZero();
        assertThat(sent()).isEmpty();
    }

    @Test
    void theWindowDoesNotSpeakToTheNetworkWhileItTrains() throws Exception {
        Process window = start(
                List.of(
                        "-Dglass.platform=Monocle",
                        "-Dmonocle.platform=Headless",
                        "-Dprism.order=sw",
                        "-Dinterestlens.home=" + folder.resolve("home")),
                WindowFrames.class,
                "1");

        assertThat(window.waitFor()).as(output()).isZero();
        assertThat(output()).contains("charts", "walk");
        assertThat(sent()).isEmpty();
    }

    private Process start(List<String> options, Class<?> program, String... arguments) throws IOException {
        List<String> line = new ArrayList<>();
        strace().ifPresent(strace -> line.addAll(List.of(
                strace.toString(),
                "--seccomp-bpf", // stops at these calls alone
                "-f",
                "-qq",
                "-e",
                "trace=connect,sendto,sendmsg,sendmmsg",
                "-o",
                trace().toString())));
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")); // as the tests' own
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Djava.awt.headless=true"));
        line.add("-Duser.home=" + folder);
        line.add("-DDJL_CACHE_DIR=" + Path.of(System.getProperty("user.home"), ".djl.ai")); // natives are unpacked once
        line.addAll(options);
        line.add(program.getName());
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        builder.environment().put("DJL_OFFLINE", "false");
        builder.environment().put("OPT_OUT_TRACKING", "false");
        return builder.start();
    }

    /** Where the system has it and lets it look. */
    private static Optional<Path> strace() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(each -> Path.of(each, "strace"))
                .filter(Files::isExecutable)
                .filter(NothingIsSentTest::looks)
                .findFirst();
    }

    private static boolean looks(Path strace) {
        try {
            return new ProcessBuilder(strace.toString(), "--seccomp-bpf", "-f", "-qq", "-e", "trace=connect", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path trace() {
        return folder.resolve("trace.txt");
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output.txt"));
    }

    /** Calls with an internet address; the window's to its display and the system's to its name service are local ones. */
    private List<String> sent() throws IOException {
        if (!Files.exists(trace())) {
            return List.of();
        }
        try (Stream<String> calls = Files.lines(trace())) {
            return calls.filter(call -> call.contains("AF_INET")).toList();
        }
    }
}
