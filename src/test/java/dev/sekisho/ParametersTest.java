package dev.sekisho;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.sekisho.registry.Sorting;
import dev.sekisho.web.list.Paging;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the contract says can be asked for is read, where it is declared; each rule is broken by a fixture. */
class ParametersTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.sekisho");
    private static final String FIXTURE = "dev.sekisho.architecture.unread";

    private static final ArchRule ALL_IN_RECORDS = methods()
            .that(describe("are lists with pages", ParametersTest::isList))
            .should(new ArchCondition<>("take their query parameters in records") {
                @Override
                public void check(JavaMethod list, ConditionEvents events) {
                    boolean beside = list.getParameters().stream()
                            .anyMatch(parameter -> parameter.isAnnotatedWith(QueryParam.class));
                    events.add(new SimpleConditionEvent(list, !beside, list.getFullName() + " takes one beside them"));
                }
            });

    private static final ArchRule ALL_READ = fields().that()
            .areAnnotatedWith(QueryParam.class)
            .should(new ArchCondition<>("be read") {
                @Override
                public void check(JavaField parameter, ConditionEvents events) {
                    events.add(new SimpleConditionEvent(
                            parameter, isRead(parameter), parameter.getFullName() + " is read by nobody"));
                }
            });

    static List<ArchRule> rules() {
        return List.of(ALL_IN_RECORDS, ALL_READ);
    }

    private static boolean isList(JavaMethod method) {
        return method.getRawParameterTypes().stream()
                .anyMatch(type -> type.isEquivalentTo(Paging.class) || type.isEquivalentTo(Sorting.class));
    }

    private static boolean isRead(JavaField parameter) {
        JavaClass declaring = parameter.getOwner();
        boolean called = declaring
                .tryGetMethod(parameter.getName())
                .filter(accessor -> !accessor.getAccessesToSelf().isEmpty())
                .isPresent();
        boolean used = parameter.getAccessesToSelf().stream()
                .map(access -> access.getOrigin().getName())
                .anyMatch(reader -> !reader.equals(parameter.getName()) && !reader.equals("<init>"));
        return called || used || isComparedAsAWhole(declaring);
    }

    /** A registered collection compares each parameter of its record with the attribute of the same name. */
    private static boolean isComparedAsAWhole(JavaClass filter) {
        return filter.getDirectDependenciesToSelf().stream()
                .map(dependency -> dependency.getOriginClass())
                .flatMap(user -> user.getMethods().stream())
                .filter(method -> method.getRawParameterTypes().contains(filter))
                .flatMap(method -> method.getMethodCallsFromSelf().stream())
                .anyMatch(call -> call.getName().equals("listed")
                        || (call.getName().equals("of") && call.getTargetOwner().isEquivalentTo(Sorting.class)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theHouseKeeps(ArchRule rule) {
        rule.check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleCanFail(ArchRule rule) {
        JavaClasses broken = new ClassFileImporter().importPackages(FIXTURE);

        assertThatThrownBy(() -> rule.check(broken)).isInstanceOf(AssertionError.class);
    }

    @Test
    void everyQueryParameterOfAMethodIsReadInIt() throws IOException {
        assertThat(unread(Path.of("src/main/java"))).isEmpty();
    }

    @Test
    void theRuleOfMethodsCanFail() throws IOException {
        assertThat(unread(Path.of("src/test/java", FIXTURE.split("\\."))))
                .containsExactly("UnreadResource.java list zone");
    }

    /** Byte code does not tell what becomes of a parameter; the source does. */
    private static List<String> unread(Path below) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(below)) {
            List<Path> declaring = sources.filter(file -> file.toString().endsWith("Resource.java"))
                    .toList();
            var task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(declaring));
            var unread = new ArrayList<String>();
            for (CompilationUnitTree unit : task.parse()) {
                String file = Path.of(unit.getSourceFile().getName()).getFileName() + " ";
                new Methods(unread, file).scan(unit, null);
            }
            return unread;
        }
    }

    private static final class Methods extends TreeScanner<Void, Void> {
        private final List<String> unread;
        private final String file;

        Methods(List<String> unread, String file) {
            this.unread = unread;
            this.file = file;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            var read = new HashSet<String>();
            new Identifiers(read).scan(method.getBody(), null);
            method.getParameters().stream()
                    .filter(Methods::isQueryParameter)
                    .map(parameter -> parameter.getName().toString())
                    .filter(name -> !read.contains(name))
                    .forEach(name -> unread.add(file + method.getName() + " " + name));
            return super.visitMethod(method, nothing);
        }

        private static boolean isQueryParameter(VariableTree parameter) {
            return parameter.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("QueryParam"));
        }
    }

    private static final class Identifiers extends TreeScanner<Void, Void> {
        private final Set<String> names;

        Identifiers(Set<String> names) {
            this.names = names;
        }

        @Override
        public Void visitIdentifier(IdentifierTree identifier, Void nothing) {
            names.add(identifier.getName().toString());
            return null;
        }
    }
}
