package io.trunkline.installer.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The container file, as far as it can be checked where there is no engine: its instructions are known, it ends as a
/// user of its own, and what it copies is what the build makes.
class ContainerfileTest {
    private static final Set<String> KNOWN = Set.of(
            "ARG",
            "FROM",
            "LABEL",
            "RUN",
            "COPY",
            "ADD",
            "ENV",
            "WORKDIR",
            "USER",
            "VOLUME",
            "EXPOSE",
            "HEALTHCHECK",
            "ENTRYPOINT",
            "CMD",
            "STOPSIGNAL");

    private List<String> lines = List.of();

    @BeforeEach
    void read() throws IOException {
        var text = Files.readString(Path.of("linux/container/Containerfile"));
        lines = text.replace("\\\n", " ")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    @Test
    void hasOnlyInstructionsThatEnginesKnow() {
        assertThat(lines).allMatch(line -> KNOWN.contains(line.split(" ", 2)[0]));
        assertThat(lines.getFirst()).startsWith("ARG VERSION");
    }

    @Test
    void startsTheCommandAsAUserOfItsOwn() {
        assertThat(lines).contains("USER trunkline");
        assertThat(lines).contains("ENTRYPOINT [\"/opt/trunkline-backend/bin/trunkline-backend\"]");
        assertThat(lines.indexOf("USER trunkline"))
                .isLessThan(lines.indexOf("ENTRYPOINT [\"/opt/trunkline-backend/bin/trunkline-backend\"]"));
        assertThat(lines).anyMatch(line -> line.startsWith("HEALTHCHECK ") && line.contains("/health/ready"));
    }

    @Test
    void addsTheArchiveThatTheBuildMakes() {
        var build = new Build(Path.of(".."), "${VERSION}", true, java.time.Instant.EPOCH, Path.of("target"));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("ADD ") || line.startsWith("COPY "))
                .singleElement()
                .asString()
                .contains("target/packages/" + Tarball.name(build, Product.BACKEND) + ".tar.gz ");
    }
}
