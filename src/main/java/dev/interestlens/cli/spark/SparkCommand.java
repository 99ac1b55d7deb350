package dev.interestlens.cli.spark;

import dev.interestlens.cli.console.Console;
import dev.interestlens.store.Problem;
import dev.interestlens.workspace.score.SparkSubmit;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What can be done on Apache Spark. */
@Command(
        name = "spark",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.interestlens.cli.commands",
        subcommands = {SparkPrepareCommand.class, SparkScoreCommand.class, SparkRecommendCommand.class})
public final class SparkCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** How the line of a command is written down instead of being run. */
    static final class Printing {
        @Option(names = "--print")
        private boolean print;

        @Option(names = "--master", defaultValue = "")
        private String master;

        @Option(names = "--json")
        private boolean json;

        /** Whether only the line is wanted. @throws dev.interestlens.store.ProblemException where neither a line nor a cluster is there */
        boolean wanted(Console console) {
            if (!print && console.cluster() == null) {
                throw Problem.usage(SparkCommand.class, "noSpark").exception();
            }
            return print;
        }

        /** @param progress whether it is the last word of a job */
        void line(List<String> arguments, boolean progress, Console console) {
            SparkSubmit submit = SparkSubmit.of(master);
            if (progress) {
                console.line(Map.of("event", "done", "line", submit.line(arguments), "words", submit.words(arguments)));
            } else if (json) {
                console.json(Map.of("line", submit.line(arguments), "words", submit.words(arguments)));
            } else {
                console.out().println(submit.line(arguments));
                console.out().flush();
            }
        }

        /** What was done on the cluster, where a document is wanted. */
        void done(Object document, Console console) {
            if (json) {
                console.json(document);
            }
        }
    }
}
