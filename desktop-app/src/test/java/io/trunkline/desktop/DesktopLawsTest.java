package io.trunkline.desktop;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;

/// The laws of the desktop; each law's sentence is its failure message.
class DesktopLawsTest {
    private static final String ROOT = "io.trunkline.desktop";
    private static final Set<String> COMMON =
            Set.of("kit", "look", "backend", "cache", "session", "shell", "os", "headless", "wire", "");

    private final JavaClasses program = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    private final JavaClasses planted = new ClassFileImporter().importPackages(ROOT + ".planted");

    @Test
    void theKitKnowsNothingOfContactCentres() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".kit..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        ROOT + ".kit..",
                        "java..",
                        "javafx..",
                        "org.controlsfx..",
                        "atlantafx..",
                        "org.kordamp.ikonli..",
                        "org.jspecify.."))
                .because("kit.. knows JavaFX, ControlsFX, AtlantaFX and ikonli; it knows nothing of contact centres")
                .check(program);
    }

    @Test
    void looksKnowTheModelAndTheKit() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".look")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        ROOT + ".look",
                        ROOT + ".kit..",
                        "io.trunkline.model..",
                        "java..",
                        "javafx..",
                        "org.kordamp.ikonli..",
                        "org.jspecify.."))
                .because("look knows model and kit only")
                .check(program);
    }

    @Test
    void theBackendAndTheCacheHaveNoJavaFx() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".backend..", ROOT + ".cache..")
                .should()
                .dependOnClassesThat(resideInAPackage("javafx.."))
                .because("backend.. and cache return records of the model and know no JavaFX")
                .check(program);
    }

    @Test
    void viewModelsKnowOnlyBeansCollectionsAndUtil() {
        viewModels().check(program);
        bites(viewModels());
    }

    @Test
    void viewsKnowNeitherBackendNorCache() {
        views().check(program);
        bites(views());
    }

    @Test
    void aFeatureUsesNoOtherFeature() {
        features().check(program);
        bites(features());
    }

    @Test
    void onlyTheVoiceDeviceUsesAWebView() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".softphone.device..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx.scene.web..", "dev.onvoid.."))
                .because("softphone.device is the only package that may use javafx.scene.web or libwebrtc")
                .check(program);
    }

    @Test
    void onlyKitWorkCallsRunLaterOrStartsThreads() {
        threads().check(program);
        bites(threads());
    }

    @Test
    void onlyOsUsesGluonOrAwt() {
        system().check(program);
        bites(system());
    }

    @Test
    void nobodyAsksTheSystemForTheTime() {
        time().check(program);
        bites(time());
    }

    @Test
    void thereAreNoCompletableFutures() {
        futures().check(program);
        bites(futures());
    }

    @Test
    void onlyTheWiringConstructsFeatures() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Feature")
                .should()
                .onlyBeAccessed()
                .byClassesThat(resideInAPackage(ROOT).or(new DescribedPredicate<JavaClass>("are themselves") {
                    @Override
                    public boolean test(JavaClass owner) {
                        return owner.getName().contains("Feature");
                    }
                }))
                .because("Wiring alone constructs features")
                .allowEmptyShould(true)
                .check(program);
    }

    @Test
    void everyPackageIsNullMarked() {
        var unmarked = program.stream()
                .filter(each -> !each.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackage)
                .filter(each -> !each.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .map(each -> each.getName())
                .distinct();
        assertThat(unmarked).as("packages without @NullMarked").isEmpty();
    }

    private static ArchRule viewModels() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat(resideInAPackage("javafx..")
                        .and(not(resideInAnyPackage("javafx.beans..", "javafx.collections..", "javafx.util.."))))
                .because("a view model knows javafx.beans, javafx.collections and javafx.util of JavaFX and no more");
    }

    private static ArchRule views() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("View")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        ROOT + ".backend..",
                        ROOT + ".cache..",
                        "retrofit2..",
                        "okhttp3..",
                        "jakarta.websocket..",
                        "java.sql.."))
                .because("a view knows its own view model, kit, look and JavaFX");
    }

    private static ArchRule features() {
        return classes()
                .should(new ArchCondition<>("use no other feature") {
                    @Override
                    public void check(JavaClass owner, ConditionEvents events) {
                        var from = feature(owner);
                        if (COMMON.contains(from)) {
                            return;
                        }
                        for (var use : owner.getDirectDependenciesFromSelf()) {
                            var to = feature(use.getTargetClass());
                            if (!to.equals(from) && !COMMON.contains(to)) {
                                events.add(SimpleConditionEvent.violated(owner, use.getDescription()));
                            }
                        }
                    }
                })
                .because("a feature meets another through session or a navigation target");
    }

    private static ArchRule threads() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".kit.work..")
                .should()
                .callMethod(Platform.class, "runLater", Runnable.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callMethod(Thread.class, "ofVirtual")
                .orShould()
                .callMethod(Thread.class, "ofPlatform")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Executors.class)
                .because("kit.work is the only package that calls runLater or starts threads");
    }

    private static ArchRule system() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".os..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.gluonhq..", "java.awt..", "javax.swing.."))
                .because("os is the only package that uses Gluon Attach or AWT");
    }

    private static ArchRule time() {
        return noClasses().should().callMethod(Instant.class, "now").because("the time comes from an injected Clock");
    }

    private static ArchRule futures() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(CompletableFuture.class)
                .because("blocking work goes through Work");
    }

    /// Fails when the law does not see the planted violation.
    private void bites(ArchRule law) {
        assertThat(law.evaluate(planted).hasViolation())
                .as("the planted violation of: " + law.getDescription())
                .isTrue();
    }

    /// The first package below the root; empty for the root itself and for what is elsewhere.
    private static String feature(JavaClass type) {
        var name = type.getPackageName();
        if (!name.startsWith(ROOT + ".")) {
            return "";
        }
        var below = name.substring(ROOT.length() + 1);
        var dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }
}
