package dev.interestlens.data.synth;

import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code causes.csv}, the planted truth. For scoring explanations only, never for training. */
public final class CausesReader {

    private static final String HEADER = "user_id,seq,channel,trigger,support";

    private CausesReader() {}

    /** Whether the folder of a source has planted causes. */
    public static boolean present(Path folder) {
        return Files.isRegularFile(folder.resolve("causes.csv"));
    }

    /**
     * All causes by user id; a user's in order of time, one for each event.
     *
     * @throws ProblemException of kind BAD_INPUT naming the line that is not as it must be
     */
    public static Map<String, List<Cause>> read(Path file) {
        Map<String, List<Cause>> causes = new LinkedHashMap<>();
        long number = 1;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String line = lines.readLine();
            if (!HEADER.equals(line)) {
                throw wrong(file, number, line);
            }
            while ((line = lines.readLine()) != null) {
                number++;
                String[] cells = line.split(",", -1);
                if (cells.length != 5) {
                    throw wrong(file, number, line);
                }
                List<Cause> own = causes.computeIfAbsent(cells[0], user -> new ArrayList<>());
                Cause cause = cause(cells);
                if (cause == null || cause.position() != own.size()) {
                    throw wrong(file, number, line);
                }
                own.add(cause);
            }
        } catch (CharacterCodingException e) {
            throw wrong(file, number, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return causes;
    }

    /** Null where it makes no sense. */
    private static Cause cause(String[] cells) {
        try {
            int position = Integer.parseInt(cells[1]);
            Channel channel = Channel.valueOf(cells[2]);
            int trigger = cells[3].isEmpty() ? -1 : Integer.parseInt(cells[3]);
            int[] support = cells[4].isEmpty()
                    ? new int[0]
                    : Arrays.stream(cells[4].split(" "))
                            .mapToInt(Integer::parseInt)
                            .toArray();
            boolean caused = channel == Channel.C || channel == Channel.R;
            boolean sound = Arrays.stream(support).allMatch(p -> p >= 0 && p < position)
                    && trigger == (caused && support.length > 0 ? support[support.length - 1] : -1)
                    && caused == support.length > 0;
            return sound ? new Cause(position, channel, trigger, support) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static ProblemException wrong(Path file, long number, String line) {
        return Problem.badInput(CausesReader.class, "causes")
                .file(file)
                .line(number)
                .value(line == null ? "" : line)
                .exception();
    }
}
