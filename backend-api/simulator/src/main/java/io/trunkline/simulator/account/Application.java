package io.trunkline.simulator.account;

/// A TwiML application: whom the carrier asks when a desktop's device makes a call.
public record Application(String sid, String name, Hook voice, Hook voiceFallback, Hook status) {}
