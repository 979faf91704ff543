package io.trunkline.simulator.messaging;

/// The phone a text reaches.
public interface Recipient {
    /// What becomes of a text to this number: 0 for delivered, else the carrier's error code of an undelivered one.
    int failure(String number);

    /// The text is on the phone.
    void delivered(TextMessage message);
}
