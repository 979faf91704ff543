package io.trunkline.simulator.rest;

import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.account.Numbers;
import io.trunkline.simulator.webhook.Form;
import java.net.URI;

/// What the carrier looks at before it takes a request.
final class Checks {
    private Checks() {}

    static String callee(String to) {
        if (to.isEmpty()) {
            throw RestError.invalid(21201, "No 'To' number is specified");
        }
        if (!isPhone(to) && !to.startsWith("client:") && !to.startsWith("sip:")) {
            throw RestError.invalid(21211, "The phone number you are attempting to call, " + to + ", is not valid.");
        }
        return to;
    }

    static String caller(String from, Numbers numbers) {
        if (from.isEmpty()) {
            throw RestError.invalid(21213, "'From' number is required");
        }
        if (isPhone(from) && numbers.find(from).isEmpty()) {
            throw RestError.invalid(
                    21210, "The source phone number provided, " + from + ", is not yet verified for your account.");
        }
        return from;
    }

    static boolean isPhone(String address) {
        return address.matches("\\+[1-9]\\d{6,14}");
    }

    static int timeout(Form form) {
        return number(form, "Timeout", 60, 600);
    }

    static int number(Form form, String name, int otherwise, int most) {
        var value = form.text(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.matches("\\d{1,6}") || Integer.parseInt(value) > most) {
            throw RestError.invalid(21218, name + " must be a number up to " + most);
        }
        return Integer.parseInt(value);
    }

    static String digits(Form form) {
        var digits = form.text("SendDigits");
        if (!digits.matches("[0-9#*wW]{0,32}")) {
            throw RestError.invalid(21218, "SendDigits has at most 32 of 0-9, #, * and w");
        }
        return digits;
    }

    static Hook url(Form form, String name, String method) {
        var hook = new Hook(form.text(name), form.text(method));
        if (!hasHost(hook.url())) {
            throw RestError.invalid(21205, name + " is not a valid URL: " + hook.url());
        }
        return hook;
    }

    private static boolean hasHost(String url) {
        try {
            return URI.create(url).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
