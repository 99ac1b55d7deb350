package dev.interestlens.export.board;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * Events of one run, in the order in which TensorBoard reads them (event.proto, summary.proto and the plugin hparams). Wall times are seconds since 1970. Numbers
 * that are not finite are left out.
 */
public final class EventStream implements AutoCloseable {
    /** At the beginning of each file. */
    public static final String VERSION = "brain.Event:2";

    private static final String HPARAMS = "hparams";
    private static final int RGBA = 4;
    private static final int SESSION_START = 1;

    /** How a training ended. */
    public enum Status {
        SUCCESS,
        FAILURE,
        RUNNING
    }

    private final OutputStream out;
    private final RecordStream records;

    /** Begins a file. */
    public EventStream(OutputStream out, double wall) throws IOException {
        this.out = out;
        records = new RecordStream(out);
        records.write(new Message().real(1, wall).text(3, VERSION).written());
    }

    public void scalar(double wall, long step, String tag, double value) throws IOException {
        if (Double.isFinite(value)) {
            summary(wall, step, new Message().text(1, tag).single(2, (float) value));
        }
    }

    /** Writes nothing where there are no values. */
    public void histogram(double wall, long step, String tag, double[] values) throws IOException {
        if (values.length > 0) {
            summary(
                    wall,
                    step,
                    new Message().text(1, tag).message(5, Histogram.of(values).message()));
        }
    }

    /** @param png with transparency */
    public void image(double wall, long step, String tag, int width, int height, byte[] png) throws IOException {
        Message image =
                new Message().whole(1, height).whole(2, width).whole(3, RGBA).bytes(4, png);
        summary(wall, step, new Message().text(1, tag).message(4, image));
    }

    /** Later steps are written again from here on: a reader drops those that it had. */
    public void restart(double wall, long step) throws IOException {
        Message log = new Message().whole(1, SESSION_START);
        records.write(new Message().real(1, wall).whole(2, step).message(7, log).written());
    }

    /**
     * The hyperparameters of the run.
     *
     * @param parameters numbers, truth values and texts by name
     * @param group runs of one group differ only in the seed
     */
    public void began(double wall, Map<String, Object> parameters, String group) throws IOException {
        Message session = new Message();
        parameters.forEach(
                (name, value) -> session.message(1, new Message().text(1, name).message(2, value(value))));
        session.text(4, group).real(5, wall);
        hparams(wall, "_hparams_/session_start_info", 3, session);
    }

    public void ended(double wall, Status status) throws IOException {
        hparams(
                wall,
                "_hparams_/session_end_info",
                4,
                new Message().whole(1, status.ordinal() + 1).real(2, wall));
    }

    private void hparams(double wall, String tag, int field, Message content) throws IOException {
        Message plugin = new Message()
                .text(1, HPARAMS)
                .bytes(2, new Message().message(field, content).written());
        summary(wall, 0, new Message().text(1, tag).message(9, new Message().message(1, plugin)));
    }

    /** A google.protobuf.Value. */
    private static Message value(Object value) {
        if (value instanceof Boolean truth) {
            return new Message().truth(4, truth);
        }
        return value instanceof Number number
                ? new Message().real(2, number.doubleValue())
                : new Message().text(3, String.valueOf(value));
    }

    private void summary(double wall, long step, Message value) throws IOException {
        records.write(new Message()
                .real(1, wall)
                .whole(2, step)
                .message(5, new Message().message(1, value))
                .written());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
