package dev.interestlens.cli;

import dev.interestlens.cli.console.ClusterJobs;
import dev.interestlens.cli.console.Console;
import dev.interestlens.cli.console.GateCodes;
import dev.interestlens.cli.console.OldNames;
import dev.interestlens.cli.console.OptionValues;
import dev.interestlens.cli.console.Usage;
import dev.interestlens.cli.console.WrongUsage;
import dev.interestlens.cli.export.ExportCommand;
import dev.interestlens.cli.export.RunsCommand;
import dev.interestlens.cli.graph.RunGraphCommand;
import dev.interestlens.cli.graph.ServeGraphCommand;
import dev.interestlens.cli.spark.SparkCommand;
import dev.interestlens.job.JobRun;
import dev.interestlens.job.UnicodeLocale;
import dev.interestlens.store.MemoryRefusal;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Texts;
import dev.interestlens.train.Versions;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** Runs one command line and gives its exit code. */
public final class CommandLineProgram {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLineProgram.class);

    private static final String JOB = "--job";

    private final Console console;
    private final Class<?> root;
    private Problem problem;
    private String[] line = {};

    public CommandLineProgram(PrintStream out, PrintStream err, Locale locale) {
        this(new Console(out, err, Texts.language(locale)));
    }

    private CommandLineProgram(Console console) {
        this(console, Root.class);
    }

    private CommandLineProgram(Console console, Class<?> root) {
        this.console = console;
        this.root = root;
    }

    /** The same as the program that runs on a cluster, which has only the commands below {@code spark}. */
    public CommandLineProgram on(ClusterJobs cluster) {
        return new CommandLineProgram(console.with(cluster), SparkCommand.class);
    }

    /** With the streams of this process and the system's language; standard output is always UTF-8. */
    public static CommandLineProgram onConsole() {
        return new CommandLineProgram(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                System.err,
                Locale.getDefault());
    }

    /**
     * Exit codes: 0 ok, 1 our own fault, 2 usage, 3 bad input, 4 resource, 5 diverged, 130 cancelled; with {@code --gate} 0, 1 and 2 are answers, 64
     * usage and 70 our own fault.
     */
    public int run(String... arguments) {
        int job = Arrays.asList(arguments).indexOf(JOB);
        try {
            return job >= 0 && job + 1 < arguments.length ? job(Path.of(arguments[job + 1])) : execute(arguments);
        } finally {
            console.said().countDown();
        }
    }

    /** Runs the job of a folder and writes there how it ended. */
    private int job(Path folder) {
        try (JobRun job = JobRun.begin(folder)) {
            CommandLineProgram inside =
                    new CommandLineProgram(console.in(job.folder().path()));
            int code = inside.execute(job.arguments().toArray(new String[0]));
            if (inside.problem == null) {
                job.ended(code);
            } else {
                job.ended(inside.problem);
            }
            return code;
        } catch (ProblemException e) {
            return failed(e);
        }
    }

    /** The commands with their options and help texts. */
    CommandLine commands(String... arguments) {
        CommandLine line = new CommandLine(root, new Parts(console));
        new Usage(console).write(line, arguments);
        line.registerConverter(Path.class, CommandLineProgram::path);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExpandAtFiles(false); // a name may begin with @
        return line;
    }

    private int execute(String... given) {
        String[] arguments = new OldNames(console).today(given);
        line = arguments;
        CommandLine commands = commands(arguments);
        commands.setOut(new PrintWriter(console.out(), true, Charset.defaultCharset()));
        commands.setErr(new PrintWriter(console.err(), true, Charset.defaultCharset()));
        commands.setExecutionStrategy(parsed -> {
            new OptionValues(console).check(parsed);
            return new CommandLine.RunLast().execute(parsed);
        });
        commands.setParameterExceptionHandler(this::wrongUsage);
        commands.setExecutionExceptionHandler((e, command, parsed) -> failed(e));
        try {
            return commands.execute(arguments);
        } catch (OutOfMemoryError e) {
            return failed(e);
        }
    }

    /** Where no window can open: prints what to install and runs the demo. Returns its exit code. */
    public int withoutDisplay() {
        console.say("display.none");
        return run("demo");
    }

    /** Where the system's libraries for windows are missing: names them, and what works without them. Returns the exit code. */
    public int withoutToolkit() {
        console.say("toolkit.none");
        return Problem.Kind.RESOURCE.exitCode();
    }

    /** Tries something that prints stack traces of its own where it fails: they are hidden and a message is printed instead. */
    public static boolean tries(BooleanSupplier work) {
        PrintStream errors = System.err;
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        System.setErr(new PrintStream(held, true, StandardCharsets.UTF_8));
        boolean works = false;
        try {
            works = work.getAsBoolean();
            return works;
        } finally {
            System.setErr(errors);
            if (works) {
                errors.print(held.toString(StandardCharsets.UTF_8));
            }
        }
    }

    private int wrongUsage(ParameterException e, String[] arguments) {
        if (e.getCause() instanceof ProblemException problem) {
            return failed(problem);
        }
        console.err().println(new WrongUsage(console).text(e, arguments));
        console.say("usage.help", e.getCommandLine().getCommandSpec().qualifiedName());
        return GateCodes.of(Problem.Kind.USAGE, line);
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw invalid(e);
        }
    }

    private static ProblemException invalid(InvalidPathException e) {
        return Problem.usage(CommandLineProgram.class, UnicodeLocale.isHere() ? "fileName" : "locale")
                .value(e.getInput())
                .with("encoding", System.getProperty("sun.jnu.encoding", ""))
                .exception(e);
    }

    private int failed(Throwable e) {
        if (!(e instanceof ProblemException) && MemoryRefusal.of(e).isPresent()) {
            return failed(Problem.resource(CommandLineProgram.class, "memory")
                    .with("heap", Runtime.getRuntime().maxMemory() >> 20)
                    .exception(e));
        }
        if (e instanceof InvalidPathException name) {
            return failed(invalid(name));
        }
        if (e instanceof ProblemException known) {
            problem = known.problem();
            LOG.info("{}", problem.key(), known);
            console.err().println(known.problem().text(console.locale()));
            return GateCodes.of(known.problem().kind(), line);
        }
        LOG.error("Our own fault", e);
        console.say("ourFault", e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
        return GateCodes.of(Problem.Kind.INTERNAL, line);
    }

    /** The program itself. */
    @Command(
            name = "interest-lens",
            resourceBundle = "dev.interestlens.cli.commands",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            modelTransformer = MeasurementCommands.class,
            subcommands = {
                GenerateCommand.class,
                PrepareCommand.class,
                InspectCommand.class,
                PlantCommand.class,
                TrainCommand.class,
                RunsCommand.class,
                PredictCommand.class,
                RecommendCommand.class,
                ExplainCommand.class,
                ExportCommand.class,
                ReportCommand.class,
                OpenCommand.class,
                DoctorCommand.class,
                DemoCommand.class,
                QuestionCommand.class,
                ServeCommand.class,
                SchemaCommand.class,
                SparkCommand.class,
                RunGraphCommand.class,
                ServeGraphCommand.class
            })
    public static final class Root implements Runnable {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Override
        public void run() {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** What {@code --version} prints. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "Interest Lens " + Versions.program() + " (" + Versions.commit() + "), Java " + Runtime.version()
            };
        }
    }
}
