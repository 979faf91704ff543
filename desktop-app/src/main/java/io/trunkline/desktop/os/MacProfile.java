package io.trunkline.desktop.os;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.trunkline.model.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A configuration profile as macOS keeps it: the computer's wins over the person's. Both are property lists, often
/// binary ones, which the system's own program turns into JSON.
final class MacProfile {
    /// Only the system writes here.
    static final Path MANAGED = Path.of("/Library/Managed Preferences");

    private static final Logger LOG = LoggerFactory.getLogger(MacProfile.class);
    private static final String FILE = "io.trunkline.desktop.plist";

    private final Commands commands;
    private final Path folder;

    MacProfile(Commands commands, Path folder) {
        this.commands = commands;
        this.folder = folder;
    }

    Map<String, String> read() {
        var values = new HashMap<>(
                values(folder.resolve(System.getProperty("user.name")).resolve(FILE)));
        values.putAll(values(folder.resolve(FILE)));
        return values;
    }

    private Map<String, String> values(Path plist) {
        if (!Files.exists(plist)) {
            return Map.of();
        }
        return commands.output(List.of("/usr/bin/plutil", "-convert", "json", "-o", "-", plist.toString()))
                .map(MacProfile::values)
                .orElse(Map.of());
    }

    static Map<String, String> values(String json) {
        var values = new HashMap<String, String>();
        try {
            Json.mapper().readTree(json).properties().stream()
                    .filter(each -> each.getValue().isValueNode())
                    .forEach(each -> values.put(each.getKey(), each.getValue().asText()));
        } catch (JsonProcessingException e) {
            LOG.warn("The profile for this program cannot be read: {}", e.getOriginalMessage());
        }
        return values;
    }
}
