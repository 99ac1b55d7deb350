package dev.interestlens.cli.text;

import dev.interestlens.cli.console.Console;
import dev.interestlens.data.DatasetInfo;
import java.nio.file.Path;

/** What became of a log, told on the console. */
public final class PreparedText {
    private PreparedText() {}

    /** Of one that was prepared into a folder. */
    public static void tell(Console console, Path folder, DatasetInfo info) {
        tell(console, "prepare.done", folder, info);
    }

    /** Of one that another command prepared with the defaults. */
    public static void tellOnTheWay(Console console, Path source, DatasetInfo info) {
        tell(console, "prepare.onTheWay", source, info);
    }

    private static void tell(Console console, String done, Path path, DatasetInfo info) {
        DatasetInfo.Counts counts = info.counts();
        console.say(done, path, counts.events(), counts.users(), counts.items());
        String taken = info.origin().settings().getOrDefault("encoding", "UTF-8");
        boolean told = info.notes().stream().anyMatch(note -> note.reason().equals("encodingTried"));
        if (!taken.equals("UTF-8") && !told) {
            console.say("prepare.encoding", taken);
        }
        if (info.labelled()) {
            console.say("prepare.labelled", counts.impressions());
        }
        FindingLines.of(info, console).forEach(console.err()::println);
    }
}
