package io.trunkline.backend.connect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// A file of lines such as `token = …`: account, token, key, secret, tenant, email, password. Only its owner may read
/// it.
final class CredentialsFile {
    private static final Set<String> KNOWN = Set.of("account", "token", "key", "secret", "tenant", "email", "password");
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private CredentialsFile() {}

    static Map<String, String> read(Path file) {
        try {
            refuseOthers(file);
            var found = new LinkedHashMap<String, String>();
            var number = 0;
            for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                number++;
                if (!line.isBlank() && !line.strip().startsWith("#")) {
                    take(found, file, number, line);
                }
            }
            return found;
        } catch (IOException e) {
            throw new CannotConnect(
                    CannotConnect.WRONG, "The file of credentials %s cannot be read.".formatted(file), e);
        }
    }

    private static void take(Map<String, String> found, Path file, int number, String line) {
        var cut = line.indexOf('=');
        var name = cut < 0 ? "" : line.substring(0, cut).strip();
        if (!KNOWN.contains(name)) {
            // What stands in the line may be a secret, so it is not repeated.
            throw new CannotConnect(
                    CannotConnect.WRONG,
                    "Line %d of %s is not one of account, token, key, secret, tenant, email and password, each followed by = and its value."
                            .formatted(number, file));
        }
        found.put(name, line.substring(cut + 1).strip());
    }

    private static void refuseOthers(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        var open = EnumSet.copyOf(OTHERS);
        open.retainAll(Files.getPosixFilePermissions(file));
        if (!open.isEmpty()) {
            throw new CannotConnect(
                    CannotConnect.WRONG,
                    "Others on this machine can read or write %s, which holds secrets: chmod 600 it first."
                            .formatted(file));
        }
    }
}
