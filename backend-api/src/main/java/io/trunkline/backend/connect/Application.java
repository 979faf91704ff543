package io.trunkline.backend.connect;

/// A TwiML application of the account: whom Twilio asks when a desktop's device makes a call.
record Application(String sid, String name, String voiceUrl, String voiceMethod, String statusCallback) {}
