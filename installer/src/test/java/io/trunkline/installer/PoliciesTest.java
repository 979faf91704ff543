package io.trunkline.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/// The templates of Group Policy and Intune. No Windows has read them: `installer/docs/never-run.md`.
class PoliciesTest {
    private static final String KEY = "Software\\Policies\\Trunkline\\Desktop";
    private static final Set<String> SETTINGS = Set.of("Backend", "Tenant", "Kiosk", "Updates", "Proxy");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\((string|presentation)\\.(\\w+)\\)");
    private static final String ADMX = "installer/windows/policies/trunkline.admx";

    @Test
    void thereIsOnePolicyForEachManagedSettingAtTheKeyThatTheDesktopReads() {
        var policies = Checkout.elements(Checkout.xml(ADMX), "policy");

        assertThat(policies).allSatisfy(policy -> {
            assertThat(policy.getAttribute("key")).isEqualTo(KEY);
            assertThat(policy.getAttribute("class"))
                    .as("of the computer and of a person")
                    .isEqualTo("Both");
        });
        var names = policies.stream()
                .map(policy -> policy.hasAttribute("valueName")
                        ? policy.getAttribute("valueName")
                        : Checkout.elements(policy.getElementsByTagName("*")).stream()
                                .filter(element -> element.hasAttribute("valueName"))
                                .map(element -> element.getAttribute("valueName"))
                                .collect(Collectors.joining()))
                .toList();
        assertThat(names).containsExactlyInAnyOrderElementsOf(SETTINGS);
    }

    @Test
    void valuesAreThoseThatTheMsiTakes() {
        var admx = Checkout.xml(ADMX);
        var conditions = Checkout.text("installer/windows/trunkline.wxs");

        assertThat(Checkout.elements(admx, "string"))
                .extracting(element -> element.getTextContent().strip())
                .containsExactly("true", "false", "tell", "off")
                .allSatisfy(value -> assertThat(conditions).contains("= \"" + value + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "es-ES"})
    void everyTextIsThereInBothLanguagesAndNoneIsLeftOver(String language) {
        var adml = Checkout.xml("installer/windows/policies/" + language + "/trunkline.adml");

        assertThat(ids(adml, "string")).isEqualTo(referred("string"));
        assertThat(ids(adml, "presentation")).isEqualTo(referred("presentation"));
        assertThat(Checkout.elements(adml, "string"))
                .allSatisfy(text -> assertThat(text.getTextContent()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "es-ES"})
    void everyFieldToFillInBelongsToAnElement(String language) {
        var adml = Checkout.xml("installer/windows/policies/" + language + "/trunkline.adml");
        var fields = Checkout.elements(adml.getElementsByTagName("*")).stream()
                .filter(element -> element.hasAttribute("refId"))
                .map(element -> element.getAttribute("refId"))
                .toList();
        var elements = Checkout.elements(Checkout.xml(ADMX).getElementsByTagName("*")).stream()
                .filter(element -> List.of("text", "enum").contains(element.getTagName()))
                .map(element -> element.getAttribute("id"))
                .toList();

        assertThat(fields).containsExactlyInAnyOrderElementsOf(elements);
    }

    @Test
    void theProfileOfMacOsManagesTheSameSettings() {
        var keys = Checkout.elements(Checkout.xml("installer/macos/trunkline.mobileconfig"), "key").stream()
                .map(key -> key.getTextContent())
                .filter(key -> !key.startsWith("Payload"))
                .collect(Collectors.toSet());

        assertThat(keys)
                .isEqualTo(SETTINGS.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }

    private static Set<String> ids(Document adml, String element) {
        return Checkout.elements(adml, element).stream()
                .map(each -> each.getAttribute("id"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> referred(String kind) {
        return REFERENCE
                .matcher(Checkout.text(ADMX))
                .results()
                .filter(match -> match.group(1).equals(kind))
                .map(match -> match.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
