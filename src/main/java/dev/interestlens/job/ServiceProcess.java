package dev.interestlens.job;

import dev.interestlens.store.Problem;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A command in a process of its own that answers requests one after the other, as bytes, until it is closed. It ends with this process. One thread at
 * a time.
 */
public final class ServiceProcess implements AutoCloseable {
    private static final long LOOK_MILLIS = 100;
    private static final int PATIENCE_SECONDS = 10;

    /** Why there is no answer. */
    public enum Reason {
        /** The process is gone. */
        ENDED,
        /** It took longer than was allowed, and was killed. */
        TIME,
        /** It took more memory than was allowed, and was killed. */
        MEMORY
    }

    /** There is no answer, and the process has ended. */
    public static final class Gone extends Exception {
        private static final long serialVersionUID = 1;
        private final Reason reason;
        private final int exitCode;

        Gone(Reason reason, int exitCode) {
            super(reason + " " + exitCode);
            this.reason = reason;
            this.exitCode = exitCode;
        }

        public Reason reason() {
            return reason;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    private final Process process;
    private final DataOutputStream out;
    private final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
    private final int megabytes;

    private ServiceProcess(Process process, int megabytes) {
        this.process = process;
        this.megabytes = megabytes;
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        Thread reader = new Thread(this::read, "answers of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts it and returns at once.
     *
     * @param folder for its output and the report of a crash
     * @param arguments the command's name first
     * @param megabytes of resident memory that it may use
     */
    public static ServiceProcess start(Program program, Path folder, List<String> arguments, int megabytes) {
        List<String> line = program.serviceLine(megabytes, folder.resolve("crash.log"), arguments);
        try {
            return new ServiceProcess(
                    new ProcessBuilder(line)
                            .redirectError(ProcessBuilder.Redirect.appendTo(
                                    folder.resolve("output.log").toFile()))
                            .start(),
                    megabytes);
        } catch (IOException e) {
            throw Problem.resource(JobFolder.class, "start", folder).because(e);
        }
    }

    private void read() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            while (true) {
                int length = in.readInt();
                byte[] answer = in.readNBytes(length);
                if (answer.length < length) {
                    throw new EOFException(); // it ended within an answer
                }
                answers.add(answer);
            }
        } catch (EOFException end) {
            process.onExit().join();
        } catch (IOException gone) {
            process.destroyForcibly();
        }
    }

    /**
     * The answer to a request.
     *
     * @param seconds of processor time that it may take
     * @throws Gone where there is none; then the process has ended
     */
    public byte[] ask(byte[] request, int seconds) throws Gone {
        try {
            out.writeInt(request.length);
            out.write(request);
            out.flush();
        } catch (IOException broken) {
            throw gone(Reason.ENDED);
        }
        Allowance allowance = Allowance.of(process.toHandle(), seconds);
        while (true) {
            byte[] answer = answer();
            if (answer != null) {
                return answer;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw gone(Reason.ENDED);
            }
            if (!process.isAlive()) {
                byte[] last = answers.poll();
                if (last != null) {
                    return last;
                }
                throw gone(Reason.ENDED);
            }
            if (allowance.isUsedUp()) {
                throw gone(Reason.TIME);
            }
            if (LimitedJob.residentMegabytes(process.pid()) > megabytes) {
                throw gone(Reason.MEMORY);
            }
        }
    }

    private byte[] answer() {
        try {
            return answers.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null; // the thread that interrupts closes this
        }
    }

    private Gone gone(Reason reason) {
        close();
        return new Gone(reason, process.isAlive() ? -1 : process.exitValue());
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it is killed anyway
        }
    }
}
