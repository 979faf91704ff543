package io.trunkline.backend.telephony.twilio;

/// What a webhook with the same question is answered with.
public record ProofAnswer(String answer) {}
