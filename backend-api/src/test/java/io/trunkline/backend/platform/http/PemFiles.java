package io.trunkline.backend.platform.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/// Certificates as somebody who renews them lays them down, made by the JDK's own keytool.
final class PemFiles {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final KeyStore store;

    private PemFiles(KeyStore store) {
        this.store = store;
    }

    /// A certificate for localhost; `algorithm` is RSA or EC.
    static PemFiles make(Path folder, String name, String algorithm, int days) throws Exception {
        var file = folder.resolve(name + "-" + days + ".p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "x",
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        String.valueOf(days),
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        var said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (made.waitFor() != 0) {
            throw new IOException(said);
        }
        return new PemFiles(KeyStore.getInstance(file.toFile(), PASSWORD));
    }

    KeyStore store() {
        return store;
    }

    void writeCertificate(Path file) throws IOException, GeneralSecurityException {
        Files.writeString(file, pem("CERTIFICATE", store.getCertificate("x").getEncoded()));
    }

    void writeKey(Path file) throws IOException, GeneralSecurityException {
        Files.writeString(file, pem("PRIVATE KEY", store.getKey("x", PASSWORD).getEncoded()));
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                .formatted(what, Base64.getMimeEncoder().encodeToString(bytes));
    }
}
