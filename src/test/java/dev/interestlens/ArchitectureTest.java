package dev.interestlens;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.interestlens.store.Components;
import dev.interestlens.store.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import javafx.scene.Node;

/** Which way things depend, and what lives where. */
@AnalyzeClasses(packages = "dev.interestlens", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.interestlens";
    private static final List<String> CORE = List.of(
            "data",
            "store",
            "metric",
            "nn",
            "model",
            "train",
            "explain",
            "recommend",
            "export",
            "foreign",
            "workspace",
            "measurement",
            "publish",
            "question",
            "job",
            "filter");
    private static final Set<String> WORDS =
            Set.of("Problem", "ProblemException", "Texts", "KeyedText", "Spelling", "Components");
    private static final Set<String> SCHEMA = Set.of("Schema", "Field", "FieldScale", "RawBatch", "HistoryChoice");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().assignedFrom(new Packages())
            .should()
            .beFreeOfCycles()
            .because("what goes round in a circle can be neither understood nor replaced alone");

    @ArchTest
    static final ArchRule dependenciesPointDown = all(
            layer("store"),
            layer("metric"),
            layer("filter"),
            layer("nn", "store"),
            layer("figure"),
            layer("data", "store", "metric"),
            layer("model", "nn", "store"),
            layer("train", "model", "nn", "data", "metric", "store"),
            layer("explain", "figure", "train", "model", "nn", "data", "metric", "store"),
            layer("recommend", "figure", "explain", "train", "model", "nn", "data", "metric", "store"),
            layer("export", "figure", "recommend", "explain", "train", "model", "nn", "data", "metric", "store"),
            layer("foreign", "export", "explain", "train", "model", "nn", "data", "metric", "store", "job"),
            layer(
                    "workspace",
                    "filter",
                    "foreign",
                    "figure",
                    "export",
                    "recommend",
                    "explain",
                    "train",
                    "model",
                    "data",
                    "metric",
                    "store"),
            layer(
                    "measurement", // what is measured of runs and data sets, kept and told
                    "workspace",
                    "figure",
                    "export",
                    "recommend",
                    "explain",
                    "train",
                    "model",
                    "data",
                    "metric",
                    "store"),
            layer(
                    "publish", // runs and data sets for others: models, reports, formats of other programs
                    "measurement",
                    "workspace",
                    "figure",
                    "export",
                    "recommend",
                    "explain",
                    "train",
                    "model",
                    "data",
                    "metric",
                    "store"),
            layer(
                    "question", // experiments over everything that measures, told alike by window and commands
                    "measurement",
                    "workspace",
                    "figure",
                    "export",
                    "explain",
                    "train",
                    "model",
                    "data",
                    "metric",
                    "store"),
            layer("job", "store"),
            layer(
                    "cli",
                    "question",
                    "filter",
                    "publish",
                    "measurement",
                    "workspace",
                    "foreign",
                    "figure",
                    "export",
                    "recommend",
                    "explain",
                    "train",
                    "model",
                    "data",
                    "metric",
                    "store",
                    "job"),
            layer("api", "measurement", "workspace", "recommend", "explain", "train", "model", "data", "store"),
            layer("spark", "cli", "measurement", "workspace", "export", "recommend", "model", "train", "data", "store"),
            layer(
                    "ui",
                    "question",
                    "filter",
                    "publish",
                    "measurement",
                    "workspace",
                    "foreign",
                    "figure",
                    "export",
                    "recommend",
                    "explain",
                    "train",
                    "model",
                    "data",
                    "metric",
                    "store",
                    "job"));

    @ArchTest
    static final ArchRule librariesHaveTheirPlace = all(
            only(
                    List.of("javafx..", "com.sun.javafx.."),
                    application().or(in("ui")),
                    "the core must run without a screen"),
            only(List.of("io.fair_acc.."), in("ui.control"), "one chart library, behind our own control"),
            only(
                    List.of("java.sql..", "javax.sql..", "org.duckdb.."),
                    in("data", "spark.source"),
                    "the data base is a detail of preparing data"),
            only(
                    List.of("com.fasterxml.jackson.."),
                    in(
                            "store",
                            "data",
                            "model",
                            "train",
                            "explain",
                            "export",
                            "foreign",
                            "workspace",
                            "measurement",
                            "publish",
                            "question",
                            "job",
                            "cli"),
                    "JSON is read and written where files are"),
            only(
                    List.of("org.apache.pdfbox..", "org.apache.fontbox.."),
                    in("figure.file"),
                    "a format and its library are one surface's business"),
            only(
                    List.of("org.apache.spark..", "org.apache.hadoop..", "scala.."),
                    in("spark"),
                    "a cluster is one way to prepare and score, in a jar of its own"),
            only(List.of("org.commonmark.."), in("ui.manual"), "the manual alone is Markdown"),
            only(
                    List.of("org.mozilla.universalchardet.."),
                    in("data.source.encoding"),
                    "it is one of two judges of a character set, and never heard alone"),
            only(List.of("picocli.."), in("cli"), "the command line is one way in among two"),
            only(
                    List.of("ai.onnx..", "ai.onnxruntime..", "com.google.protobuf.."),
                    in("export.onnx", "export.board", "foreign.onnx"),
                    "a foreign format and its runtime are the business of who writes and who opens it"));

    @ArchTest
    static final ArchRule theLibraryHandsOutItsOwnValues = codeUnits()
            .that()
            .areDeclaredInClassesThat(resideInAPackage(ROOT + ".api").and(modifier(JavaModifier.PUBLIC)))
            .and(modifier(JavaModifier.PUBLIC))
            .should(haveASignatureOf(resideInAnyPackage("java..", ROOT + ".api")))
            .because("whoever builds on the library shall not depend on what may change");

    @ArchTest
    static final ArchRule theLibraryIsForOthers = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".api..")
            .because("what others rely on cannot change with our own wishes");

    @ArchTest
    static final ArchRule theEngineStaysInside = only(
            List.of("ai.djl.."),
            in("nn", "model", "train", "explain", "export"),
            "no NDArray may leave the engine: windows and commands see arrays and records, and close nothing");

    @ArchTest
    static final ArchRule theEngineIsStartedInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".nn.PyTorch")
            .should()
            .dependOnClassesThat(describe(
                    "start the engine", target -> List.of("ai.djl.engine.Engine", "ai.djl.repository.zoo.ModelZoo")
                            .contains(target.getFullName())))
            .orShould()
            .callMethodWhere(describe(
                    "start the engine",
                    call -> List.of("newBaseManager", "newInstance")
                                    .contains(call.getTarget().getName())
                            && List.of("ai.djl.ndarray.NDManager", "ai.djl.Model")
                                    .contains(call.getTarget().getOwner().getFullName())
                            && call.getTarget().getRawParameterTypes().size() > 0))
            .because("it reports to its makers unless it was kept offline before its first instruction");

    @ArchTest
    static final ArchRule viewModelsKnowNoNodes = noClasses()
            .that()
            .haveSimpleNameContaining("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..")
            .allowEmptyShould(true)
            .because("a view model is tested without a window");

    @ArchTest
    static final ArchRule controllersOnlyShow = noClasses()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .dependOnClassesThat(describe(
                    "are services of the core",
                    target -> CORE.stream().anyMatch(name -> in(name).test(target))
                            && !isValue(target)
                            && !isWords(target)))
            .allowEmptyShould(true)
            .because("a controller binds nodes to its view model and shows records; work is the view model's");

    @ArchTest
    static final ArchRule screensDoNotKnowEachOther = slices().assignedFrom(new Screens())
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true)
            .because("only the shell knows all screens; they share one session");

    @ArchTest
    static final ArchRule theShellIsKnownToNobody = noClasses()
            .that()
            .resideInAPackage(ROOT + ".ui..")
            .and()
            .resideOutsideOfPackage(ROOT + ".ui.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".ui.shell..")
            .allowEmptyShould(true)
            .because("a screen must open in another shell, such as a test");

    @ArchTest
    static final ArchRule controlsKnowNothingOfOurs = noClasses()
            .that()
            .resideInAPackage(ROOT + ".ui.control..")
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + "..")
                    .and(resideOutsideOfPackage(ROOT + ".ui.control.."))
                    .and(resideOutsideOfPackage(ROOT + ".figure.."))
                    .and(not(type(Components.class))))
            .allowEmptyShould(true)
            .because("a control draws numbers and texts by the painters of all pictures, and asks for the components of"
                    + " a record, whoever's they are");

    @ArchTest
    static final ArchRule whatScreensShareKnowsNoScreen = noClasses()
            .that()
            .resideInAPackage(ROOT + ".ui.common..")
            .should()
            .dependOnClassesThat(describe("are a screen", target -> Screens.name(target) != null))
            .allowEmptyShould(true)
            .because("common things must not pull in a screen");

    @ArchTest
    static final ArchRule onePlaceSaysWhatIsGivenRoom = noClasses()
            .that()
            .doNotHaveSimpleName("Presence")
            .should()
            .callMethod(Node.class, "managedProperty")
            .because("what is given no room, but can be seen, stays where it was and takes the mouse of what lies"
                    + " below");

    @ArchTest
    static final ArchRule onlyOnePlaceHandsWorkToTheWindow = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".ui.common..")
            .should()
            .callMethodWhere(describe(
                    "call Platform.runLater",
                    call -> call.getTarget().getOwner().getFullName().equals("javafx.application.Platform")
                            && call.getTarget().getName().equals("runLater")))
            .allowEmptyShould(true)
            .because("results that come too late are dropped there, and tests run it inline");

    @ArchTest
    static final ArchRule threadsAndProcessesAreMadeAtTheRoots = noClasses()
            .that(describe("are no root", made -> !madeHere(made)))
            .should()
            .callConstructorWhere(describe(
                    "make a thread, executor or process",
                    call -> call.getTarget().getOwner().isAssignableTo(Thread.class)
                            || call.getTarget().getOwner().isAssignableTo(ExecutorService.class)
                            || call.getTarget().getOwner().isAssignableTo(Timer.class)
                            || call.getTarget().getOwner().isAssignableTo(ProcessBuilder.class)))
            .orShould()
            .callMethodWhere(describe(
                    "make a thread, executor or process",
                    call -> call.getTarget().getOwner().getFullName().equals("java.util.concurrent.Executors")
                            || call.getTarget().getOwner().getFullName().equals("java.lang.Runtime")
                                    && call.getTarget().getName().equals("exec")
                            || call.getTarget()
                                            .getOwner()
                                            .getFullName()
                                            .equals("java.util.concurrent.CompletableFuture")
                                    && call.getTarget().getName().endsWith("Async")
                                    && call.getTarget().getRawParameterTypes().stream()
                                            .noneMatch(type -> type.getName().endsWith(".Executor"))))
            .allowEmptyShould(true)
            .because("who makes a thread must end it: the application, a job, or the command line's root");

    @ArchTest
    static final ArchRule onlyCommandsPrint = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".cli..")
            .should(ACCESS_STANDARD_STREAMS)
            .because("a window has no console; what is to be known goes to the log or to the person");

    @ArchTest
    static final ArchRule textsAreReadInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".store.Texts")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.ResourceBundle")
            .because("placeholders, languages and encodings are then the same in every text");

    @ArchTest
    static final ArchRule theWindowGivesItsOwnAdvice = noClasses()
            .that()
            .resideInAPackage(ROOT + ".ui..")
            .should()
            .callMethod(Problem.class, "fix", Locale.class)
            .orShould()
            .callMethod(Problem.class, "text", Locale.class)
            .because("these texts are for commands, and nobody can add an option in a window");

    @ArchTest
    static final ArchRule whatAPersonNamesIsWrittenAsATarget = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".cli..", ROOT + ".ui..")
            .and()
            .doNotHaveSimpleName("FirstFrame") // a file of the program that watches the window
            .should()
            .dependOnClassesThat()
            .haveSimpleName("AtomicFile")
            .because("it replaces what is there; a Target refuses that unless the person said so");

    @ArchTest
    static final ArchRule oneLoggingLibrary = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.apache.logging..", "ch.qos.logback..")
            .because("everything is logged through SLF4J");

    @ArchTest
    static final ArchRule nothingIsASingleton = methods()
            .should()
            .notHaveName("getInstance")
            .allowEmptyShould(true)
            .because("collaborators come through constructors and are built in one root");

    @ArchTest
    static final ArchRule noEventBus = noClasses()
            .should()
            .haveSimpleNameEndingWith("EventBus")
            .because("values flow one way, and the only call upward is a listener");

    @ArchTest
    static final ArchRule nothingStaticChanges = fields().that()
            .areStatic()
            .should()
            .beFinal()
            .because("state belongs to an object that somebody made and somebody ends");

    @ArchTest
    static final ArchRule aModelIsKnownToTheCatalogAlone = noClasses()
            .that(describe(
                    "are outside of the model's folder and not ModelCatalog",
                    user -> !ofAFamily(user) && !outermost(user).equals("ModelCatalog")))
            .should()
            .dependOnClassesThat(describe("are of a family of models", ArchitectureTest::ofAFamily))
            .because("a new model is a folder and one line in the catalog");

    @ArchTest
    static final ArchRule modelsDoNotKnowEachOther = slices().assignedFrom(new Families())
            .should()
            .notDependOnEachOther()
            .because("what two models share belongs to model or nn");

    /** Whether a class stands in the folder of a family of models. */
    private static boolean ofAFamily(JavaClass type) {
        return type.getPackageName().startsWith(ROOT + ".model.")
                && type.getPackage().getClasses().stream().anyMatch(each -> each.getAllRawInterfaces().stream()
                        .anyMatch(of -> of.getSimpleName().equals("ModelFamily")));
    }

    private static ArchCondition<JavaCodeUnit> haveASignatureOf(DescribedPredicate<JavaClass> types) {
        return new ArchCondition<>("have a signature of Java's types and its own") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                Stream.of(
                                Stream.of(unit.getReturnType()),
                                unit.getParameterTypes().stream(),
                                unit.getThrowsClause().getTypes().stream())
                        .flatMap(each -> each)
                        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                        .map(JavaClass::getBaseComponentType)
                        .filter(type -> !type.isPrimitive() && !types.test(type))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                unit, unit.getFullName() + " shows " + type.getFullName())));
            }
        };
    }

    private static DescribedPredicate<JavaClass> in(String... names) {
        String[] packages =
                Stream.of(names).map(name -> ROOT + "." + name + "..").toArray(String[]::new);
        return resideInAnyPackage(packages);
    }

    private static DescribedPredicate<JavaClass> application() {
        return describe(
                "are App",
                type -> type.getPackageName().equals(ROOT) && outermost(type).equals("App"));
    }

    private static ArchRule only(List<String> library, DescribedPredicate<JavaClass> places, String reason) {
        return noClasses()
                .that(DescribedPredicate.not(places))
                .should()
                .dependOnClassesThat(resideInAnyPackage(library.toArray(String[]::new)))
                .allowEmptyShould(true)
                .because(reason);
    }

    /** A package may know itself, those named, the shape of errors, texts and records, and of data the schema, if it is the models'. */
    private static ArchRule layer(String name, String... below) {
        DescribedPredicate<JavaClass> known = in(name).or(in(below.length == 0 ? new String[] {name} : below))
                .or(describe("are the shape of errors, texts and records", ArchitectureTest::isWords));
        if (name.equals("model")) {
            known = known.or(describe(
                    "are the schema",
                    target -> target.getPackageName().equals(ROOT + ".data") && SCHEMA.contains(outermost(target))));
        }
        return classes()
                .that(in(name))
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(ROOT + "..")
                        .or(known)
                        .as(name + " may know: " + String.join(", ", below)))
                .allowEmptyShould(true)
                .because("a lower layer that knew a higher one could not be used, tested or understood without it");
    }

    private static ArchRule all(ArchRule... rules) {
        return CompositeArchRule.of(new ArrayList<>(List.of(rules)));
    }

    private static boolean isWords(JavaClass target) {
        return target.getPackageName().equals(ROOT + ".store") && WORDS.contains(outermost(target));
    }

    private static boolean isValue(JavaClass target) {
        return target.isRecord() || target.isEnum() || target.isAnnotation();
    }

    private static String outermost(JavaClass target) {
        String name = target.getFullName().substring(target.getPackageName().length() + 1);
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }

    private static boolean madeHere(JavaClass maker) {
        boolean application =
                maker.getPackageName().equals(ROOT) && Set.of("App", "Launcher").contains(outermost(maker));
        boolean commandLine = maker.getPackageName().startsWith(ROOT + ".cli");
        return application || commandLine || maker.getPackageName().startsWith(ROOT + ".job");
    }

    /** Every package, but the folders of models count as part of {@code model}. */
    private static final class Packages implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return SliceIdentifier.of(name.startsWith(ROOT + ".model.") ? ROOT + ".model" : name);
        }

        @Override
        public String getDescription() {
            return "packages, a model's folder being part of model";
        }
    }

    /** The folders of models. */
    private static final class Families implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return ofAFamily(type) ? SliceIdentifier.of(type.getPackageName()) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "families of models";
        }
    }

    /** The screens of the window. */
    private static final class Screens implements SliceAssignment {
        private static final Set<String> SHARED = Set.of("shell", "common", "control");

        static String name(JavaClass type) {
            String prefix = ROOT + ".ui.";
            if (!type.getPackageName().startsWith(prefix)) {
                return null;
            }
            String screen = type.getPackageName().substring(prefix.length()).split("\\.")[0];
            return SHARED.contains(screen) ? null : screen;
        }

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String screen = name(type);
            return screen == null ? SliceIdentifier.ignore() : SliceIdentifier.of(screen);
        }

        @Override
        public String getDescription() {
            return "screens";
        }
    }
}
