package io.trunkline.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseTextTest {
    private static final List<String> CHANGELOG = """
            # Changelog

            ## 0.2.0 – 2026-12-24

            * **Installers** for three systems.

            ## 0.1.0 – not released

            The spine.
            """.lines().toList();

    @Test
    void takesTheChapterOfTheTagsVersion() {
        assertThat(ReleaseText.chapter(CHANGELOG, "v0.2.0")).isEqualTo("* **Installers** for three systems.\n");
        assertThat(ReleaseText.chapter(CHANGELOG, "0.1.0")).isEqualTo("The spine.\n");
    }

    @Test
    void aVersionThatTheChangelogDoesNotTellOfIsNotReleased() {
        assertThatThrownBy(() -> ReleaseText.chapter(CHANGELOG, "v0.3.0"))
                .hasMessage("The changelog has no chapter of version 0.3.0.");
        assertThatThrownBy(() -> ReleaseText.chapter(List.of("## 0.3.0", "", "## 0.2.0", "text"), "v0.3.0"))
                .hasMessage("The changelog has no chapter of version 0.3.0.");
    }

    @Test
    void aTagIsThreeNumbersSinceInstallersCompareNoMore() {
        assertThatThrownBy(() -> ReleaseText.chapter(CHANGELOG, "v0.2"))
                .hasMessage("A release's tag is v and three numbers, such as v0.1.0; this one is v0.2.");
        assertThatThrownBy(() -> ReleaseText.chapter(CHANGELOG, "v0.2.0-rc1")).hasMessageContaining("v0.2.0-rc1");
    }

    @Test
    void theChangelogHasAChapterToRelease() {
        assertThat(ReleaseText.chapter(
                        Checkout.text(".github/CHANGELOG.md").lines().toList(), "v0.1.0"))
                .isNotBlank()
                .doesNotContain("\n## ");
    }
}
