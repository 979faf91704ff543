package io.trunkline.desktop.backend;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// A certificate that is not trusted, and why. Java's own exception does not say whose it was.
final class CertificateRefused extends CertificateException implements Obstacle.Carried {
    private static final long serialVersionUID = 1;

    /// The common name, else the organisation, in a name as RFC 2253 writes it; a comma in it stands behind a `\`.
    private static final Pattern COMMON = Pattern.compile("(?:^|,)CN=((?:\\\\.|[^,\\\\])+)");

    private static final Pattern ORGANISATION = Pattern.compile("(?:^|,)O=((?:\\\\.|[^,\\\\])+)");

    private static final int LONGEST = 64;

    private final transient Obstacle obstacle;

    CertificateRefused(X509Certificate[] chain, CertificateException why) {
        super(why.getMessage() + " (issued by " + authority(chain) + ")", why);
        obstacle = obstacle(chain, why);
    }

    @Override
    public Obstacle obstacle() {
        return obstacle;
    }

    private static Obstacle obstacle(X509Certificate[] chain, CertificateException why) {
        for (var cause = Optional.<Throwable>of(why); cause.isPresent(); cause = cause.map(Throwable::getCause)) {
            switch (cause.get()) {
                case CertificateExpiredException _, CertificateNotYetValidException _ -> {
                    return new Obstacle.NotInItsTime();
                }
                case CertPathValidatorException e
                when e.getReason() == BasicReason.EXPIRED -> {
                    return new Obstacle.NotInItsTime();
                }
                case CertPathBuilderException _ -> {
                    return new Obstacle.UnknownAuthority(authority(chain));
                }
                case Throwable _ -> {}
            }
        }
        return new Obstacle.NotTrusted();
    }

    /// Whoever issued the last certificate that was shown is the one that is not known.
    private static String authority(X509Certificate[] chain) {
        if (chain.length == 0) {
            return "";
        }
        var name = Arrays.asList(chain).getLast().getIssuerX500Principal().getName();
        return plain(part(COMMON, name).or(() -> part(ORGANISATION, name)).orElse(name));
    }

    /// Whoever made the certificate wrote it: one line, no longer than such a name may be.
    private static String plain(String name) {
        var line = name.replaceAll("\\p{Cntrl}", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private static Optional<String> part(Pattern part, String name) {
        var found = part.matcher(name);
        return found.find() ? Optional.of(found.group(1).replaceAll("\\\\(.)", "$1")) : Optional.empty();
    }
}
