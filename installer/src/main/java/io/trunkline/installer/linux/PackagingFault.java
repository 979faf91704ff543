package io.trunkline.installer.linux;

/// Why there is no package, as a sentence.
public final class PackagingFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PackagingFault(String sentence) {
        super(sentence);
    }
}
