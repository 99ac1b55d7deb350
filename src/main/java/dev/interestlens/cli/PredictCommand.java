package dev.interestlens.cli;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.train.Evaluator;
import dev.interestlens.train.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Scores every row of a part into a CSV: sample, user, item, label, score. */
@Command(name = "predict", mixinStandardHelpOptions = true, resourceBundle = "dev.interestlens.cli.commands")
final class PredictCommand implements Runnable {
    private final Console console;

    @Option(names = "--run", required = true)
    private Path run;

    @Option(names = "--part", defaultValue = "test")
    private Part part;

    @Option(names = "--data")
    private Path data;

    @Option(names = "--out", required = true)
    private Path out;

    PredictCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        try (OpenRun open = data == null ? OpenRun.best(new RunFolder(run)) : OpenRun.best(new RunFolder(run), data)) {
            double[] scores = Evaluator.probabilities(Evaluator.logits(open.model()::logits, open.samples(), part));
            AtomicFile.write(Disk.real(), out, stream -> {
                Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
                write(open, scores, writer);
                writer.flush();
            });
            console.say("predict.done", scores.length, out);
        }
    }

    private void write(OpenRun open, double[] scores, Writer writer) throws IOException {
        writer.write("sample,user,item,label,score\n");
        for (int row = 0; row < scores.length; row++) {
            Sample sample = open.samples().sample(part, row);
            writer.write(row + "," + Csv.cell(open.data().userKey(sample.user())) + ","
                    + Csv.cell(open.data().itemKey(sample.candidate())) + "," + (int) sample.label() + ","
                    + scores[row] + "\n");
        }
    }
}
