package io.trunkline.backend.telephony.twilio;

/// A kind of notice: its name in the inbox and the field that says what it is about.
record NoticeKind(String name, String subjectField) {}
