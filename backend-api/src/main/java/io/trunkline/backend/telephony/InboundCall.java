package io.trunkline.backend.telephony;

/// A call that arrives. `from` and `to` are as the carrier gave them.
public record InboundCall(CallSid sid, String from, String to) {}
