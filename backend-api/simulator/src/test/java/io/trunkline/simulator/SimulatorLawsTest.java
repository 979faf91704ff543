package io.trunkline.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

@AnalyzeClasses(packages = "io.trunkline.simulator", importOptions = ImportOption.DoNotIncludeTests.class)
class SimulatorLawsTest {
    @ArchTest
    void knowsNothingOfTheBackendAndTheDesktop(JavaClasses all) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.trunkline.backend..", "io.trunkline.desktop..")
                .check(all);
    }

    @ArchTest
    void usesOfTheModelOnlyItsJson(JavaClasses all) {
        var otherModel = new DescribedPredicate<JavaClass>("of the model but not model.json") {
            @Override
            public boolean test(JavaClass type) {
                return type.getPackageName().startsWith("io.trunkline.model")
                        && !type.getPackageName().equals("io.trunkline.model.json");
            }
        };
        noClasses().should().dependOnClassesThat(otherModel).check(all);
    }

    @ArchTest
    void speaksTheWireWithoutTheCarriersLibrary(JavaClasses all) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.twilio..")
                .check(all);
    }

    @ArchTest
    void onlyMediaUsesLibwebrtc(JavaClasses all) {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.trunkline.simulator.media")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.onvoid..")
                .check(all);
    }

    @ArchTest
    void itsPackagesDoNotGoInCircles(JavaClasses all) {
        slices().matching("io.trunkline.simulator.(*)..")
                .should()
                .beFreeOfCycles()
                .check(all);
    }

    @ArchTest
    void takesTheTimeFromItsPace(JavaClasses all) {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(CompletableFuture.class)
                .check(all);
    }
}
