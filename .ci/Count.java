import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Counts what the program is made of: {@code java .ci/Count.java [folder of the project]}. It parses with the JDK's own compiler and needs no library.
 * Lines are lines of files, comments and blank ones included. The floors of a package are the longest chain of its files in which each one names the
 * next; files that name each other in a circle are one room.
 */
final class Count {
    private static final String MAIN = "src/main/java/dev/interestlens";
    private static final int MANY_COMPONENTS = 9;
    private static final int LONG_METHOD = 60;
    private static final int LONG_FILE = 300;

    private final Path root;
    private final List<Source> sources = new ArrayList<>();

    /** A file: its types by name, what it names, and what is long in it. */
    private record Source(
            Path file, int lines, Set<String> types, Set<String> names, List<String> wide, List<String> longMethods) {}

    private Count(Path root) {
        this.root = root;
    }

    public static void main(String[] arguments) throws IOException {
        Count count = new Count(Path.of(arguments.length == 0 ? "." : arguments[0]));
        count.print();
    }

    private void print() throws IOException {
        parse();
        title("Lines");
        for (String part : List.of("src/main/java", "src/spark/java", "src/test/java", "src/spark/test")) {
            List<Source> all = under(part);
            say("%-22s %7d lines %6d files", part, lines(all), all.size());
        }
        for (String part : List.of("src/main/resources", "src/spark/resources", "src/test/resources", "src/site")) {
            List<Path> texts = files(part, "properties", "json", "fxml", "css", "csv", "md", "html", "xml", "txt", "py");
            say("%-22s %7d lines %6d files of text", part, lines(texts), texts.size());
        }
        List<Path> schemas = files("src/main/resources/dev/interestlens/cli/document", "json");
        say("%-22s %7d lines %6d files", "JSON Schemas", lines(schemas), schemas.size());
        say("%-22s %7d lines", "README.md", lines(List.of(root.resolve("README.md"))));

        title("Packages below dev.interestlens: lines, files, packages, largest package");
        Map<String, List<Source>> top =
                under(MAIN).stream().collect(Collectors.groupingBy(this::top, TreeMap::new, Collectors.toList()));
        top.forEach((name, files) -> {
            Map<Path, Long> sizes =
                    files.stream().collect(Collectors.groupingBy(f -> f.file().getParent(), Collectors.counting()));
            say("%-12s %6d %5d %4d %4d", name, lines(files), files.size(), sizes.size(), sizes.values().stream().max(Comparator.naturalOrder()).orElse(0L));
        });

        title("Long");
        names("records of more than " + MANY_COMPONENTS + " components", under("src/main/java").stream().flatMap(f -> f.wide().stream()).toList());
        names("methods of more than " + LONG_METHOD + " lines", under("src/main/java").stream().flatMap(f -> f.longMethods().stream()).toList());
        for (String part : List.of("src/main/java", MAIN + "/ui")) {
            say("files of more than %d lines in %s: %d", LONG_FILE, part, under(part).stream().filter(f -> f.lines() > LONG_FILE).count());
        }

        title("Window");
        occurrences("listeners", "\\.addListener\\(");
        occurrences("of them, to the language", "[lL]anguage\\w*(\\(\\))?\\s*\\.addListener\\(|onLanguage\\(");
        occurrences("setText", "\\.setText\\(");
        occurrences("@FXML", "@FXML");
        occurrences("bindings in Java", "\\.bind(Bidirectional)?\\(");
        int texts = 0;
        int models = 0;
        for (Path file : files("src/main/resources", "fxml")) {
            String fxml = Files.readString(file);
            texts += (int) Pattern.compile("\"\\$\\{t\\[").matcher(fxml).results().count();
            models += (int) Pattern.compile("\"\\$\\{(?!t\\[)").matcher(fxml).results().count();
        }
        say("%-28s %5d in %d files", "bindings in FXML to texts", texts, files("src/main/resources", "fxml").size());
        say("%-28s %5d", "bindings in FXML, others", models);

        title("Packages of twenty files and more: files, rooms, floors, arrows");
        under(MAIN).stream()
                .collect(Collectors.groupingBy(f -> f.file().getParent(), TreeMap::new, Collectors.toList()))
                .forEach((folder, files) -> {
                    if (files.size() >= 20) {
                        say("%-32s %s", root.resolve(MAIN).relativize(folder), floors(files));
                    }
                });
        List<Source> source = under(MAIN + "/data/source");
        say("%-32s %s", "data/source and below", floors(source));

        title("A family of models: lines");
        for (String family : List.of("pool", "din", "dien", "bst", "sasrec")) {
            List<Source> files = under(MAIN + "/model/" + family);
            if (!files.isEmpty()) {
                say("%-12s %6d in %d files", family, lines(files), files.size());
            }
        }
    }

