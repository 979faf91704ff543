package io.trunkline.simulator.control;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import io.trunkline.simulator.account.PhoneNumber;
import io.trunkline.simulator.voice.Exchange;
import java.util.stream.Collectors;

/// Names the addresses, for whoever opens the simulator in a browser.
final class HomePage {
    private HomePage() {}

    static void send(ServerResponse response, Exchange exchange) {
        var numbers = exchange.numbers().all().stream().map(PhoneNumber::number).collect(Collectors.joining(", "));
        response.header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8");
        response.send("""
                <!doctype html><title>Trunkline simulator</title>
                <h1>Trunkline simulator</h1>
                <p>A stand-in for the carrier. Numbers: %s</p>
                <ul>
                <li><a href="/health">/health</a></li>
                <li><a href="/control/ledger">/control/ledger</a></li>
                <li><a href="/control/customers">/control/customers</a></li>
                <li><a href="/control/devices">/control/devices</a></li>
                <li><a href="/control/unkind">/control/unkind</a></li>
                <li><a href="/control/sound">/control/sound</a>; /control/calls/CA…/heard, /said (WAV), /voice (PUT)</li>
                <li>/2010-04-01/Accounts/%s/… (Basic authentication)</li>
                <li>/signal (WebSocket of voice devices, with SDP)</li>
                </ul>
                """.formatted(
                numbers.isEmpty() ? "none yet" : numbers, exchange.account().sid()));
    }
}
