package io.trunkline.simulator.account;

/// A number of the account and whom it asks.
public record PhoneNumber(
        String sid,
        String number,
        String name,
        Hook voice,
        Hook voiceFallback,
        Hook text,
        Hook textFallback,
        Hook status) {}
