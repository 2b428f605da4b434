package dev.sekisho;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The shape of the code, as a stranger meets it: short methods, short files, few types in a package, most of them private. */
class ShapeTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final int LINES_OF_A_FILE = 350;
    private static final int LINES_OF_NINE_METHODS_IN_TEN = 14;
    private static final int TYPES_OF_A_PACKAGE = 30;
    private static final int TYPES_OF_THE_MIDDLE_PACKAGE = 15;
    private static final int PARAMETERS = 8;

    private static final double PRIVATE_TO_THEIR_PACKAGE = .60;

    /** What is counted in some sources. */
    private record Shape(
            List<Integer> methods, Map<String, Integer> files, Map<String, Integer> types, Set<String> wide, int open) {
        int ninthTenth() {
            return methods.stream().sorted().toList().get(methods.size() * 9 / 10);
        }

        int middlePackage() {
            return types.values().stream().sorted().toList().get(types.size() / 2);
        }

        double privateShare() {
            return 1 - (double) open / types.values().stream().mapToInt(n -> n).sum();
        }
    }

    @Test
    void methodsAreShort() throws IOException {
        assertThat(ofMain().ninthTenth()).isLessThanOrEqualTo(LINES_OF_NINE_METHODS_IN_TEN);
    }

    @Test
    void filesAreShort() throws IOException {
        assertThat(ofMain().files())
                .allSatisfy((file, lines) -> assertThat(lines).as(file).isLessThanOrEqualTo(LINES_OF_A_FILE));
    }

    /** What the API shows of an object, or takes to filter a list, is as wide as its contract. */
    @Test
    void parameterListsAreShort() throws IOException {
        assertThat(ofMain().wide()).isEmpty();
    }

    @Test
    void packagesHoldFewTypes() throws IOException {
        Shape shape = ofMain();

        assertThat(shape.types())
                .allSatisfy((name, types) -> assertThat(types).as(name).isLessThanOrEqualTo(TYPES_OF_A_PACKAGE));
        assertThat(shape.middlePackage()).isLessThanOrEqualTo(TYPES_OF_THE_MIDDLE_PACKAGE);
    }

    @Test
    void mostTypesArePrivateToTheirPackage() throws IOException {
        assertThat(ofMain().privateShare()).isGreaterThanOrEqualTo(PRIVATE_TO_THEIR_PACKAGE);
    }

    @Test
    void countsTheLinesBetweenTheBracesOfAMethod() throws IOException {
        String source = """
                package some.where;

                public class Some {
                    int none() {}

                    int two() {
                        int a = 1;
                        return a;
                    }

                    static class Inner {
                        int one() {
                            return 1;
                        }
                    }
                }
                """;

        Shape shape = of(List.of(new Source("some/where/Some.java", source)));

        assertThat(shape.methods()).containsExactlyInAnyOrder(0, 2, 1);
        assertThat(shape.files()).containsExactly(Map.entry("some/where/Some.java", 16));
        assertThat(shape.types()).containsExactly(Map.entry("some.where", 1));
        assertThat(shape.privateShare()).isZero();
    }

    @Test
    void countsTheParametersOfMethodsAndRecordsButNotOfTheContract() throws IOException {
        String nine = IntStream.range(0, 9).mapToObj(i -> "int p" + i).collect(Collectors.joining(", "));
        String eight = nine.substring(0, nine.lastIndexOf(','));

        assertThat(of(List.of(
                                new Source(
                                        "some/Wide.java",
                                        "package some; record Wide(" + nine + ") { static final int X = 1; }"),
                                new Source(
                                        "some/Narrow.java",
                                        "package some; record Narrow(" + eight
                                                + ") { static int x; int y() { return 1; } }"),
                                new Source(
                                        "some/Making.java", "package some; class Making { Making(" + nine + ") {} }"),
                                new Source(
                                        "some/Calling.java",
                                        "package some; interface Calling { void call(" + nine + "); }"),
                                new Source(
                                        "some/Outer.java",
                                        "package some; class Outer { record Inner(" + nine + ") {} }"),
                                new Source("some/WideView.java", "package some; record WideView(" + nine + ") {}"),
                                new Source("some/WideFilter.java", "package some; record WideFilter(" + nine + ") {}")))
                        .wide())
                .containsExactlyInAnyOrder("Wide", "Making", "Calling", "Outer");
    }

    private static Shape ofMain() throws IOException {
        var sources = new ArrayList<JavaFileObject>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.endsWith("package-info.java"))
                    .toList()) {
                sources.add(new Source(MAIN.relativize(file).toString(), Files.readString(file)));
            }
        }
        return of(sources);
    }

    private static Shape of(List<? extends JavaFileObject> sources) throws IOException {
        var parsing = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, sources);
        var counting = new Counting(Trees.instance(parsing).getSourcePositions());
        for (CompilationUnitTree unit : parsing.parse()) {
            counting.count(unit);
        }
        return new Shape(
                Collections.unmodifiableList(counting.methods),
                counting.files,
                counting.types,
                counting.wide,
                counting.open);
    }

    private static final class Counting extends TreeScanner<Void, CompilationUnitTree> {
        private final SourcePositions positions;
        private final List<Integer> methods = new ArrayList<>();
        private final Map<String, Integer> files = new TreeMap<>();
        private final Map<String, Integer> types = new TreeMap<>();
        private final Set<String> wide = new TreeSet<>();
        private int open;

        Counting(SourcePositions positions) {
            this.positions = positions;
        }

        void count(CompilationUnitTree unit) throws IOException {
            String text = unit.getSourceFile().getCharContent(true).toString();
            files.put(unit.getSourceFile().getName().substring(1), (int)
                    text.lines().count());
            for (var declared : unit.getTypeDecls()) {
                types.merge(unit.getPackageName().toString(), 1, Integer::sum);
                if (((ClassTree) declared).getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                    open++;
                }
            }
            scan(unit, unit);
        }

        @Override
        public Void visitClass(ClassTree type, CompilationUnitTree unit) {
            if (type.getKind() == Tree.Kind.RECORD) {
                measure(
                        unit,
                        type.getMembers().stream().filter(Counting::isComponent).count());
            }
            return super.visitClass(type, unit);
        }

        private static boolean isComponent(Tree member) {
            return member instanceof VariableTree field
                    && !field.getModifiers().getFlags().contains(Modifier.STATIC);
        }

        private void measure(CompilationUnitTree unit, long parameters) {
            String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
            if (parameters > PARAMETERS && !file.contains("View") && !file.endsWith("Filter.java")) {
                wide.add(file.replace(".java", ""));
            }
        }

        @Override
        public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            measure(unit, method.getParameters().size());
            BlockTree body = method.getBody();
            if (body != null && positions.getEndPosition(unit, body) >= 0) {
                long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, body));
                long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, body) - 1);
                methods.add((int) Math.max(0, last - first - 1));
            }
            return super.visitMethod(method, unit);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("source:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
