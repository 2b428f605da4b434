package dev.sekisho;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Driver;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house. Each is kept by the code, and broken by its own fixture below {@code architecture}. */
class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.sekisho");

    /** What breaks every rule once, so that a rule that cannot fail is noticed. */
    private static final String FIXTURES = "dev.sekisho.architecture";

    private record Kept(ArchRule rule, String brokenIn) {
        @Override
        public String toString() {
            return rule.getDescription();
        }
    }

    static List<Kept> rules() {
        return List.of(
                new Kept(PURE, "impure"),
                new Kept(NO_CLOCK, "clock"),
                new Kept(NO_CYCLE, "cycle"),
                new Kept(NO_CYCLE_OF_DOMAINS, "cycle"),
                new Kept(PRIVATE_TO_THEIR_PACKAGE, "open"),
                new Kept(NO_ENTITY_SHOWN, "open"),
                new Kept(NO_FIELD_INJECTION, "injected"),
                new Kept(CALLERS_STATED, "open"),
                new Kept(ONE_WAY_TO_THE_DATABASE, "transacted"));
    }

    private static final ArchRule PURE = classes()
            .that()
            .resideInAPackage("..risk..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "..risk..",
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.math..",
                    "java.net..",
                    "org.jspecify..",
                    "inet.ipaddr..",
                    "org.jgrapht..",
                    "org.roaringbitmap..")
            .because("the pure core takes facts and gives verdicts: the same for now, as of a date, and what if");

    private static final ArchRule NO_CLOCK = noClasses()
            .that()
            .resideInAPackage("..risk..")
            .should()
            .accessTargetWhere(target(name("now")))
            .orShould()
            .accessTargetWhere(target(name("currentTimeMillis")))
            .orShould()
            .accessTargetWhere(target(name("nanoTime")))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .because("the same facts must give the same verdict whenever it is asked");

    private static final ArchRule NO_CYCLE = slices().matching("dev.sekisho.(**)")
            .should()
            .beFreeOfCycles()
            .because("a package that can be read alone can be changed alone");

    private static final ArchRule NO_CYCLE_OF_DOMAINS = slices().matching("dev.sekisho.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a domain that can be read alone can be changed alone");

    private static final ArchRule PRIVATE_TO_THEIR_PACKAGE = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAnnotatedWith(Path.class)
            .should()
            .bePackagePrivate()
            .because("other domains refer by key, never by entity, and nobody calls an endpoint but HTTP");

    private static final ArchRule NO_ENTITY_SHOWN = methods()
            .that(describe("are endpoints", ArchitectureTest::isEndpoint))
            .should(new ArchCondition<>("show no entity in their signature") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean shown = method.getAllInvolvedRawTypes().stream()
                            .anyMatch(type -> type.isAnnotatedWith(Entity.class));
                    events.add(new SimpleConditionEvent(method, !shown, method.getFullName() + " shows an entity"));
                }
            })
            .because("what callers see is a promise, what is stored is ours to change");

    private static final ArchRule NO_FIELD_INJECTION = fields().should()
            .notBeAnnotatedWith(Inject.class)
            .andShould()
            .notBeAnnotatedWith(ConfigProperty.class)
            .because("a class says in its constructor what it needs");

    private static final ArchRule CALLERS_STATED = methods()
            .that(describe("are endpoints", ArchitectureTest::isEndpoint))
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(Authenticated.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class)
            .because("who may call is read at the endpoint and nowhere else");

    private static final ArchRule ONE_WAY_TO_THE_DATABASE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.sekisho.database")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus.narayana..", "jakarta.transaction..", "javax.transaction..", "io.agroal..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(DriverManager.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Driver.class)
            .because("a transaction that went another way would write without a look at the lease");

    private static boolean isEndpoint(JavaMethod method) {
        return !method.getModifiers().contains(JavaModifier.BRIDGE)
                && method.getAnnotations().stream()
                        .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theHouseKeeps(Kept kept) {
        kept.rule().check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleCanFail(Kept kept) {
        String fixture = FIXTURES + "." + kept.brokenIn();
        JavaClasses broken = new ClassFileImporter().importPackages(fixture);
        ArchRule rule = kept.rule() == NO_CYCLE || kept.rule() == NO_CYCLE_OF_DOMAINS
                ? slices().matching(fixture + ".(*)..").should().beFreeOfCycles()
                : kept.rule();

        assertThatThrownBy(() -> rule.check(broken)).isInstanceOf(AssertionError.class);
    }

    @Test
    void whoMayCallIsNeverWrittenAsAPathPolicy() throws IOException {
        assertThat(Files.readString(java.nio.file.Path.of("src/main/resources/application.properties")))
                .as("path policies can be got around; annotations cannot")
                .doesNotContain("quarkus.http.auth.permission");
    }
}
