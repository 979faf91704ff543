package io.trunkline.backend;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static io.trunkline.backend.BackendLaws.ROOT;
import static io.trunkline.backend.BackendLaws.haveARow;
import static io.trunkline.backend.BackendLaws.notCall;
import static io.trunkline.backend.BackendLaws.notUse;
import static io.trunkline.backend.BackendLaws.outermostEndsWith;
import static io.trunkline.backend.BackendLaws.useOnlyTheirRow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import io.trunkline.backend.planted.PlantedRule;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// The laws of the house. Each is a method, so that it always runs; its name is the sentence.
@AnalyzeClasses(packages = ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class BackendLawsTest {
    @ArchTest
    void everyPackageHasARow(JavaClasses all) {
        classes().should(haveARow()).check(all);
    }

    @ArchTest
    void aFeatureUsesOnlyWhatItsRowAllows(JavaClasses all) {
        classes().should(useOnlyTheirRow()).check(all);
    }

    @ArchTest
    void onlyTheMainClassBuildsFeatures(JavaClasses all) {
        noClasses()
                .that(not(outermostEndsWith("Backend")))
                .should()
                .callConstructorWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameEndingWith(
                                        "Feature"))))
                .allowEmptyShould(true)
                .check(all);
    }

    @ArchTest
    void routesAreDeclaredOnlyInRoutesAndWebhooks(JavaClasses all) {
        classes()
                .that(not(outermostEndsWith("Routes", "Webhook", "RouteDraft")))
                .should(notCall(
                        "leave declaring routes to …Routes and …Webhook",
                        access -> access.getTargetOwner().getName().startsWith(ROOT + ".platform.http.RouteDraft")))
                .check(all);
    }

    @ArchTest
    void helidonsOwnRoutingIsNotUsedBesideTheRouteTable(JavaClasses all) {
        classes()
                .that(not(resideInAPackage(ROOT + ".platform.http..")))
                .should(notUse(
                        "use the route table, not Helidon's routing",
                        type -> Set.of("HttpService", "HttpRules", "HttpRouting", "Handler")
                                        .contains(type.getSimpleName())
                                && type.getPackageName().startsWith("io.helidon.webserver.http")))
                .check(all);
    }

    @ArchTest
    void sqlIsOnlyInStores(JavaClasses all) {
        classes()
                .that(not(outermostEndsWith("Store")))
                .and(not(resideInAPackage(ROOT + ".platform.db..")))
                .should(notUse(
                        "leave JDBI and JDBC to …Store and platform.db",
                        type -> type.getPackageName().startsWith("org.jdbi")
                                || type.getPackageName().startsWith("java.sql")))
                .check(all);
    }

    @ArchTest
    void timeComesFromTheClockThatWasGiven(JavaClasses all) {
        classes()
                .should(notCall("take the time from a Clock that was given", BackendLaws::readsTheWallClock))
                .check(all);
    }

    @ArchTest
    void onlyTheMainClassReadsTheSystemClock(JavaClasses all) {
        classes()
                .that(not(outermostEndsWith("Backend")))
                .should(notCall(
                        "be given their Clock",
                        access -> access.getTargetOwner().isEquivalentTo(Clock.class)
                                && access.getName().startsWith("system")))
                .check(all);
    }

    @ArchTest
    void threadsAreStartedOnlyInJobs(JavaClasses all) {
        classes()
                .that(not(resideInAPackage(ROOT + ".platform.jobs..")))
                .and(not(outermostEndsWith("Backend")))
                .should(notCall("leave threads to platform.jobs", BackendLaws::startsAThread))
                .check(all);
    }

    @ArchTest
    void nothingIsAFutureToBeChained(JavaClasses all) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(CompletableFuture.class)
                .check(all);
    }

    @ArchTest
    void twilioIsKnownToItsAdapterOnly(JavaClasses all) {
        noClasses()
                .that(not(resideInAPackage(ROOT + ".telephony.twilio..")))
                .should()
                .dependOnClassesThat(resideInAPackage("com.twilio.."))
                .check(all);
    }

    @ArchTest
    void theMapperIsBuiltInTheModelOnly(JavaClasses all) {
        classes()
                .should(notCall(
                        "use Json.mapper()",
                        access -> access.getName().equals("<init>")
                                && access.getTargetOwner()
                                        .getName()
                                        .startsWith("com.fasterxml.jackson.databind.ObjectMapper")))
                .check(all);
    }

    @ArchTest
    void theSimulatorAndTheDesktopAreStrangers(JavaClasses all) {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.trunkline.simulator..", "io.trunkline.desktop.."))
                .check(all);
    }

    @ArchTest
    void nothingIsPrintedPastTheLog(JavaClasses all) {
        classes()
                .that(not(outermostEndsWith("Backend")))
                .should(notCall("log instead of printing", BackendLaws::prints))
                .check(all);
    }

    @ArchTest
    void noFieldCanBeChangedFromOutside(JavaClasses all) {
        noFields().that().arePublic().should().notBeFinal().check(all);
    }

    @ArchTest
    void vagueNamesAreNotUsed(JavaClasses all) {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .check(all);
    }

    @Test
    void theTableHasNoCircle() {
        for (var start : BackendLaws.MAY_USE.keySet()) {
            var reached = new HashSet<String>();
            reach(start, reached);
            assertThat(reached).as("what %s uses", start).doesNotContain(start);
        }
    }

    private static void reach(String from, Set<String> reached) {
        for (var next : BackendLaws.MAY_USE.getOrDefault(from, Set.of())) {
            if (reached.add(next)) {
                reach(next, reached);
            }
        }
    }

    /// If this ever passes the laws, the laws have stopped looking.
    @Test
    void thePlantedViolationIsFound() {
        var planted = new ClassFileImporter().importClasses(PlantedRule.class);

        assertThatThrownBy(() -> timeComesFromTheClockThatWasGiven(planted)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> everyPackageHasARow(planted)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> sqlIsOnlyInStores(planted)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> threadsAreStartedOnlyInJobs(planted)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> nothingIsAFutureToBeChained(planted)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> onlyTheMainClassBuildsFeatures(planted)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> aFeatureUsesOnlyWhatItsRowAllows(planted)).isInstanceOf(AssertionError.class);
    }
}
