package io.trunkline.backend.platform.http;

/// A certificate and key that cannot be used; the message is a sentence.
final class CertificateFault extends Exception {
    private static final long serialVersionUID = 1L;

    CertificateFault(String sentence) {
        super(sentence);
    }

    CertificateFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
