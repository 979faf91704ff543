package io.trunkline.desktop.inbox;

/// How long a text message is and in how many segments it travels, each of which is paid for.
///
/// Pure. 160 characters of the GSM alphabet in one segment, 153 in each of several; with any other character 70 and 67.
record TextLength(int characters, int segments) {
    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
                    + "abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "^{}\\[~]|€\f";

    static TextLength of(String text) {
        int septets = 0;
        for (int i = 0; i < text.length(); i++) {
            if (BASIC.indexOf(text.charAt(i)) >= 0) {
                septets++;
            } else if (EXTENDED.indexOf(text.charAt(i)) >= 0) {
                septets += 2;
            } else {
                return new TextLength(text.length(), segments(text.length(), 70, 67));
            }
        }
        return new TextLength(septets, segments(septets, 160, 153));
    }

    private static int segments(int length, int alone, int each) {
        return length <= alone ? Math.min(1, length) : (length + each - 1) / each;
    }
}
