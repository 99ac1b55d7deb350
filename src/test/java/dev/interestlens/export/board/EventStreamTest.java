package dev.interestlens.export.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import dev.interestlens.testing.EventFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventStreamTest {
    @TempDir
    Path folder;

    /** Writes events. */
    private interface Part {
        void write(EventStream events) throws IOException;
    }

    private Path written(Part part) throws IOException {
        Path file = folder.resolve("events");
        try (EventStream events = new EventStream(Files.newOutputStream(file), 100.5)) {
            part.write(events);
        }
        return file;
    }

    @Test
    void theFirstRecordTellsTheVersion() throws IOException {
        UnknownFieldSet first = EventFile.events(written(events -> {})).get(0);
        assertThat(EventFile.text(first, 3)).isEqualTo("brain.Event:2");
        assertThat(EventFile.real(first, 1)).isEqualTo(100.5);
    }

    @Test
    void aNumberHasItsStepAndTimeAndWhatIsNoneIsLeftOut() throws IOException {
        List<EventFile.Value> values = EventFile.values(written(events -> {
            events.scalar(101, 7, "train/loss", 0.25);
            events.scalar(102, 8, "train/loss", Double.NaN);
        }));
        assertThat(values).hasSize(1);
        assertThat(values.get(0).tag()).isEqualTo("train/loss");
        assertThat(values.get(0).step()).isEqualTo(7);
        assertThat(values.get(0).wall()).isEqualTo(101);
        assertThat(values.get(0).scalar()).isEqualTo(0.25f);
    }

    @Test
    void everyValueOfAHistogramIsCountedOnce() throws IOException {
        UnknownFieldSet histogram = EventFile.values(
                        written(events -> events.histogram(1, 2, "h", new double[] {0, 0.5, 1, 1, 0.25})))
                .get(0)
                .message(5);
        assertThat(EventFile.real(histogram, 1)).isZero();
        assertThat(EventFile.real(histogram, 2)).isEqualTo(1);
        assertThat(EventFile.real(histogram, 3)).isEqualTo(5);
        assertThat(EventFile.real(histogram, 4)).isEqualTo(2.75);
        assertThat(EventFile.real(histogram, 5)).isEqualTo(2.3125);
        double[] limits = doubles(histogram, 6);
        double[] counts = doubles(histogram, 7);
        assertThat(limits).hasSameSizeAs(counts).isSorted().endsWith(1.0);
        assertThat(counts[counts.length - 1]).isEqualTo(2);
        assertThat(counts).contains(1, 1, 1, 2);
    }

    @Test
    void valuesThatAreAllAlikeAreOneBucket() throws IOException {
        UnknownFieldSet histogram = EventFile.values(
                        written(events -> events.histogram(1, 2, "h", new double[] {3, 3})))
                .get(0)
                .message(5);
        assertThat(doubles(histogram, 6)).containsExactly(3);
        assertThat(doubles(histogram, 7)).containsExactly(2);
    }

    @Test
    void hyperparametersKeepTheirTypes() throws IOException {
        UnknownFieldSet metadata = EventFile.values(
                        written(events -> events.began(5, Map.of("rate", 0.1, "name", "din", "on", true), "group")))
                .get(0)
                .message(9);
        UnknownFieldSet plugin = message(metadata, 1);
        assertThat(EventFile.text(plugin, 1)).isEqualTo("hparams");
        UnknownFieldSet session = message(message(plugin, 2), 3);
        assertThat(session.getField(1).getLengthDelimitedList()).hasSize(3);
        assertThat(EventFile.text(session, 4)).isEqualTo("group");
        for (ByteString entry : session.getField(1).getLengthDelimitedList()) {
            UnknownFieldSet pair = UnknownFieldSet.parseFrom(entry);
            UnknownFieldSet value = message(pair, 2);
            switch (EventFile.text(pair, 1)) {
                case "rate" -> assertThat(EventFile.real(value, 2)).isEqualTo(0.1);
                case "name" -> assertThat(EventFile.text(value, 3)).isEqualTo("din");
                default -> assertThat(value.getField(4).getVarintList()).containsExactly(1L);
            }
        }
    }

    private static UnknownFieldSet message(UnknownFieldSet of, int field) throws IOException {
        return UnknownFieldSet.parseFrom(
                of.getField(field).getLengthDelimitedList().get(0));
    }

    private static double[] doubles(UnknownFieldSet of, int field) {
        ByteBuffer bytes = of.getField(field)
                .getLengthDelimitedList()
                .get(0)
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[bytes.remaining() / Double.BYTES];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes.getDouble();
        }
        return values;
    }
}
