package io.trunkline.backend.telephony.twilio;

/// Writes one TwiML document; whatever the texts hold, the document stays well-formed.
final class Twiml {
    private final StringBuilder xml =
            new StringBuilder(512).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>");

    /// An element with text; `attributes` are names and values in turn.
    Twiml leaf(String name, String text, String... attributes) {
        start(name, attributes);
        if (text.isEmpty()) {
            xml.append("/>");
        } else {
            xml.append('>');
            escape(text);
            xml.append("</").append(name).append('>');
        }
        return this;
    }

    Twiml open(String name, String... attributes) {
        start(name, attributes);
        xml.append('>');
        return this;
    }

    Twiml close(String name) {
        xml.append("</").append(name).append('>');
        return this;
    }

    String document() {
        return xml + "</Response>";
    }

    private void start(String name, String... attributes) {
        xml.append('<').append(name);
        for (var at = 0; at < attributes.length; at += 2) {
            xml.append(' ').append(attributes[at]).append("=\"");
            escape(attributes[at + 1]);
            xml.append('"');
        }
    }

    private void escape(String text) {
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                case '\'' -> xml.append("&apos;");
                case '\t', '\n', '\r' -> xml.append(' ');
                default -> at = other(text, at, c);
            }
        }
    }

    /// Drops what XML 1.0 cannot hold: control characters, halves of surrogate pairs, two non-characters.
    private int other(String text, int at, char c) {
        if (Character.isHighSurrogate(c) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))) {
            xml.append(c).append(text.charAt(at + 1));
            return at + 1;
        }
        if (c >= ' ' && !Character.isSurrogate(c) && c < '\uFFFE') {
            xml.append(c);
        }
        return at;
    }
}
