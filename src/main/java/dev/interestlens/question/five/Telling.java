package dev.interestlens.question.five;

import dev.interestlens.data.source.Progress;
import dev.interestlens.data.synth.LogKind;
import dev.interestlens.data.synth.cause.CausesReader;
import dev.interestlens.question.Control;
import dev.interestlens.question.Experiment;
import dev.interestlens.question.Lab;
import dev.interestlens.question.Recipe;
import dev.interestlens.question.Settings;
import dev.interestlens.store.Disk;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.SampleRun;
import dev.interestlens.workspace.Workspace;
import dev.interestlens.workspace.data.SampleData;
import java.nio.file.Path;
import java.util.List;

/** Explaining a recommendation by attention, by measurement and by both, and how often the first of these misleads. */
record Telling(int users, FamilyTraining training) implements Experiment<ToldResult> {
    static final String BUNDLED = "bundled";

    private static final Control MODEL = new Control("model", List.of(BUNDLED, "din", "dien", "bst"), BUNDLED);
    private static final Control PREDICTIONS = new Control("predictions", List.of("50", "100", "200"), "100");

    Telling() {
        this(400, FamilyTraining.ofShops(128));
    }

    @Override
    public Facts<ToldResult> facts() {
        return new Facts<>(
                3,
                Measured.WORDS,
                List.of(MODEL, PREDICTIONS),
                ToldResult.class,
                false,
                ToldFigures::panels,
                ToldFigures::conclusion);
    }

    @Override
    public ToldResult run(Settings settings, Lab lab) {
        String model = settings.get(MODEL.name());
        boolean bundled = model.equals(BUNDLED);
        Path source = bundled
                ? SampleData.unpack(Disk.real(), lab.place("shop-log"))
                : lab.log("shop", LogKind.MIXED.log(users, settings.seed()));
        Path data = lab.prepare("shop", source, lab.part("prepare", 0, .1));
        double trained = bundled ? .1 : .6;
        RunFolder folder = bundled
                ? SampleRun.unpack(
                        Disk.real(),
                        new Workspace(lab.place("workspace")).create(Disk.real()),
                        data,
                        new RunLabels("", "", List.of()))
                : lab.train(
                        "shop-" + model, data, recipe(model).withSeed(settings.seed()), lab.part("train", .1, trained));
        Progress explaining = lab.part("explain", trained, 1);
        try (OpenRun run = OpenRun.best(folder)) {
            return ToldMeasure.of(
                    model,
                    run,
                    CausesReader.read(source.resolve("causes.csv")),
                    settings.number(PREDICTIONS.name()),
                    settings.seed(),
                    lab,
                    explaining);
        }
    }

    private Recipe recipe(String family) {
        return training.recipe(family);
    }

    @Override
    public List<String> commands(Settings settings) {
        String model = settings.get(MODEL.name());
        if (model.equals(BUNDLED)) {
            return List.of(
                    Measured.PROGRAM + "demo --out demo",
                    Measured.PROGRAM + "explain --run demo/run --sample 0-40 --out explained.html",
                    Measured.PROGRAM + "fidelity --run demo/run --samples " + settings.get(PREDICTIONS.name()));
        }
        return List.of(
                Measured.PROGRAM + "generate --kind mixed --users " + users + " --seed " + settings.seed()
                        + " --out shop-log",
                Measured.PROGRAM + "prepare shop-log --out shop-data",
                Measured.PROGRAM + recipe(model).withSeed(settings.seed()).command("shop-data", "shop-" + model),
                Measured.PROGRAM + "explain --run shop-" + model + " --sample 0-40 --out explained.html",
                Measured.PROGRAM + "fidelity --run shop-" + model + " --causes shop-log/causes.csv --samples "
                        + settings.get(PREDICTIONS.name()));
    }
}
