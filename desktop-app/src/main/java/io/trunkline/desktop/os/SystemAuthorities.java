package io.trunkline.desktop.os;

import io.trunkline.desktop.backend.ThisProgram;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The authorities whose certificates this computer trusts: where IT rolls out the company's own, it is among them.
public final class SystemAuthorities {
    private static final Logger LOG = LoggerFactory.getLogger(SystemAuthorities.class);

    /// Where distributions keep them all in one file; the first that is there.
    private static final List<Path> BUNDLES = Stream.of(
                    "/etc/ssl/certs/ca-certificates.crt",
                    "/etc/pki/tls/certs/ca-bundle.crt",
                    "/etc/ssl/ca-bundle.pem",
                    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
                    "/etc/ssl/cert.pem")
            .map(Path::of)
            .toList();

    private static final Pattern BLOCK = Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");

    private SystemAuthorities() {}

    /// Never fails: what cannot be read is told in the log. Blocks.
    public static List<X509Certificate> ofThisSystem() {
        return switch (ThisProgram.system()) {
            // the person's, which holds the computer's and those that policies hand out
            case "windows" -> inStores("Windows-ROOT");
            // what administrators trust is not among the system's own
            case "macos" -> inStores("KeychainStore", "KeychainStore-ROOT");
            default -> inFirst(BUNDLES);
        };
    }

    static List<X509Certificate> inFirst(List<Path> bundles) {
        return bundles.stream()
                .filter(Files::isReadable)
                .findFirst()
                .map(SystemAuthorities::inBundle)
                .orElse(List.of());
    }

    private static List<X509Certificate> inBundle(Path bundle) {
        var all = new ArrayList<X509Certificate>();
        try {
            var reader = CertificateFactory.getInstance("X.509");
            var blocks = BLOCK.matcher(Files.readString(bundle, StandardCharsets.ISO_8859_1));
            while (blocks.find()) {
                certificate(reader, blocks.group(), bundle).ifPresent(all::add);
            }
        } catch (IOException | CertificateException e) {
            LOG.warn("{} cannot be read: {}", bundle, e.toString());
        }
        return all;
    }

    /// One that cannot be read does not take the others along.
    private static Optional<X509Certificate> certificate(CertificateFactory reader, String block, Path bundle) {
        try {
            return Optional.of((X509Certificate)
                    reader.generateCertificate(new ByteArrayInputStream(block.getBytes(StandardCharsets.ISO_8859_1))));
        } catch (CertificateException e) {
            LOG.warn("A certificate in {} cannot be read: {}", bundle, e.toString());
            return Optional.empty();
        }
    }

    static List<X509Certificate> inStores(String... types) {
        var all = new ArrayList<X509Certificate>();
        for (var type : types) {
            try {
                var store = KeyStore.getInstance(type);
                store.load(null, null);
                for (var name : Collections.list(store.aliases())) {
                    if (store.isCertificateEntry(name) && store.getCertificate(name) instanceof X509Certificate each) {
                        all.add(each);
                    }
                }
            } catch (GeneralSecurityException | IOException e) {
                LOG.warn("The certificates in {} of this computer cannot be read: {}", type, e.toString());
            }
        }
        return all;
    }
}
