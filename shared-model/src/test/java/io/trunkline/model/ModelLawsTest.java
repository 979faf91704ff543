package io.trunkline.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

@AnalyzeClasses(packages = "io.trunkline.model", importOptions = ImportOption.DoNotIncludeTests.class)
class ModelLawsTest {
    @ArchTest
    void the_model_holds_records_enums_and_sealed_interfaces_only(JavaClasses all) {
        var others = all.stream()
                .filter(type -> !type.getPackageName().equals("io.trunkline.model.json"))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(type -> !isData(type))
                .map(JavaClass::getName);

        assertThat(others).isEmpty();
    }

    @ArchTest
    void the_model_depends_on_the_jdk_jackson_annotations_and_jspecify_only(JavaClasses all) {
        classes()
                .that()
                .resideOutsideOfPackage("io.trunkline.model.json")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "io.trunkline.model..", "com.fasterxml.jackson.annotation..", "org.jspecify..")
                .check(all);
    }

    @ArchTest
    void only_model_json_builds_an_object_mapper(JavaClasses all) {
        classes()
                .that()
                .resideOutsideOfPackage("io.trunkline.model.json")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("com.fasterxml.jackson.databind..")
                .check(all);
    }

    private static boolean isData(JavaClass type) {
        return type.isRecord() || type.isEnum() || type.reflect().isSealed();
    }
}
