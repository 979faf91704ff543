package io.trunkline.desktop.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A company's own authority, as nobody but its computers knows it, and the certificates that it issues.
public final class MadeUpAuthority {
    public static final String NAME = "Acme, Root CA";
    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final Path keys;
    private final X509Certificate own;

    /// Keeps its keys in a folder.
    public MadeUpAuthority(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        this.folder = folder;
        keys = folder.resolve("keys.p12");
        keytool("-alias", "ca", "-dname", "CN=\"" + NAME + "\", O=Acme", "-ext", "bc:c", "-validity", "30");
        own = (X509Certificate) store(keys).getCertificate("ca");
    }

    public X509Certificate certificate() {
        return own;
    }

    /// A bundle as a distribution keeps it: others beside this one, and words between them.
    public Path bundle(String... others) throws IOException, GeneralSecurityException {
        var bundle = folder.resolve("ca-certificates.crt");
        var text = new StringBuilder("# Authorities of this computer\n\n");
        for (var other : others) {
            text.append(other).append('\n');
        }
        text.append("# ").append(NAME).append("\n-----BEGIN CERTIFICATE-----\n");
        text.append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(own.getEncoded()));
        text.append("\n-----END CERTIFICATE-----\n");
        return Files.writeString(bundle, text);
    }

    /// What a server needs that is this computer.
    public SSLContext server() throws IOException, GeneralSecurityException, InterruptedException {
        return server("SAN=IP:127.0.0.1,DNS:localhost", "-0d");
    }

    /// What a server needs whose certificate is made out to others, or of another time.
    public SSLContext server(String names, String since)
            throws IOException, GeneralSecurityException, InterruptedException {
        var alias = "server" + names.hashCode() + since.hashCode();
        keytool(
                "-alias",
                alias,
                "-signer",
                "ca",
                "-dname",
                "CN=centre",
                "-ext",
                names,
                "-startdate",
                since,
                "-validity",
                "2");
        var only = KeyStore.getInstance("PKCS12");
        only.load(null, null);
        var all = store(keys);
        only.setKeyEntry(
                alias,
                all.getKey(alias, PASSWORD.toCharArray()),
                PASSWORD.toCharArray(),
                all.getCertificateChain(alias));
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(only, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    private void keytool(String... words) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD));
        all.addAll(List.of(words));
        var said = Files.createTempFile(folder, "keytool", ".txt");
        var made = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!made.waitFor(60, TimeUnit.SECONDS) || made.exitValue() != 0) {
            throw new IllegalStateException("keytool made no certificate: " + Files.readString(said));
        }
    }
}
