package dev.interestlens.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON object in a file with the sum of itself as its last field, {@code sum}: SHA-256 of the file as it would be without that field. Objects without a sum
 * are read too, since earlier versions wrote none.
 */
public final class SealedJson {
    private static final String END = "\n}\n";
    private static final Pattern SEAL = Pattern.compile(",\n  \"sum\" : \"([0-9a-f]{64})\"\n}\n$");
    private static final int SEAL_BYTES = ",\n  \"sum\" : \"\"\n}\n".length() + 64;

    private SealedJson() {}

    /** Replaces the file atomically; the value must be an object that is not empty. */
    public static void write(Disk disk, Path file, Object value) {
        byte[] bytes = bytes(value);
        AtomicFile.write(disk, file, out -> out.write(bytes));
    }

    /** What is written to such a file. */
    public static byte[] bytes(Object value) {
        String json = Json.pretty(value);
        String sum = Sha256.of(json.getBytes(StandardCharsets.UTF_8));
        String whole = json.substring(0, json.length() - END.length()) + ",\n  \"sum\" : \"" + sum + "\"" + END;
        return whole.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads one value of the type, without the sum.
     *
     * @throws ProblemException where the file does not have its sum, or is not of the type
     */
    public static <T> T read(Path file, Class<T> type) {
        return Json.read(body(Json.bytes(file), Problem.badInput(SealedJson.class, "sealBroken", file)), type, file);
    }

    /** The same of what a program brings along. */
    public static <T> T read(byte[] bytes, Class<T> type) {
        return Json.read(body(bytes, Problem.badInput(SealedJson.class, "sealBroken")), type);
    }

    /** Without the sum, once it is checked. */
    private static byte[] body(byte[] bytes, Problem.Builder broken) {
        Matcher seal = seal(bytes);
        if (!seal.find()) {
            return bytes;
        }
        byte[] body = Arrays.copyOf(bytes, bytes.length - SEAL_BYTES + END.length());
        byte[] end = END.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(end, 0, body, body.length - end.length, end.length);
        if (!Sha256.of(body).equals(seal.group(1))) {
            throw broken.exception();
        }
        return body;
    }

    /** Whether the file holds a sum of itself, be it right or not. */
    public static boolean isSealed(Path file) {
        return seal(Json.bytes(file)).find();
    }

    private static Matcher seal(byte[] bytes) {
        int from = Math.max(0, bytes.length - SEAL_BYTES);
        return SEAL.matcher(new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1));
    }
}
