package dev.interestlens.ui.common.run;

import dev.interestlens.ui.common.Messages;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The progress of a child process, from the last line that it printed with {@code --progress json}.
 *
 * @param stage key of the current stage; empty before the first
 * @param fraction done, 0 … 1, or −1 where it is not known
 * @param secondsLeft −1 where it is not known
 */
public record JobProgress(String stage, double fraction, long secondsLeft) {
    /** Enough bytes of output for the last line. */
    public static final int TAIL = 600;

    private static final Pattern FIELDS =
            Pattern.compile("\"stage\" ?: ?\"(\\w+)\"|\"fraction\" ?: ?([0-9.E-]+)|\"secondsLeft\" ?: ?([0-9]+)");

    public static JobProgress of(String output) {
        String stage = "";
        double fraction = -1;
        long left = -1;
        Matcher found = FIELDS.matcher(output);
        while (found.find()) {
            stage = found.group(1) == null ? stage : found.group(1);
            fraction = found.group(2) == null ? fraction : Double.parseDouble(found.group(2));
            left = found.group(3) == null ? left : Long.parseLong(found.group(3));
        }
        return new JobProgress(stage, fraction, left);
    }

    /**
     * The current stage and the remaining time as text.
     *
     * @param prefix of the keys of stages
     * @param beginning key of the text before the first stage
     */
    public String words(Messages messages, String prefix, String beginning) {
        String doing = messages.text(stage.isEmpty() ? beginning : prefix + stage);
        if (secondsLeft < 0) {
            return doing;
        }
        return secondsLeft < 60
                ? messages.text("job.left.seconds", doing, secondsLeft)
                : messages.text("job.left", doing, secondsLeft / 60, secondsLeft % 60);
    }
}
