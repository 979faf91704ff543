package io.trunkline.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.trunkline.backend.platform.ExceptionToLaw;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The laws of tables, and the exceptions to all laws.
class TableLawsTest {
    /// It may fall, not rise.
    private static final int EXCEPTIONS = 3;

    private static final Path SOURCES = Path.of("src/main/java/io/trunkline/backend");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path PLANTED = Path.of("src/test/java/io/trunkline/backend");

    @Test
    void everyTableHasAnOwnerAmongTheFeatures() {
        var owners = TableLaws.owners(MIGRATIONS);

        assertThat(owners).hasSizeGreaterThan(40).containsEntry("reservation", "routing");
        assertThat(BackendLaws.MAY_USE.keySet()).containsAll(owners.values());
    }

    @Test
    void aTableIsWrittenOnlyByItsOwner() {
        assertThat(TableLaws.foreignWrites(SOURCES, TableLaws.owners(MIGRATIONS)))
                .isEmpty();
    }

    @Test
    void othersAreReadThroughTheViewsTheyPublish() {
        var excepted = marked(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).stream()
                .filter(type -> law(type).equals("othersAreReadThroughTheViewsTheyPublish"))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());

        assertThat(TableLaws.foreignReads(SOURCES, TableLaws.owners(MIGRATIONS)))
                .filteredOn(line -> !excepted.contains(line.split(" ", 2)[0]))
                .isEmpty();
    }

    @Test
    void exceptionsToLawsAreFewAndSayWhy() {
        var marked = marked(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS);

        assertThat(marked).hasSize(EXCEPTIONS);
        assertThat(marked).allSatisfy(type -> {
            assertThat(type.getAnnotationOfType(ExceptionToLaw.class).because()).hasSizeGreaterThan(20);
            assertThat(laws()).contains(law(type));
        });
    }

    /// If this ever passes the laws, the laws have stopped looking.
    @Test
    void thePlantedViolationsAreFound() {
        var owners = TableLaws.owners(MIGRATIONS);

        assertThat(TableLaws.foreignWrites(PLANTED, owners))
                .contains(
                        "PlantedStore writes interaction of interactions", "PlantedStore writes queue_entry of routing")
                .doesNotContain("PlantedStore writes reservation of routing");
        assertThat(TableLaws.foreignReads(PLANTED, owners))
                .contains("PlantedStore reads app_user of identity", "PlantedStore reads contact of contacts");
        assertThat(marked(ImportOption.Predefined.ONLY_INCLUDE_TESTS))
                .extracting(JavaClass::getSimpleName)
                .containsExactly("PlantedStore");
    }

    private static List<JavaClass> marked(ImportOption where) {
        return new ClassFileImporter()
                .withImportOption(where).importPackages(BackendLaws.ROOT).stream()
                        .filter(type -> type.isAnnotatedWith(ExceptionToLaw.class))
                        .toList();
    }

    private static String law(JavaClass type) {
        return type.getAnnotationOfType(ExceptionToLaw.class).law();
    }

    private static Set<String> laws() {
        return java.util.stream.Stream.of(BackendLawsTest.class, TableLawsTest.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .map(java.lang.reflect.Method::getName)
                .collect(Collectors.toSet());
    }
}
