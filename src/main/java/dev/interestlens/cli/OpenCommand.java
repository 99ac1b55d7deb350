package dev.interestlens.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.cli.console.ConsoleCommand;
import dev.interestlens.cli.console.DataArgument;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.console.Overwrite;
import dev.interestlens.cli.console.PrintedProgress;
import dev.interestlens.cli.text.OpenedText;
import dev.interestlens.cli.text.PreparedText;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.export.bundle.Bundle;
import dev.interestlens.foreign.Contract;
import dev.interestlens.foreign.Opening;
import dev.interestlens.foreign.Recipes;
import dev.interestlens.foreign.mapping.MappedInput;
import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.VocabularyFile;
import dev.interestlens.foreign.onnx.OnnxValidator;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.model.config.Needs;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Problem;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.ForeignRuns;
import dev.interestlens.workspace.NewRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens a model from elsewhere as a run, or prints how one is exported. */
@Command(name = "open")
final class OpenCommand extends ConsoleCommand implements Runnable {
    @Parameters(index = "0", arity = "0..1", paramLabel = "MODEL")
    @Needs(not = "--recipe")
    private Path model;

    @Option(names = "--data")
    @Needs(not = "--recipe")
    private Path data;

    @Option(names = "--run")
    @Needs(not = "--recipe")
    private Path run;

    @Option(names = "--name")
    @Needs(not = "--recipe")
    @Allowed
    private String name;

    @Option(names = "--mapping")
    @Needs(not = "--recipe")
    private Path mapping;

    @Option(names = "--vocabulary")
    @Needs(not = "--recipe")
    private Map<String, Path> vocabularies = new LinkedHashMap<>();

    @Option(names = "--set")
    @Needs(not = "--recipe")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--graph-seconds", defaultValue = "60")
    @Needs(not = "--recipe")
    @Allowed(min = 1, max = 86_400)
    private int graphSeconds;

    @Option(names = "--recipe")
    @Allowed(known = Libraries.class)
    private String recipe;

    @Option(names = "--json")
    @Needs(not = "--recipe")
    private boolean json;

    @Mixin
    private Overwrite overwrite;

    /** Libraries for which there is an export recipe. */
    static final class Libraries implements Supplier<List<String>> {
        @Override
        public List<String> get() {
            return Recipes.known();
        }
    }

    @Override
    public void run() {
        if (recipe != null) {
            console.out().print(Recipes.of(recipe));
            console.out().flush();
            return;
        }
        if (model == null || data == null || run == null) {
            throw Problem.usage(OpenCommand.class, "openNeeds")
                    .exception("option", model == null ? "MODEL" : data == null ? "--data" : "--run");
        }
        if (Bundle.isOne(model)) {
            throw Problem.badInput(OpenCommand.class, "openBundle", model).exception("name", model.getFileName());
        }
        RunFolder folder = new RunFolder(run);
        ExperimentConfig config = ForeignRuns.usual();
        Set<String> named = new HashSet<>(); // settings that a person chose
        for (String setting : settings) {
            config = ConfigJson.set(config, setting);
            named.add(setting.split("=", 2)[0]);
        }
        Optional<Mapping> roles = Optional.ofNullable(mapping).map(Mapping::read); // by themselves, before any work
        Map<String, VocabularyFile> numbers = new LinkedHashMap<>();
        vocabularies.forEach((field, file) -> numbers.put(field, VocabularyFile.read(file)));
        OnnxValidator.siblings(model);
        List<Path> inputs = new ArrayList<>(List.of(data, model));
        inputs.addAll(vocabularies.values());
        Optional.ofNullable(mapping).ifPresent(inputs::add);
        try (Interrupt interrupt = new Interrupt(console);
                NewRun begun = folder.path().equals(console.job())
                        ? NewRun.ofJob(folder)
                        : NewRun.begin(folder, overwrite.existing(), inputs)) {
            Path dataset = DataArgument.dataset(
                    console,
                    data,
                    folder.path().resolve("data"),
                    new PrintedProgress(console, false, interrupt),
                    info -> PreparedText.tellOnTheWay(console, data, info));
            try (PreparedDataset opened = PreparedDataset.open(dataset)) {
                open(begun, opened, LogProtocol.taken(console, config, named, opened.info()), roles, numbers);
            }
        }
    }

    private void open(
            NewRun begun,
            PreparedDataset opened,
            ExperimentConfig config,
            Optional<Mapping> roles,
            Map<String, VocabularyFile> numbers) {
        try (Opening opening = Opening.of(model, ForeignRuns.samples(opened, config), roles, graphSeconds)) {
            numbers.forEach(opening::vocabulary);
            opening.uncovered()
                    .forEach(each -> console.say(
                            "open.uncovered", each.file(), each.without(), each.of(), each.field(), each.example()));
            if (!json) {
                new OpenedText(console).inputs(opening.mapping());
            }
            opening.number();
            opening.examine();
            String called = name == null ? begun.folder().folderName() : name;
            ForeignRuns.keep(begun, opening, opened, config, called);
            if (json) {
                console.json(tree(opening, console.locale()));
            } else {
                new OpenedText(console).found(opening);
                console.say("open.done", run);
            }
        }
    }

    /** The document with the names that are kept stable. */
    static ObjectNode tree(Opening opening, Locale locale) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        ArrayNode inputs = tree.putArray("inputs");
        for (MappedInput input : opening.mapping().inputs()) {
            input.each().forEach(part -> {
                ObjectNode node = inputs.addObject().put("name", input.name());
                node.put("role", EnumNames.name(part.role()));
                node.put("field", part.field());
                node.put("certain", part.sure());
                if (part.columns() != null) {
                    node.putArray("columns")
                            .add(part.columns().get(0))
                            .add(part.columns().get(1));
                }
            });
        }
        ArrayNode numbering = tree.putArray("numbering");
        opening.table().forEach(line -> numbering
                .addObject()
                .put("field", line.field())
                .put("numbering", line.numbering())
                .put("auc", finite(line.auc()))
                .put("below", finite(line.below()))
                .put("low", finite(line.low()))
                .put("high", finite(line.high()))
                .put("clear", line.clear())
                .put("rows", line.rows()));
        ArrayNode attention = tree.putArray("attention");
        for (Mapping.Attention each : opening.mapping().attention()) {
            ObjectNode node = attention
                    .addObject()
                    .put("tensor", each.tensor())
                    .put("kind", each.kind())
                    .put("matters", each.matters())
                    .put("paddingShare", each.paddingShare());
            each.axes().forEach(node.withArray("axes")::add);
            each.fields().forEach(node.withArray("fields")::add);
            node.put("read", each.read() == null ? null : EnumNames.name(each.read()));
        }
        ArrayNode without = tree.putArray("withoutNumber");
        opening.uncovered().forEach(each -> without.addObject()
                .put("field", each.field())
                .put("count", each.without())
                .put("of", each.of()));
        tree.set("contract", contract(opening.contract(), locale));
        tree.put("removal", EnumNames.name(opening.mapping().removal()));
        tree.put("crashes", opening.crashes());
        return tree;
    }

    static JsonNode contract(Contract contract, Locale locale) {
        ArrayNode checks = JsonNodeFactory.instance.arrayNode();
        contract.worstFirst().forEach(each -> checks.addObject()
                .put("check", Contract.name(each.check()))
                .put("passed", each.passed())
                .put("words", each.words().in(locale)));
        return checks;
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
