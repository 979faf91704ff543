package io.trunkline.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/// The workflows, read as the runner reads them. None has run: `installer/docs/never-run.md`.
class WorkflowsTest {
    private static final String TESTS = ".github/workflows/tests.yml";
    private static final String RELEASE = ".github/workflows/release.yml";
    private static final Pattern SCRIPT = Pattern.compile("(?:\\.ci|installer)[\\w/\\\\.-]*[\\w]");
    private static final Pattern PACKAGE =
            Pattern.compile("Trunkline-\\$\\{?[Vv]ersion}?[-\\w.$]*\\.(?:msi|zip|dmg|mobileconfig)");

    @ParameterizedTest
    @ValueSource(strings = {TESTS, RELEASE})
    void rightsAreTheLeast(String file) {
        assertThat(workflow(file).get("permissions")).isEqualTo(Map.of("contents", "read"));
        jobs(file).forEach((name, job) -> {
            if (name.equals("release")) {
                assertThat(job.get("permissions")).as("it makes the release").isEqualTo(Map.of("contents", "write"));
            } else {
                assertThat(job).as(name).doesNotContainKey("permissions");
            }
        });
        assertThat(steps(file))
                .filteredOn(step -> uses(step).startsWith("actions/checkout"))
                .allSatisfy(step -> assertThat(map(step.get("with"))).containsEntry("persist-credentials", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {TESTS, RELEASE})
    void everyJobEndsAndOneRunIsNotTwo(String file) {
        assertThat(workflow(file)).containsKey("concurrency");
        assertThat(jobs(file).values()).allSatisfy(job -> assertThat(job).containsKey("timeout-minutes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {TESTS, RELEASE})
    void everyActionIsTheHostsOwnAtANamedVersion(String file) {
        assertThat(steps(file))
                .filteredOn(step -> step.containsKey("uses"))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(uses(step)).matches("actions/[a-z-]+@(?:v\\d+|[0-9a-f]{40})"));
    }

    @ParameterizedTest
    @ValueSource(strings = {TESTS, RELEASE})
    void everyScriptThatIsRunIsThere(String file) {
        var scripts = new TreeSet<String>();
        for (var step : steps(file)) {
            SCRIPT.matcher(run(step))
                    .results()
                    .map(match -> match.group().replace('\\', '/'))
                    .forEach(scripts::add);
        }
        assertThat(scripts)
                .isNotEmpty()
                .allSatisfy(script -> assertThat(Checkout.file(script)).isRegularFile());
    }

    @Test
    void everySystemIsTested() {
        assertThat(jobs(TESTS).get("linux").get("runs-on").toString()).startsWith("ubuntu");
        assertThat(jobs(TESTS).get("others").get("strategy").toString())
                .contains("windows-", "macos-15,", "macos-15-intel");
    }

    @Test
    void onLinuxTheReadmesCommandRunsAsRootAndSkipsNothing() {
        assertThat(runs(TESTS, "linux")).contains("sudo env", ".ci/run --complete");
    }

    @Test
    void aReleaseComesOfATagAndCarriesItsVersionEverywhere() {
        // YAML 1.1 reads the word on as yes
        assertThat(workflow(RELEASE).get(true)).isEqualTo(Map.of("push", Map.of("tags", List.of("v*"))));
        for (var job : List.of("linux", "windows", "macos")) {
            var build = steps(job(RELEASE, job)).stream()
                    .filter(step -> "Packages".equals(step.get("name")))
                    .toList();
            assertThat(build).singleElement().satisfies(step -> {
                assertThat(map(step.get("env"))).containsEntry("VERSION", "${{ needs.text.outputs.version }}");
                assertThat(run(step)).containsPattern("\\$(?:env:)?VERSION");
            });
        }
        assertThat(runs(RELEASE, "text"))
                .contains("ReleaseText.java .github/CHANGELOG.md \"$TAG\"", "version=${TAG#v}");
    }

    @Test
    void everyPackageThatAScriptMakesIsUploaded() {
        var patterns = uploaded();
        for (var script : List.of("installer/windows/build.ps1", "installer/macos/build.sh")) {
            var made = PACKAGE.matcher(Checkout.text(script))
                    .results()
                    .map(match -> match.group())
                    .toList();
            assertThat(made).isNotEmpty();
            for (var name : made) {
                for (var processor : List.of("arm64", "x64")) {
                    var file = "installer/target/packages/"
                            + name.replaceAll("\\$\\{?[Vv]ersion}?", "1.2.3").replace("$processor", processor);
                    assertThat(patterns).as(file).anyMatch(pattern -> file.matches(glob(pattern)));
                }
            }
        }
        assertThat(patterns)
                .contains(
                        "installer/target/packages/*.deb",
                        "installer/target/packages/*.rpm",
                        "installer/target/packages/*.tar.gz",
                        "installer/target/notices/*/sbom.json",
                        "installer/target/notices/*/THIRD-PARTY.txt");
    }

    @Test
    void whatIsUploadedAndMissingIsAFault() {
        assertThat(uploads())
                .allSatisfy(step -> assertThat(map(step.get("with"))).containsEntry("if-no-files-found", "error"));
    }

    @Test
    void theDraftWaitsForEverySystemAndHasHashesNoticesAndTheChangelogsText() {
        assertThat(jobs(RELEASE).get("release").get("needs")).isEqualTo(List.of("text", "linux", "windows", "macos"));
        assertThat(runs(RELEASE, "release"))
                .contains(
                        "sha256sum",
                        "SHA256SUMS",
                        "THIRD-PARTY.txt",
                        "sbom.json",
                        "gh release create \"$TAG\" --draft --verify-tag",
                        "--notes-file made/text/release.md");
    }

    @Test
    void noSecretIsPutIntoAScriptsText() {
        for (var file : List.of(TESTS, RELEASE)) {
            assertThat(steps(file))
                    .allSatisfy(step -> assertThat(run(step)).doesNotContain("secrets.", "github.ref_name"));
        }
    }

    private static List<Map<Object, Object>> uploads() {
        return steps(RELEASE).stream()
                .filter(step -> uses(step).startsWith("actions/upload-artifact"))
                .toList();
    }

    private static Set<String> uploaded() {
        var patterns = new TreeSet<String>();
        uploads()
                .forEach(step ->
                        map(step.get("with")).get("path").toString().lines().forEach(patterns::add));
        return patterns;
    }

    private static String glob(String pattern) {
        return Pattern.quote(pattern).replace("*", "\\E[^/]*\\Q");
    }

    private static Map<Object, Object> workflow(String file) {
        return map(new Yaml().load(Checkout.text(file)));
    }

    private static Map<String, Map<Object, Object>> jobs(String file) {
        var jobs = new TreeMap<String, Map<Object, Object>>();
        map(workflow(file).get("jobs")).forEach((name, job) -> jobs.put(name.toString(), map(job)));
        return jobs;
    }

    private static Map<Object, Object> job(String file, String name) {
        return jobs(file).get(name);
    }

    private static List<Map<Object, Object>> steps(String file) {
        var steps = new ArrayList<Map<Object, Object>>();
        jobs(file).values().forEach(job -> steps.addAll(steps(job)));
        return steps;
    }

    private static List<Map<Object, Object>> steps(Map<Object, Object> job) {
        var steps = new ArrayList<Map<Object, Object>>();
        ((List<?>) job.get("steps")).forEach(step -> steps.add(map(step)));
        return steps;
    }

    private static String runs(String file, String job) {
        return String.join(
                "\n", steps(job(file, job)).stream().map(WorkflowsTest::run).toList());
    }

    private static String run(Map<Object, Object> step) {
        return step.containsKey("run") ? step.get("run").toString() : "";
    }

    private static String uses(Map<Object, Object> step) {
        return step.containsKey("uses") ? step.get("uses").toString() : "";
    }

    private static Map<Object, Object> map(Object value) {
        Map<Object, Object> copy = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach(copy::put);
        return copy;
    }
}
