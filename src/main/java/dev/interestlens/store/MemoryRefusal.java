package dev.interestlens.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory that was asked for and not given: by the Java heap, by the engine on the CPU, or by a GPU. The engine has no class of its own for it, only
 * words.
 *
 * @param asked what was asked for, with its unit; empty where nobody said
 */
public record MemoryRefusal(String asked) {
    private static final Pattern CPU = Pattern.compile("can't allocate memory: you tried to allocate (\\d+) bytes");
    private static final Pattern GPU = Pattern.compile("out of memory\\.? Tried to allocate ([\\d.]+ [KMGT]?i?B)");

    /** What a failure or one of its causes says about memory; empty where it is about something else. */
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
