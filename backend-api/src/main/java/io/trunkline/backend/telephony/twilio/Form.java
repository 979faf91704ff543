package io.trunkline.backend.telephony.twilio;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The fields of a posted form: repeated keys and empty fields are kept, values are not trimmed.
///
/// Any bytes are a form: an escape that is none is taken literally, so that the signature refuses the request and not
/// the parser.
public record Form(Map<String, List<String>> fields) {
    private static final int MOST_FIELDS = 1_000;

    static Form of(byte[] body) {
        SortedMap<String, List<String>> fields = new TreeMap<>();
        var count = 0;
        for (var from = 0; from < body.length && count < MOST_FIELDS; count++) {
            var to = indexOf(body, '&', from, body.length);
            if (to > from) {
                var equals = indexOf(body, '=', from, to);
                var value = equals < to ? decode(body, equals + 1, to) : "";
                fields.computeIfAbsent(decode(body, from, equals), _ -> new ArrayList<>(1))
                        .add(value);
            }
            from = to + 1;
        }
        return new Form(fields);
    }

    /// The first value of a field, empty when there is none.
    public String first(String name) {
        var values = fields.get(name);
        return values == null ? "" : values.getFirst();
    }

    /// A field as a number, or `otherwise` when it is missing or none.
    int number(String name, int otherwise) {
        try {
            return Integer.parseInt(first(name));
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    private static int indexOf(byte[] body, char wanted, int from, int end) {
        for (var at = from; at < end; at++) {
            if (body[at] == wanted) {
                return at;
            }
        }
        return end;
    }

    private static String decode(byte[] body, int from, int end) {
        return plain(body, from, end)
                ? new String(body, from, end - from, StandardCharsets.UTF_8)
                : escaped(body, from, end);
    }

    private static boolean plain(byte[] body, int from, int end) {
        for (var at = from; at < end; at++) {
            if (body[at] == '+' || body[at] == '%') {
                return false;
            }
        }
        return true;
    }

    private static String escaped(byte[] body, int from, int end) {
        var out = new ByteArrayOutputStream(end - from);
        for (var at = from; at < end; at++) {
            if (body[at] == '+') {
                out.write(' ');
            } else if (body[at] == '%' && at + 2 < end && hex(body[at + 1]) >= 0 && hex(body[at + 2]) >= 0) {
                out.write(hex(body[at + 1]) << 4 | hex(body[at + 2]));
                at += 2;
            } else {
                out.write(body[at]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int hex(byte digit) {
        return Character.digit(digit, 16);
    }
}
