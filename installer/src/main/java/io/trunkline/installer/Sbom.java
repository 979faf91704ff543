package io.trunkline.installer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.model.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The CycloneDX list that Maven made, corrected to what is shipped: without what Maven counts and nobody ships, with
/// what Maven does not
/// know, the Voice SDK, the Java runtime and what lies inside jars.
record Sbom(Licences licences, String voiceSdk) {
    JsonNode of(JsonNode made, String program, List<Library> libraries) {
        var bom = made.<ObjectNode>deepCopy();
        var shipped = shipped(libraries);
        Set<String> gone = new HashSet<>();
        var components = Json.mapper().createArrayNode();
        for (var component : made.path("components")) {
            if (shipped.contains(component.path("name").asText())) {
                components.add(component);
            } else {
                gone.add(component.path("bom-ref").asText());
            }
        }
        libraries.forEach(library -> licences.inside(library).forEach(part -> components.add(inside(part, library))));
        components.add(component("OpenJDK", Runtime.version().toString(), "GPL-2.0-only WITH Classpath-exception-2.0"));
        bom.set("components", components);
        bom.set("dependencies", without(gone, made.path("dependencies")));
        if (bom.path("metadata").path("component") instanceof ObjectNode named) {
            named.put("name", "trunkline-" + program);
        }
        return bom;
    }

    private static Set<String> shipped(List<Library> libraries) {
        Set<String> names = new HashSet<>();
        libraries.forEach(library -> names.add(library.name()));
        return names;
    }

    private ObjectNode inside(Licences.Inside part, Library library) {
        var voice = library.name().equals("desktop-app");
        var component = component(part.what(), voice ? voiceSdk : "as in " + library.file(), part.licence());
        return voice ? component.put("purl", "pkg:npm/%40twilio/voice-sdk@" + voiceSdk) : component;
    }

    private static ObjectNode component(String name, String version, String licence) {
        var component = Json.mapper().createObjectNode();
        component.put("type", "library").put("name", name).put("version", version);
        component.putArray("licenses").addObject().put("expression", licence);
        return component;
    }

    private static ArrayNode without(Set<String> gone, JsonNode dependencies) {
        var left = Json.mapper().createArrayNode();
        for (var dependency : dependencies) {
            if (!gone.contains(dependency.path("ref").asText())) {
                var copy = dependency.<ObjectNode>deepCopy();
                if (copy.has("dependsOn")) {
                    var on = copy.putArray("dependsOn");
                    dependency.path("dependsOn").forEach(ref -> {
                        if (!gone.contains(ref.asText())) {
                            on.add(ref);
                        }
                    });
                }
                left.add(copy);
            }
        }
        return left;
    }
}
