package dev.interestlens.cli.spark;

import dev.interestlens.cli.console.Console;
import dev.interestlens.model.config.Needs;
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

    /** Options that print the {@code spark-submit} line of a command instead of running it. */
    static final class Printing {
        @Option(names = "--print")
        private boolean print;

        @Option(names = "--master", defaultValue = "")
        @Needs("--print")
        private String master;

        @Option(names = "--json")
        private boolean json;

        /**
         * Whether only the line is to be printed, not run.
         *
         * @throws dev.interestlens.store.ProblemException where no line is requested and there is no
         * cluster
         */
        boolean wanted(Console console) {
            if (!print && console.cluster() == null) {
                throw Problem.usage(SparkCommand.class, "noSpark").exception();
            }
            return print;
        }

        /** @param progress whether to print it as the last progress event of a job */
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

        /** Prints the document of what was done on the cluster, where one was requested. */
        void done(Object document, Console console) {
            if (json) {
                console.json(document);
            }
        }
    }
}
