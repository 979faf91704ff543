package io.trunkline.backend.platform.config;

/// A setting that cannot be used; the message is a sentence for whoever starts the program.
public final class SettingFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingFault(String sentence) {
        super(sentence);
    }

    public static SettingFault wrong(String key, String value, String allowed) {
        return new SettingFault("Setting %s (environment %s) is '%s'; allowed is %s."
                .formatted(key, Settings.environmentName(key), value, allowed));
    }
}
