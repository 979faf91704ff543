package io.trunkline.backend.telephony.twilio;

/// Something only this backend can answer; made up by whoever wants the way to it proven.
public record ProofQuestion(String question) {}
