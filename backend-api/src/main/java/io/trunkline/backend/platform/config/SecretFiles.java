package io.trunkline.backend.platform.config;

import io.trunkline.backend.platform.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Finds secrets: in the file that `<key>-file` names, in the credentials that systemd hands over, in the environment,
/// in the settings file; never on the command line, which everybody on the machine can read.
final class SecretFiles {
    /// Where systemd puts what a unit loads with `LoadCredential=database.password:/some/file`.
    static final String CREDENTIALS = "CREDENTIALS_DIRECTORY";

    private final Sources sources;
    private final Set<String> exposed = new TreeSet<>();

    SecretFiles(Sources sources) {
        this.sources = sources;
    }

    static String fileKey(String key) {
        return key + "-file";
    }

    Optional<String> find(String key) {
        refuseOnCommandLine(key);
        var named = sources.find(fileKey(key));
        if (named.isPresent() && sources.besideTheCommandLine(key).isPresent()) {
            throw new SettingFault("Settings %s and %s are both given; leave one out.".formatted(key, fileKey(key)));
        }
        return named.map(file -> read(key, Path.of(file))).or(() -> besideItsFile(key));
    }

    /// As [#find], for a secret whose `…-file` is a setting of its own.
    Optional<String> besideItsFile(String key) {
        refuseOnCommandLine(key);
        return credential(key).or(() -> sources.besideTheCommandLine(key));
    }

    /// True when one is given somewhere, whether it can be read or not.
    boolean there(String key) {
        return sources.find(fileKey(key)).isPresent()
                || sources.find(key).isPresent()
                || Optional.ofNullable(sources.environment().get(CREDENTIALS))
                        .map(folder -> Path.of(folder, key))
                        .filter(Files::exists)
                        .isPresent();
    }

    /// Files with secrets that others than their owner and group can read.
    Set<String> exposed() {
        return Set.copyOf(exposed);
    }

    private void refuseOnCommandLine(String key) {
        if (sources.onCommandLine(key).isPresent()) {
            throw new SettingFault(
                    "Setting %1$s is a secret and must not stand on the command line, where everybody on this machine can read it. Put it into a file and name that with %1$s-file, or use the environment (%2$s) or the settings file."
                            .formatted(key, Setting.environmentName(key)));
        }
    }

    private Optional<String> credential(String key) {
        return Optional.ofNullable(sources.environment().get(CREDENTIALS))
                .map(folder -> Path.of(folder, key))
                .filter(Files::exists)
                .map(file -> read(key, file));
    }

    private String read(String key, Path file) {
        try {
            var secret = Files.readString(file).strip();
            if (readableByOthers(file)) {
                exposed.add(file.toString());
            }
            return secret;
        } catch (IOException e) {
            throw new SettingFault(
                    "The secret %s cannot be read from %s: %s".formatted(key, file, FileTrouble.reading(e)));
        }
    }

    /// True when others than its owner and group can read the file; false where that cannot be known.
    static boolean readableByOthers(Path file) {
        try {
            return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                    && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException _) {
            return false;
        }
    }
}
