package io.trunkline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.diagnostics.Source;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.kit.theme.Shade;
import io.trunkline.desktop.os.AppFolder;
import io.trunkline.desktop.os.LogFiles;
import io.trunkline.desktop.os.ManagedSettings;
import io.trunkline.model.Channel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// The whole bundle, with something of each kind that tells of people planted where it could get in.
class SelfDescriptionTest {
    private static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbmEifQ.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg";

    @TempDir
    Path folder;

    @Test
    void theWholeBundleTellsOfNobody() throws Exception {
        var log = LoggerFactory.getLogger("planted");
        try (var logs = LogFiles.start(AppFolder.at(folder));
                var desk = new Desk(Shade.LIGHT, 1280, 720)) {
            var text = Samples.accepted(Samples.offered(2, Channel.SMS, Samples.LONG));
            desk.tell(Samples.desk(3, List.of(Samples.accepted(Samples.offered(1, Channel.VOICE, Samples.ANA)), text)));
            Fx.run(() -> {
                var thread = Samples.thread(text, "My door code is four seven, come by", 1);
                desk.session.threads().put(thread.id(), thread);
            });
            var me = desk.session.me();
            var planted = List.of(
                    Samples.ANA.name(),
                    Samples.ANA.address(),
                    Samples.LONG.name(),
                    Samples.LONG.address(),
                    me.name(),
                    me.email(),
                    me.tenantName(),
                    "My door code is four seven, come by",
                    "+49 30 901820",
                    "zoe@elsewhere.example",
                    "sip:zoe@pbx.elsewhere.example",
                    "203.0.113.77",
                    "hunter2-secret",
                    TOKEN,
                    System.getProperty("user.home") + "/trunkline");
            planted.forEach(each -> log.info("planted {} here", each));
            log.warn("password={} and Authorization: Bearer {}", "hunter2-secret", TOKEN);
            try (var history = Fx.on(() -> new ConnectionHistory(desk.session))) {
                var self = new SelfDescription(desk.session, desk.features.softphone(), history, managed(), logs);
                var masks = Fx.on(self::masks);
                var files = files(self.sources()).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, each -> masks.clean(each.getValue())));

                var whole = String.join("\n", files.values());
                var found = planted.stream()
                        .filter(each -> !each.equals("hunter2-secret"))
                        .filter(whole::contains);
                assertThat(found).isEmpty();
                assertThat(whole).doesNotContain("password=hunter2", "eyJ", "901820", "door code");
                assertThat(files.get("log/desktop.log")).contains("planted [hidden] here");
                assertThat(files.get("versions.txt"))
                        .contains(
                                "Trunkline ",
                                "JavaFX ",
                                "Voice SDK ",
                                "webrtc-java",
                                System.getProperty("java.runtime.version"))
                        .doesNotContain("${");
                assertThat(files.get("managed-settings.txt"))
                        .contains("backend")
                        .contains("set by IT")
                        .contains("perhaps");
                assertThat(files.get("sound.txt")).contains("Microphones");
                assertThat(files.get("connection.txt")).isNotBlank();
                assertThat(files.get("memory.txt")).contains("Heap");
                assertThat(files.get("threads.txt")).contains("JavaFX Application Thread");
                assertThat(files).containsKey("calls.txt");
            }
        }
    }

    private static ManagedSettings managed() {
        return new ManagedSettings(
                Optional.of(java.net.URI.create("https://centre.example.com")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new ManagedSettings.Wrong(ManagedSettings.Key.KIOSK, "perhaps")));
    }

    private static Map<String, String> files(List<Source> sources) throws Exception {
        var texts = new java.util.LinkedHashMap<String, String>();
        for (var source : sources) {
            texts.put(source.name(), source.text().call());
        }
        return texts;
    }
}
