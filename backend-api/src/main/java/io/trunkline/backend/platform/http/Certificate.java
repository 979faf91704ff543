package io.trunkline.backend.platform.http;

import io.trunkline.backend.platform.config.TlsConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// A chain of certificates and the private key of the first, read from PEM files; RSA or EC, the key as PKCS#8.
record Certificate(List<X509Certificate> chain, PrivateKey key) {
    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    Certificate {
        chain = List.copyOf(chain);
    }

    /// Reads both files; [CertificateFault] when one cannot be read or they do not belong together.
    static Certificate read(TlsConfig.Pair files) throws CertificateFault {
        var chain = chain(files.certificate());
        var key = key(files.key(), chain.getFirst().getPublicKey().getAlgorithm());
        if (!fits(chain.getFirst().getPublicKey(), key)) {
            throw new CertificateFault("The key in %s does not belong to the certificate in %s."
                    .formatted(files.key(), files.certificate()));
        }
        return new Certificate(chain, key);
    }

    /// Its name among those of this server.
    String alias() {
        return chain.getFirst().getSerialNumber().toString(16) + " of " + notAfter();
    }

    Instant notAfter() {
        return chain.getFirst().getNotAfter().toInstant();
    }

    X509Certificate[] chainArray() {
        return chain.toArray(X509Certificate[]::new);
    }

    private static List<X509Certificate> chain(Path file) throws CertificateFault {
        try {
            var read =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(bytes(file)))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (read.isEmpty()) {
                throw new CertificateFault("There is no certificate in %s.".formatted(file));
            }
            return read;
        } catch (CertificateException e) {
            throw new CertificateFault("There is no certificate in PEM in %s.".formatted(file), e);
        }
    }

    private static PrivateKey key(Path file, String algorithm) throws CertificateFault {
        var text = new String(bytes(file), StandardCharsets.US_ASCII);
        var found = PKCS8.matcher(text);
        if (!found.find()) {
            throw new CertificateFault(
                    "There is no private key as PKCS#8 without a password in %s; openssl pkcs8 -topk8 -nocrypt makes one."
                            .formatted(file));
        }
        try {
            var encoded = Base64.getMimeDecoder().decode(found.group(1));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new CertificateFault(
                    "The key in %s is none of %s, as its certificate wants.".formatted(file, algorithm), e);
        }
    }

    private static byte[] bytes(Path file) throws CertificateFault {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new CertificateFault("There is no file %s.".formatted(file), e);
        } catch (IOException e) {
            throw new CertificateFault("The file %s cannot be read.".formatted(file), e);
        }
    }

    /// What one signs the other must be able to check.
    private static boolean fits(PublicKey open, PrivateKey secret) {
        try {
            var signature =
                    Signature.getInstance(open.getAlgorithm().startsWith("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
            var text = new byte[] {1, 2, 3};
            signature.initSign(secret);
            signature.update(text);
            var signed = signature.sign();
            signature.initVerify(open);
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