    private static void title(String text) {
        System.out.println("\n## " + text + "\n");
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private static void names(String what, List<String> found) {
        say("%s: %d", what, found.size());
        found.stream().sorted().forEach(name -> say("    %s", name));
    }

    private void occurrences(String what, String pattern) throws IOException {
        int count = 0;
        for (Source each : under(MAIN)) {
            if (each.file().toString().contains("/ui/") || each.file().endsWith("App.java")) {
                count += (int) Pattern.compile(pattern).matcher(Files.readString(each.file())).results().count();
            }
        }
        say("%-28s %5d", what, count);
    }

    private String top(Source source) {
        Path inside = root.resolve(MAIN).relativize(source.file());
        return inside.getNameCount() == 1 ? "." : inside.getName(0).toString();
    }

    private List<Source> under(String folder) {
        return sources.stream().filter(s -> s.file().startsWith(root.resolve(folder))).toList();
    }

    private static int lines(List<?> files) {
        return files.stream().mapToInt(file -> file instanceof Source s ? s.lines() : count((Path) file)).sum();
    }

    private static int count(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return (int) lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Path> files(String folder, String... endings) throws IOException {
        if (!Files.isDirectory(root.resolve(folder))) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root.resolve(folder))) {
            return all.filter(file -> Stream.of(endings).anyMatch(end -> file.toString().endsWith(end))).sorted().toList();
        }
    }

    private void parse() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> files = files("src", ".java").stream().filter(f -> !f.endsWith("package-info.java")).toList();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                sources.add(source(unit, positions));
            }
        }
    }

    private static Source source(CompilationUnitTree unit, SourcePositions positions) {
        Path file = Path.of(unit.getSourceFile().toUri());
        Source source = new Source(
                Path.of(unit.getSourceFile().getName()), count(file), new HashSet<>(), new HashSet<>(), new ArrayList<>(), new ArrayList<>());
        unit.getTypeDecls().forEach(type -> {
            if (type instanceof ClassTree declared) {
                source.types().add(declared.getSimpleName().toString());
            }
        });
        new TreeScanner<Void, String>() {
            @Override
            public Void visitClass(ClassTree type, String outer) {
                String name = outer.isEmpty() ? type.getSimpleName().toString() : outer + "." + type.getSimpleName();
                if (type.getKind() == Tree.Kind.RECORD) {
                    long components = type.getMembers().stream()
                            .filter(com.sun.source.tree.VariableTree.class::isInstance)
                            .map(com.sun.source.tree.VariableTree.class::cast)
                            .filter(each -> !each.getModifiers().getFlags().contains(Modifier.STATIC))
                            .count();
                    if (components > MANY_COMPONENTS) {
                        source.wide().add(name + " " + components);
                    }
                }
                return super.visitClass(type, name);
            }

            @Override
            public Void visitMethod(MethodTree method, String outer) {
                long from = positions.getStartPosition(unit, method);
                long to = positions.getEndPosition(unit, method);
                if (to > from) {
                    long lines = unit.getLineMap().getLineNumber(to) - unit.getLineMap().getLineNumber(from) + 1;
                    if (lines > LONG_METHOD) {
                        source.longMethods().add(outer + "." + method.getName() + " " + lines);
                    }
                }
                return super.visitMethod(method, outer);
            }

            @Override
            public Void visitIdentifier(IdentifierTree identifier, String outer) {
                source.names().add(identifier.getName().toString());
                return super.visitIdentifier(identifier, outer);
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree select, String outer) {
                source.names().add(select.getIdentifier().toString());
                return super.visitMemberSelect(select, outer);
            }
        }.scan(unit, "");
        return source;
    }

    /** Rooms and floors of the files of a package. */
    private static String floors(List<Source> files) {
        int n = files.size();
        List<Set<Integer>> down = new ArrayList<>();
        int arrows = 0;
        for (int i = 0; i < n; i++) {
            Set<Integer> named = new HashSet<>();
            for (int j = 0; j < n; j++) {
                if (i != j && files.get(j).types().stream().anyMatch(files.get(i).names()::contains)) {
                    named.add(j);
                }
            }
            arrows += named.size();
            down.add(named);
        }
        List<Set<Integer>> reached = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Set<Integer> seen = new HashSet<>();
            reach(i, down, seen);
            reached.add(seen);
        }
        int[] room = new int[n];
        int rooms = 0;
        for (int i = 0; i < n; i++) {
            room[i] = -1;
            for (int j = 0; j < i && room[i] < 0; j++) {
                if (reached.get(i).contains(j) && reached.get(j).contains(i)) {
                    room[i] = room[j];
                }
            }
            if (room[i] < 0) {
                room[i] = rooms++;
            }
        }
        int[] height = new int[rooms];
        int highest = 0;
        for (int i = 0; i < n; i++) {
            highest = Math.max(highest, height(room[i], room, down, height));
        }
        return String.format(Locale.ROOT, "%4d %4d %4d %5d", n, rooms, highest, arrows);
    }

    private static void reach(int from, List<Set<Integer>> down, Set<Integer> seen) {
        for (int next : down.get(from)) {
            if (seen.add(next)) {
                reach(next, down, seen);
            }
        }
    }

    private static int height(int room, int[] rooms, List<Set<Integer>> down, int[] known) {
        if (known[room] == 0) {
            int below = 0;
            for (int i = 0; i < rooms.length; i++) {
                if (rooms[i] == room) {
                    for (int next : down.get(i)) {
                        if (rooms[next] != room) {
                            below = Math.max(below, height(rooms[next], rooms, down, known));
                        }
                    }
                }
            }
            known[room] = below + 1;
        }
        return known[room];
    }
}
