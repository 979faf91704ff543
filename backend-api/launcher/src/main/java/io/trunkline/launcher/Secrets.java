package io.trunkline.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// What the programs of one centre need to trust each other. Made once per data folder, readable by its owner only.
///
/// @param accountSid the simulator's account, shaped as the carrier's
/// @param authToken signs webhooks
/// @param keySid names the key that signs access tokens of voice devices
/// @param password of the first administrator and of the people of the demo
public record Secrets(String accountSid, String authToken, String keySid, String keySecret, String password) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /// Reads the folder's secrets, or makes them.
    static Secrets in(Path folder) {
        var file = folder.resolve("secrets.json");
        try {
            if (Files.exists(file)) {
                return Json.mapper().readValue(file.toFile(), Secrets.class);
            }
            var made = new Secrets("AC" + hex(16), hex(16), "SK" + hex(16), hex(16), "demo-" + hex(6));
            Files.createDirectories(folder);
            write(file, Json.mapper().writeValueAsString(made));
            return made;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "%s is damaged: remove it with its folder and start again".formatted(file), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text);
    }

    private static String hex(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @Override
    public String toString() {
        return "Secrets[account=" + accountSid + "]";
    }
}
