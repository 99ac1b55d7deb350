package dev.interestlens.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A failed allocation of memory: on the Java heap, by the engine on the CPU, or on a GPU. The engine reports it only by the text of its exception.
 *
 * @param asked the requested amount with its unit; empty where it is unknown
 */
public record MemoryRefusal(String asked) {
    private static final Pattern CPU = Pattern.compile("can't allocate memory: you tried to allocate (\\d+) bytes");
    private static final Pattern GPU = Pattern.compile("out of memory\\.? Tried to allocate ([\\d.]+ [KMGT]?i?B)");

    /** The refusal that a failure or one of its causes reports; empty where the cause is another one. */
    public static Optional<MemoryRefusal> of(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof OutOfMemoryError) {
                return Optional.of(new MemoryRefusal(""));
            }
            String words = String.valueOf(at.getMessage());
            Matcher cpu = CPU.matcher(words);
            if (cpu.find()) {
                return Optional.of(new MemoryRefusal((Long.parseLong(cpu.group(1)) >> 20) + " MB"));
            }
            Matcher gpu = GPU.matcher(words);
            if (gpu.find()) {
                return Optional.of(new MemoryRefusal(gpu.group(1)));
            }
        }
        return Optional.empty();
    }
}
